/** The quote matrix of a small study, how it is shown, and cells that are too long for a spreadsheet. */
import { describe, expect, test } from 'vitest';
import { LONGEST_CELL, SharedStrings } from '../../src/output/office/shared-strings.ts';
import { cutQuotes, joinQuotes, splitQuotes } from '../../src/tables/quote-cells.ts';
import { makeFolder, runCli } from '../run-cli.ts';

const BOOK = `
name: tiny
languages: [nl]
codes:
  - id: fruit
    name: Fruit
    terms: [{ term: vrucht, weight: 10 }]
    codes:
      - { id: apple, name: Apple, terms: [{ term: appel, weight: 80 }] }
      - { id: pear, name: Pear, terms: [peer] }
  - { id: bread, name: Bread, terms: [brood] }
  - { id: none, name: None, terms: [niets] }
`;

const STUDY = {
  'codebook.yaml': BOOK,
  'a.md': '---\nage: 9\n---\nI: En?\n\nR: Een appel en een peer.\n\nI: Ja?\n\nR: Een vrucht.\n',
  'sub/b.md': '---\nage: 10\n---\nI: En?\n\nR: Een appel.\n\nTwee appels en brood.\n',
  'sub/c.md': 'I: En?\n\nR: Brood.\n',
};

const run = async (options: string[], columns?: number) =>
  (await runCli(makeFolder(STUDY), ['quote-matrix', '.', '-q', '-l', 'nl', ...options], columns)).out;

async function list(options: string[]): Promise<Record<string, unknown>[]> {
  const { rows } = JSON.parse(await run(['-f', 'json', ...options]));
  return rows.map(({ cells }: { cells: Record<string, unknown> }) => cells);
}

test('a cell has all quotes with where they come from; a code its own', async () => {
  expect(await list(['--by', 'group'])).toEqual([
    { code: 'Fruit', code_id: 'fruit', sub: '', '(no group)': 'Een vrucht.\na : 4 - 4 (10)' },
    {
      code: 'Fruit \\ Apple',
      code_id: 'apple',
      sub: 'Een appel.\nsub \\ b : 2 - 2 (80)\n\nTwee appels en brood.\nsub \\ b : 3 - 3 (80)',
      '(no group)': 'Een appel en een peer.\na : 2 - 2 (80)',
    },
    { code: 'Fruit \\ Pear', code_id: 'pear', sub: '', '(no group)': 'Een appel en een peer.\na : 2 - 2 (0)' },
    {
      code: 'Bread',
      code_id: 'bread',
      sub: 'Twee appels en brood.\nsub \\ b : 3 - 3 (0)\n\nBrood.\nsub \\ c : 2 - 2 (0)',
      '(no group)': '',
    },
    { code: 'None', code_id: 'none', sub: '', '(no group)': '' },
  ]);
});

test('folded codes stand with the one above them, each segment once, with its largest weight', async () => {
  const [fruit] = await list(['--depth', '1']);
  expect(fruit).toEqual({
    code: 'Fruit',
    code_id: 'fruit',
    a: 'Een appel en een peer.\na : 2 - 2 (80)\n\nEen vrucht.\na : 4 - 4 (10)',
    b: 'Een appel.\nsub \\ b : 2 - 2 (80)\n\nTwee appels en brood.\nsub \\ b : 3 - 3 (80)',
    c: '',
  });
});

test('columns of a variable, numbers in their order', async () => {
  expect((await run(['--by', 'AGE', '-f', 'csv'])).split('\n')[0]).toBe('code,code_id,9,10,(no value)');
});

test('as many quotes as the matrix has coded segments', async () => {
  const quotes = (await list([])).flatMap(({ a, b, c }) => [a, b, c].map((cell) => splitQuotes(String(cell)).length));
  const matrix = (await runCli(makeFolder(STUDY), ['matrix', '.', '-q', '-l', 'nl', '-f', 'csv'])).out;
  expect(quotes.reduce((sum, each) => sum + each, 0)).toBe(7);
  expect(matrix).toContain('Coded segments,,3,3,1,7');
});

test('in a terminal: the number of quotes and how the first begins, in its width', async () => {
  const out = await run(['--by', 'group'], 40);
  expect(out.split('\n').slice(0, 12)).toEqual([
    'Quote matrix by document group',
    '',
    'Fruit',
    '  sub         2  Een appel. sub \\ b : 2…',
    '  (no group)  2  Een appel en een peer.…',
    'Bread',
    '  sub         2  Twee appels en brood. …',
    'None',
    '  no quotes',
    '',
    'Number of quotes, and how the first',
    'begins; all of them with -o FILE or -f',
  ]);
  expect(Math.max(...out.split('\n').map((line) => line.length))).toBeLessThanOrEqual(40);
});

describe('cells that are too long', () => {
  const quotes = Array.from({ length: 30 }, (_, at) => `${at} `.padEnd(99, 'x'));
  const cell = joinQuotes(quotes);

  test('nothing is cut that has room', () => {
    expect(cutQuotes(cell, cell.length)).toBe(cell);
    expect(cutQuotes('', 10)).toBe('');
  });

  test('whole quotes are left out, and it is said', () => {
    const cut = splitQuotes(cutQuotes(cell, 1000) ?? '');
    expect(cut).toEqual([
      ...quotes.slice(0, 9),
      '[21 more quotes are left out: a cell holds at most 1,000 characters]',
    ]);
  });

  test('it fits at every limit', () => {
    for (let most = 180; most < cell.length; most++)
      expect(cutQuotes(cell, most)?.length ?? most).toBeLessThanOrEqual(most);
    const long = joinQuotes(['x'.repeat(32_600), 'y'.repeat(999)]);
    expect(cutQuotes(long, 32_767)).toMatch(/^x{32600}\n\n\[1 more quote is left out: .* 32,767 characters\]$/);
  });

  test('a first quote without room cannot be cut so', () => {
    expect(cutQuotes(cell, 100)).toBeUndefined();
    expect(cutQuotes('x'.repeat(99), 98)).toBeUndefined();
  });

  test('an empty line in a quote does not make it two', () => {
    expect(splitQuotes(joinQuotes(['a\n\n\nb', 'c']))).toEqual(['a\nb', 'c']);
  });
});

test('a workbook cuts a cell of quotes by whole quotes', () => {
  const strings = new SharedStrings();
  strings.numberOf(joinQuotes(['first', 'x'.repeat(LONGEST_CELL)]));
  expect([strings.cutCells, [...strings.write()].join('')]).toEqual([
    1,
    expect.stringContaining('>first&#10;&#10;[1 more quote is left out'),
  ]);
});
