/** Coded segments: order, context, and a few quotes of each code that are spread over the study. */
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { makeFolder, readFolder, runCli } from '../run-cli.ts';

const BOOK = `
name: tiny
languages: [nl]
codes:
  - id: fruit
    name: Fruit
    color: '#AA0000'
    terms: [{ term: vrucht, weight: 10 }]
    codes:
      - { id: apple, name: Apple, terms: [{ term: appel, weight: 80 }] }
  - { id: bread, name: Bread, terms: [brood] }
`;

async function list(files: Record<string, string>, options: string[] = []) {
  const folder = makeFolder({ 'codebook.yaml': BOOK, ...files });
  const { out, err, exitCode } = await runCli(folder, ['segments', '.', '-f', 'json', '-q', '-l', 'nl', ...options]);
  if (exitCode !== 0) throw new Error(err);
  const { rows, notes, columns } = JSON.parse(out);
  return {
    cells: rows.map((row: { cells: Record<string, unknown> }) => row.cells) as Record<string, unknown>[],
    keys: columns.map(({ key }: { key: string }) => key) as string[],
    notes: notes as string[],
  };
}

describe('order and number of rows', () => {
  const STUDY = { 'a.txt': 'I: Ja?\nR: Brood.\nI: En?\nR: Een vrucht.\n', 'b.txt': 'I: Ja?\nR: Appel en brood.\n' };

  test.each([
    [[], ['a bread', 'a fruit', 'b apple', 'b bread']],
    [
      ['--sort', 'document'],
      ['a bread', 'a fruit', 'b apple', 'b bread'],
    ],
    [
      ['--sort', 'code'],
      ['a fruit', 'b apple', 'a bread', 'b bread'],
    ],
    [
      ['--sort', 'weight'],
      ['b apple', 'a fruit', 'a bread', 'b bread'],
    ],
    [
      ['--sort', 'weight', '--top', '2'],
      ['b apple', 'a fruit'],
    ],
  ])('%j', async (options, expected) => {
    const { cells } = await list(STUDY, options);
    expect(cells.map(({ document, code_id }) => `${document} ${code_id}`)).toEqual(expected);
  });

  test('what is not shown is said', async () => {
    expect((await list(STUDY, ['--top', '2', '--sort', 'code'])).notes.slice(0, 2)).toEqual([
      'One row for each code on each segment: 2 of 4 rows.',
      'The first 2 in the order of the codebook are shown.',
    ]);
    expect((await list(STUDY, ['--top', '9'])).notes[0]).toBe('One row for each code on each segment: 4 of 4 rows.');
  });
});

test('area, coverage, colour and the levels of the code stand behind the variables, in files only', async () => {
  const files = { 'a.md': '---\ncolor: red\nage: 4\n---\nI: Ja?\n\nR: Appel \u{1F34E}!\n' };
  const { cells, keys } = await list(files);
  expect(keys.slice(13)).toEqual([
    'coder',
    'age',
    'variable color',
    'characters',
    'percent_of_document',
    'color',
    'code_1',
    'code_2',
  ]);
  // "I: Ja?", a line end and "R: Appel *!" are 6 + 1 + 11 characters; the segment has 8, the apple being one
  expect(cells[0]).toMatchObject({
    characters: 8,
    percent_of_document: 44.44,
    'variable color': 'red',
    color: '#aa0000',
  });
  expect(cells[0]).toMatchObject({ code_1: 'Fruit', code_2: 'Apple' });
  const { out } = await runCli(makeFolder({ 'codebook.yaml': BOOK, ...files }), ['segments', '.', '-q', '-l', 'nl']);
  expect(out).toContain('Area (characters)');
  expect(out).not.toMatch(/#aa0000|Code, level/);
});

describe('--context', () => {
  const TALK = [
    '# Gesprek',
    '',
    'Interviewer [0:01]: Wat eet u? En wanneer?',
    '',
    'Respondent [0:05]: Niets. Of toch? [lacht] Ja.',
    '',
    'Brood eet ik. Elke dag.',
    '',
    'Interviewer [0:09]: Echt? Hm.',
    '',
    'Respondent [0:12]: Ja.',
    '',
  ].join('\n');
  const contextOf = async (options: string[]) => {
    const { cells, keys } = await list({ 'a.md': TALK }, options);
    return { keys, before: cells[0]?.before, segment: cells[0]?.segment, after: cells[0]?.after };
  };

  test('no columns without it', async () => {
    expect(await contextOf([])).toMatchObject({ before: undefined, after: undefined });
  });

  test.each([
    [1, 'Ja.', 'Interviewer: Echt?'],
    [2, 'Of toch? [lacht] Ja.', 'Interviewer: Echt? Hm.'],
    [3, 'Niets. Of toch? [lacht] Ja.', 'Interviewer: Echt? Hm.\nRespondent: Ja.'],
    [9, 'Interviewer: Wat eet u? En wanneer?\nNiets. Of toch? [lacht] Ja.', 'Interviewer: Echt? Hm.\nRespondent: Ja.'],
  ])('%d sentences: without labels, stamps and headings, with the names of others', async (most, before, after) => {
    const found = await contextOf(['--context', String(most)]);
    expect(found).toMatchObject({ before, segment: 'Brood eet ik. Elke dag.', after });
    expect(found.keys.slice(8, 11)).toEqual(['before', 'segment', 'after']);
  });

  test('around a sentence it goes on in the same paragraph', async () => {
    expect(await contextOf(['--context', '1', '-u', 'sentence'])).toMatchObject({
      before: 'Ja.',
      segment: 'Brood eet ik.',
      after: 'Elke dag.',
    });
  });

  test('at either end of the text there is none', async () => {
    const { cells } = await list({ 'a.txt': 'Brood.\n' }, ['--context', '3']);
    expect(cells[0]).toMatchObject({ before: '', segment: 'Brood.', after: '' });
  });
});

describe('--per-code', () => {
  const says = (name: string, words: string[]) => words.map((word) => `I: En?\n${name}: Brood ${word}.\n`).join('');
  /** north: x with 5, y with 2; south: z with 1. */
  const STUDY = {
    'north/x.txt': says('R', ['xa', 'xb', 'xc', 'xd', 'xe']),
    'north/y.txt': says('R', ['ya', 'yb']),
    'south/z.txt': says('R', ['za']),
  };
  const pick = async (most: number, files: Record<string, string> = STUDY, options: string[] = []) => {
    const { cells } = await list(files, ['--per-code', String(most), '--interviewer', 'I', ...options]);
    return cells.map(({ segment }) => /Brood (\w+)/.exec(String(segment))?.[1]);
  };

  test('groups take turns, then documents, then places in the text', async () => {
    expect(await pick(2)).toEqual([expect.stringMatching(/^[xy]a$/), 'za']);
    expect(await pick(3)).toEqual(['xa', 'ya', 'za']);
    expect(await pick(5)).toEqual(['xa', 'xb', 'ya', 'yb', 'za']);
    expect(await pick(6)).toEqual(['xa', 'xb', 'xc', 'ya', 'yb', 'za']);
    expect(await pick(99)).toHaveLength(8);
  });

  test('speakers of one document take turns', async () => {
    const group = { 'a.txt': says('Ann', ['a', 'b', 'c']) + says('Bob', ['d', 'e']) + says('Cas', ['f']) };
    expect(await pick(3, group, ['--respondent', 'Ann,Bob,Cas'])).toEqual(['a', 'd', 'f']);
    expect(await pick(5, group, ['--respondent', 'Ann,Bob,Cas'])).toEqual(['a', 'b', 'd', 'e', 'f']);
  });

  test('which document comes first hangs on its text, not on its name', async () => {
    const texts = Array.from({ length: 12 }, (_, at) => says('R', [`d${at}`]));
    const files = (order: string[]) => Object.fromEntries(order.map((text, at) => [`${10 + at}.txt`, text]));
    const first = await pick(3, files(texts));
    expect([...(await pick(3, files(texts.toReversed())))].sort()).toEqual([...first].sort());
    expect(first).not.toEqual(['d0', 'd1', 'd2']);
  });

  test('each code has its own, and it is said', async () => {
    const { cells, notes } = await list(
      { 'a.txt': 'I: Ja?\nR: Brood en appel.\nI: Ja?\nR: Brood.\nI: Ja?\nR: Vrucht.\n' },
      ['--per-code', '1'],
    );
    expect(cells.map(({ code_id }) => code_id)).toEqual(['apple', 'bread', 'fruit']);
    expect(notes[0]).toBe('One row for each code on each segment: 3 of 4 rows.');
    expect(notes[1]).toMatch(/^Up to 1 for each code/);
  });

  test('in the main job it concerns the quotes only', async () => {
    const folder = makeFolder({ 'codebook.yaml': BOOK, ...STUDY });
    await runCli(folder, ['.', '-q', '-l', 'nl', '--interviewer', 'I', '--per-code', '3', '-o', 'out']);
    const files = readFolder(join(folder, 'out'));
    expect(files['coded-segments.csv']?.match(/Brood \w+/g)).toHaveLength(8);
    expect(files['quotes.md']?.match(/> Brood \w+/g)).toEqual(['> Brood xa', '> Brood ya', '> Brood za']);
    expect(files['quotes.md']).toContain('*3 of 8 coded segments*');
    expect(JSON.parse(files['run.json'] ?? '').settings.quotesPerCode).toBe(3);
  });
});
