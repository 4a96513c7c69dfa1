/** Keyword in context: which hits there are, where their context ends, and how they are laid out. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import stringWidth from 'string-width';
import { describe, expect, test } from 'vitest';
import { terminal } from '../../src/output/terminal.ts';
import { shortenLeft } from '../../src/output/text-layout.ts';
import { readTerm } from '../../src/study/read-term.ts';
import { createKwic } from '../../src/tables/kwic.ts';
import { codebookOf, codeText, evidenceOf } from '../builders.ts';
import { makeFolder, runCli } from '../run-cli.ts';

const TEXT = [
  'I: Heeft u tijd?',
  'R [00:10]: Ik heb geen tijd. Een vrijwilliger [lacht] heeft wel tijd, zei hij. Bel maar.',
  'R: Twee vrijwilligers.',
  '',
].join('\n');

type Cells = Record<string, string | number | null>;

async function list(term: string, options: string[] = [], files: Record<string, string> = { 'a.txt': TEXT }) {
  const { out, err, exitCode } = await runCli(makeFolder(files), ['kwic', term, '.', '-q', '-f', 'json', ...options]);
  const rows = exitCode === 0 ? JSON.parse(out).rows.map((row: { cells: Cells }) => row.cells) : [];
  return { rows: rows as Cells[], err, exitCode };
}

const show = ({ left, keyword, right }: Cells) => [left, keyword, right].join('|');

describe('the context', () => {
  test.each([
    [
      'some words',
      'vrijwilliger',
      ['--context', '2'],
      ['tijd. Een |vrijwilliger| [lacht] heeft wel', 'Twee |vrijwilligers|.'],
    ],
    ['one word', 'wel', ['--context', '1'], ['heeft |wel| tijd']],
    [
      'the whole paragraph and nothing beyond',
      'bel',
      ['--context', '50'],
      ['Ik heb geen tijd. Een vrijwilliger [lacht] heeft wel tijd, zei hij. |Bel| maar.'],
    ],
    ['the sentence', 'wel', ['--sentence'], ['Een vrijwilliger [lacht] heeft |wel| tijd, zei hij.']],
    [
      'the beginning of the speech, without its label',
      'geen',
      [],
      ['Ik heb |geen| tijd. Een vrijwilliger [lacht] heeft wel tijd, zei hij'],
    ],
  ])('is %s', async (_name, term, options, expected) => {
    expect((await list(term, options)).rows.map(show)).toEqual(expected);
  });

  test('of a sentence without end is bounded', async () => {
    const files = { 'a.txt': `I: Ja?\nR: ${'ik heb veel '.repeat(100)}tijd ${'en zo voort '.repeat(100)}\n` };
    const [row] = (await list('tijd', ['--sentence'], files)).rows;
    expect([row?.left, row?.right].map((side) => String(side).trim().split(' ').length)).toEqual([100, 100]);
  });

  test.each(['0', '101', 'x', '-1'])('of %s words is refused', async (words) => {
    const { exitCode, err } = await list('tijd', [`--context=${words}`]);
    expect(exitCode).toBe(2);
    expect(err).toContain('Expected a whole number from 1 to 100.');
  });

  test('keeps a mark at the end of the paragraph', async () => {
    const files = { 'a.txt': 'I: Ja?\nR: Veel tijd [zucht]\n' };
    expect((await list('tijd', [], files)).rows.map(show)).toEqual(['Veel |tijd| [zucht]']);
  });
});

describe('the term', () => {
  test.each([
    ['a word, by its stem', 'vrijwilligers', ['vrijwilliger', 'vrijwilligers']],
    ['a phrase, over a mark', 'vrijwilliger heeft', ['vrijwilliger [lacht] heeft']],
    ['a wildcard', 'vrij*', ['vrijwilliger', 'vrijwilligers']],
    ['an exact form', '=vrijwilligers', ['vrijwilligers']],
    ['a pattern', '/(geen|wel) tijd/', ['geen tijd', 'wel tijd']],
    ['near, with the comma of a codebook', 'near: [wel, vrijwilliger], within: 1', ['vrijwilliger [lacht] heeft wel']],
    ['near, as tables write it', 'near: [wel, vrijwilliger] within: 1', ['vrijwilliger [lacht] heeft wel']],
    ['near in its order', 'near: [wel, vrijwilliger] within: 1 ordered', []],
    ['all, with an ellipsis for more than eight words between', 'all: [bel, heb]', ['heb … Bel']],
    ['a term with exceptions', 'term: tijd, except: [geen tijd]', ['tijd']],
    ['a word with an apostrophe', "z'n", []],
  ])('may be %s', async (_name, term, expected) => {
    const { rows, exitCode } = await list(term);
    expect(exitCode).toBe(0);
    expect(rows.map(({ keyword }) => keyword)).toEqual(expected);
  });

  test.each([
    ['', 'error: Unexpected empty term, expected at least one word (remove the line or write a term)\n'],
    ['near: [a]', 'error: Unexpected list, expected at least two terms\n'],
    ['near: [a, b], withn: 3', 'error: Unexpected key `withn` (did you mean `within`?)\n'],
    ['/(a/', 'error: Unexpected pattern `/(a/`: missing closing ) (see https://github.com/google/re2/wiki/Syntax)\n'],
  ])('that is wrong is refused as in a codebook: %j', async (term, message) => {
    const { err, exitCode } = await list(term);
    expect([exitCode, err]).toEqual([2, message]);
  });

  test.each(['tijd', 'geen tijd', 'vrij*', '=Bel', '/geen|wel/'])('%s hits what a codebook hits', async (term) => {
    const { rows } = await list(term);
    expect(rows.map(({ keyword }) => keyword)).toEqual(evidenceOf(codeText(codebookOf([term]), TEXT)));
    expect(rows.length).toBeGreaterThan(0);
  });

  test('meets stems of either language', async () => {
    const files = {
      'a.txt': 'I: Why?\nR: They organise it and we are helping.\n',
      'b.txt': 'I: Ja?\nR: Ik heb de grenzen gezien.\n',
    };
    expect((await list('helped', ['-l', 'en'], files)).rows.map(show)).toEqual([
      'They organise it and we are |helping|.',
    ]);
    expect((await list('grens', ['-l', 'nl'], files)).rows.map(show)).toEqual(['Ik heb de |grenzen| gezien.']);
  });
});

test('the interviewer is searched when asked', async () => {
  const keywords = async (options: string[]) => (await list('tijd', options)).rows.map(({ paragraph }) => paragraph);
  expect(await keywords([])).toEqual([2, 2]);
  expect(await keywords(['--include-interviewer'])).toEqual([1, 2, 2]);
});

test('csv says where every hit stands', async () => {
  const folder = makeFolder({ 'x/a.txt': TEXT, 'codebook.yaml': 'broken: [' });
  const { out, err, exitCode } = await runCli(folder, [
    'kwic',
    'vrijwilligers',
    '.',
    '-q',
    '-f',
    'csv',
    '--context',
    '1',
  ]);
  expect([exitCode, err]).toEqual([0, '']);
  expect(out).toBe(
    [
      'document_group,document,speaker,paragraph,time,left,keyword,right',
      'x,a,R,2,00:10,Een ,vrijwilliger, [lacht] heeft',
      'x,a,R,3,,Twee ,vrijwilligers,.',
      '',
    ].join('\n'),
  );
});

test.each([[[]], [['--context', '3']], [['--sentence']]])(
  'left, keyword and right are the text as it stands: %j',
  async (options) => {
    const { text } = codeText(codebookOf(['tijd']), TEXT).transcript;
    const { rows } = await list('/heeft|tijd|bel/', options);
    expect(rows.length).toBeGreaterThan(3);
    expect(rows.filter(({ left, keyword, right }) => !text.includes(`${left}${keyword}${right}`))).toEqual([]);
  },
);

test('the format follows from the name of the file', async () => {
  const folder = makeFolder({ 'x/a.txt': TEXT });
  const { exitCode, out } = await runCli(folder, ['kwic', 'tijd', 'x', '-q', '-o', 'hits.json']);
  expect([exitCode, out]).toEqual([0, '']);
  expect(JSON.parse(readFileSync(join(folder, 'hits.json'), 'utf8')).rows).toHaveLength(2);
});

test('a context and the sentence are not asked for at once', async () => {
  const { err, exitCode } = await list('tijd', ['--sentence', '--context', '3']);
  expect(exitCode).toBe(2);
  expect(err).toContain("option '--sentence' cannot be used with option '--context <words>'");
});

test('no hit is no error, and the note says what a word does not meet', async () => {
  const { out, exitCode } = await runCli(makeFolder({ 'a.txt': TEXT }), ['kwic', 'begeleiding', '.', '-q']);
  expect(exitCode).toBe(0);
  expect(out).toContain('\nNo hits.\n');
  expect(out).toContain('0 hits in 0 documents');
  expect(out).toContain('no compounds');
});

describe('in a terminal', () => {
  const LONG = `I: Ja?\nR: ${'Heel lang wachten wij 日本語 hier. '.repeat(3)}Weinig tijd, en ${'nog veel meer woorden '.repeat(4)}\nR: Onze tijden.\n`;

  test.each([60, 80, 100, 120])('every line fits into %i columns, and keywords are aligned', async (width) => {
    const { out } = await runCli(makeFolder({ 'a.txt': LONG }), ['kwic', 'tijd', '.', '-q', '--context', '30'], width);
    const lines = out.split('\n');
    expect(lines.filter((line) => stringWidth(line) > width)).toEqual([]);
    const hits = lines.filter((line) => /^ *\d {2}/.test(line));
    expect(hits).toHaveLength(2);
    const columns = hits.map((line) => stringWidth(line.slice(0, line.search(/tijd/))));
    expect(new Set(columns).size).toBe(1);
  });

  test.each([
    [60, ['2  R  …ij 日本語 hier. Weinig  tijd, en nog veel meer woord…', '3  R                     Onze  tijden.']],
    [
      100,
      [
        '2  R  Heel lang wachten wij 日本語 hier. Weinig  tijd, en nog veel meer woorden nog veel',
        '3  R                                       Onze  tijden.',
      ],
    ],
  ])('the layout at %i columns', async (width, expected) => {
    const { out } = await runCli(makeFolder({ 'a.txt': LONG }), ['kwic', 'tijd', '.', '-q', '--context', '7'], width);
    expect(out.split('\n').slice(2, 5)).toEqual(['a', ...expected]);
  });

  test.each([
    ['abcdef', 6, 'abcdef'],
    ['abcdef', 4, '…def'],
    ['ab日本', 4, '…本'],
    ['日本語', 5, '…本語'],
    ['xe\u0301f', 2, '…f'],
    ['xxe\u0301f', 3, '…e\u0301f'],
  ])('%s is cut from the left to %i columns', (text, width, expected) => {
    expect(shortenLeft(text, width)).toBe(expected);
  });

  test('the keyword is highlighted where there is colour', () => {
    const fold = createKwic({ term: 'tijd', context: 2 });
    fold.add(codeText(readTermBook(), 'I: Ja?\nR: Veel tijd dus.\n'));
    const text = terminal.write(fold.finish(), { width: 60, colorLevel: 1, numbers: false, excel: false });
    expect(text).toContain('Veel  \u001b[1m\u001b[31mtijd\u001b[39m\u001b[22m dus.');
  });
});

const readTermBook = () => readTerm('tijd');
