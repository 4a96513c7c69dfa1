/** Typical words: a study that can be counted in the head, and its G² by hand. */
import { describe, expect, test } from 'vitest';
import { signedLogLikelihood } from '../../src/tables/log-likelihood.ts';
import { makeFolder, runCli } from '../run-cli.ts';

const BOOK = 'name: tiny\nlanguages: [nl]\ncodes:\n  - { id: bread, name: Bread, terms: [brood] }\n';

/** Uncoded: 4 + 2 + 4 = 10 words; coded: 2 + 3 = 5 words. */
const STUDY = {
  'codebook.yaml': BOOK,
  'one.txt': 'I: Appel?\nR: De appel, eh, appels.\nR: Brood, appel.\nR: 3 peren.\n',
  'two.txt': 'I: Brood?\nR: Twee peren. Een appel.\nR: Brood en peer.\n',
};

async function list(files: Record<string, string>, options: string[] = []) {
  const { out } = await runCli(makeFolder(files), ['words', '.', '-q', '-f', 'json', '-l', 'nl', ...options]);
  const { rows, notes } = JSON.parse(out);
  return { rows: rows.map(({ cells }: { cells: object }) => Object.values(cells)), notes: notes as string[] };
}

test('words by stem, with both rates and G²', async () => {
  const { rows } = await list(STUDY);
  // 2 · (3 ln(3·15 / 4·10) + 1 ln(1·15 / 4·5) + 7 ln(7·15 / 11·10) + 4 ln(4·15 / 11·5)) = 0.18
  // 2 · (2 ln(2·15 / 3·10) + 1 ln(1·15 / 3·5) + …) = 0, the shares being equal; brood is in every coded segment
  expect(rows).toEqual([
    ['appel', 'nl', 3, 1, 3000, 2000, 2, 0.18],
    ['peren', 'nl', 2, 1, 2000, 2000, 2, 0],
  ]);
});

test.each([
  ['equal shares', [2, 10], [1, 5], 0],
  ['only in the first: 2 · (2 ln 2 + 0 + 2 ln(2·8 / 6·4) + 4 ln(4·8 / 6·4))', [2, 4], [0, 4], 3.452],
  ['only in the second', [0, 4], [2, 4], -3.452],
  ['everything in the first, nothing in the second: 2 · (4 ln 2 + 4 ln 2)', [4, 4], [0, 4], 11.09],
  ['nothing to compare with', [2, 4], [0, 0], null],
  ['nothing that is compared', [0, 0], [2, 4], null],
])('G²: %s', (_name, [count = 0, words = 0], [otherCount = 0, otherWords = 0], expected) => {
  const found = signedLogLikelihood({ count, words }, { count: otherCount, words: otherWords });
  if (expected === null) expect(found).toBeNull();
  else expect(found).toBeCloseTo(expected, 3);
});

describe('two-word phrases', () => {
  const answers = (text: string) => ({
    'codebook.yaml': BOOK,
    'one.txt': `I: Ja?\nR: ${text}\nR: ${text}\n`,
    'two.txt': `I: Ja?\nR: ${text}\n`,
  });

  test.each([
    ['words that follow each other', 'hoge eisen', ['hoge eisen']],
    ['over a hesitation and a mark', 'hoge eh [lacht] eisen', ['hoge eisen']],
    ['overlapping', 'heel hoge eisen stellen', ['eisen stellen', 'hoge eisen']],
    ['not over punctuation', 'hoge, eisen', []],
    ['not with a function word at either end', 'de eisen van thuis', []],
    ['not with a number at either end', '3 eisen 2e', []],
    ['not over a function word', 'eisen van thuis', []],
  ])('%s', async (_name, text, expected) => {
    const { rows } = await list(answers(text), ['--two']);
    expect(rows.map(([form]: string[]) => form)).toEqual(expected);
  });
});

describe('the ends of the scale', () => {
  test('without coded segments there is no keyness, and the order is by frequency', async () => {
    const files = {
      'codebook.yaml': BOOK,
      'a.txt': 'I: Ja?\nR: Peer peer peer peer peer appel appel.\n',
      'b.txt': 'I: Ja?\nR: Appel peer.\n',
    };
    const { rows, notes } = await list(files);
    expect(rows).toEqual([
      ['peer', 'nl', 6, 0, 6666.67, null, 2, null],
      ['appel', 'nl', 3, 0, 3333.33, null, 2, null],
    ]);
    expect(notes.join('\n')).toContain('No segment has a code');
  });

  test('without uncoded segments nothing is listed, and it is said', async () => {
    const files = { 'codebook.yaml': BOOK, 'a.txt': 'I: Ja?\nR: Brood brood brood.\n', 'b.txt': 'I: Ja?\nR: Brood.\n' };
    const { rows, notes } = await list(files);
    expect(rows).toEqual([]);
    expect(notes.join('\n')).toContain('Every segment has a code');
  });

  test('what is rare, or in one document only, is left out', async () => {
    const files = {
      'codebook.yaml': BOOK,
      'a.txt': 'I: Ja?\nR: Kers kers kers kers. Peer.\n',
      'b.txt': 'I: Ja?\nR: Peer.\n',
    };
    expect((await list(files)).rows).toEqual([]);
  });
});

test('--top cuts, and says so', async () => {
  const { rows, notes } = await list(STUDY, ['--top', '1']);
  expect(rows).toHaveLength(1);
  expect(notes[0]).toBe('Words: 1 of 2 are shown.');
});

test('the order of the files does not matter, and stems of two languages stay apart', async () => {
  const files = {
    'a.txt': 'I: Why?\nR: The hand, hand and hand of them is what we have.\n',
    'b.txt': 'I: Ja?\nR: De hand en de hand en de hand van ons is het.\n',
    'c.txt': 'I: Ja?\nR: De hand die wij hem hebben gegeven.\n',
    'codebook.yaml': BOOK.replace('[nl]', '[nl, en]').replace('terms: [brood]', 'terms: { any: [zzz] }'),
  };
  const folder = makeFolder(files);
  const run = async (paths: string[]) => (await runCli(folder, ['words', ...paths, '-q', '-f', 'csv'])).out;
  const out = await run(['a.txt', 'b.txt', 'c.txt']);
  expect(out).toMatch(/\nhand,nl,4,0,/);
  expect(out).not.toMatch(/,en,/);
  expect(await run(['c.txt', 'b.txt', 'a.txt'])).toBe(out);
});

test('it is no result of the main job', async () => {
  const { err } = await runCli(makeFolder(STUDY), ['.', '-o', 'out']);
  expect(err).toContain('code-matrix.csv');
  expect(err).not.toMatch(/words\.csv|kwic/);
});
