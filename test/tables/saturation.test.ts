/** Saturation of three documents, whose six orders can be gone through in the head. */
import { describe, expect, test } from 'vitest';
import { accumulate, expectAccumulation, quantilesOfAccumulation } from '../../src/tables/accumulation.ts';
import { makeFolder, runCli } from '../run-cli.ts';

const CODEBOOK = `
name: tiny
languages: [nl]
codes:
  - id: fruit
    name: Fruit
    terms: [vrucht]
    codes:
      - { id: apple, name: Apple, terms: [appel] }
      - { id: pear, name: Pear, terms: [peer] }
  - { id: bread, name: Bread, terms: [brood] }
`;

const interview = (answer: string, variables = '') => `---\nlanguage: nl\n${variables}---\nI: Ja?\n\nR: ${answer}\n`;

/** Apple is in two documents, pear and bread in one. */
const STUDY = {
  'codebook.yaml': CODEBOOK,
  '1.md': interview('Een appel, een peer en een appel.', 'date: 10-1-2024\nwave: 10\n'),
  '2.md': interview('Een appel.', 'date: 9-12-2023\nwave: 9\n'),
  '3.md': interview('Een brood.', 'wave: 9\n'),
};

async function tabulate(files: Record<string, string>, ...options: string[]) {
  const { out } = await runCli(makeFolder(files), ['saturation', '.', '-q', '-f', 'json', ...options]);
  const { rows, notes } = JSON.parse(out);
  return {
    rows: rows.map(({ cells }: { cells: object }) => Object.values(cells)),
    notes: (notes as string[]).join('\n'),
  };
}

test('new codes in the order of the study, and what any order would give', async () => {
  const { rows, notes } = await tabulate(STUDY);
  // One document has 2, 1 or 1 codes: 4/3. Two have 2 (1 and 2), 3 (1 and 3) or 2 (2 and 3): 7/3.
  expect(rows).toEqual([
    [1, '1', 2, 2, 2, 66.67, 1.33, 1, 2],
    [2, '2', 1, 0, 2, 66.67, 2.33, 2, 3],
    [3, '3', 1, 1, 3, 100, 3, 3, 3],
  ]);
  expect(notes).toContain('the last new one in document 3 of 3; 2 codes found in one document only');
});

test('codes below the levels count for those above them', async () => {
  const { rows } = await tabulate(STUDY, '--depth', '1');
  expect(rows.map((row: unknown[]) => row.slice(2, 5))).toEqual([
    [1, 1, 1],
    [1, 0, 1],
    [1, 1, 2],
  ]);
});

test('another order changes what is new, not what is expected', async () => {
  const { rows, notes } = await tabulate(STUDY, '--order', 'Date');
  expect(rows.map((row: unknown[]) => [...row.slice(1, 5), row[6]])).toEqual([
    ['2', 1, 1, 1, 1.33],
    ['1', 2, 1, 2, 2.33],
    ['3', 1, 1, 3, 3],
  ]);
  expect(notes).toContain(
    'in the order of Date, from 9-12-2023 to 10-1-2024, read as day-month-year; 1 without a value',
  );
  const byWave = await tabulate(STUDY, '--order', 'wave');
  expect(byWave.rows.map((row: unknown[]) => row[1])).toEqual(['2', '3', '1']);
});

test('a variable that no document has is an error of use', async () => {
  const { exitCode, err } = await runCli(makeFolder(STUDY), ['saturation', '.', '-q', '--order', 'wage']);
  expect([exitCode, err]).toEqual([2, expect.stringContaining('did you mean `wave`?')]);
});

test('one document, and a study without any code', async () => {
  const one = { 'codebook.yaml': CODEBOOK, '2.md': STUDY['2.md'] };
  expect((await tabulate(one)).rows).toEqual([[1, '2', 1, 1, 1, 100, 1, 1, 1]]);
  const none = { 'codebook.yaml': CODEBOOK, '2.md': interview('Niets.') };
  const { rows, notes } = await tabulate(none);
  expect(rows).toEqual([[1, '2', 0, 0, 0, null, 0, 0, 0]]);
  expect(notes).toContain('No code was found.');
});

describe('over all orders', () => {
  const documents = [[1, 2, 3], [2], [2, 4], [5, 6, 1], []].map((codes) => new Set(codes));
  const orders = permute(documents).map(accumulate);

  test('the mean is that of trying each of them', () => {
    expect(orders).toHaveLength(120);
    const mean = documents.map((_, at) => orders.reduce((sum, order) => sum + (order[at] ?? 0), 0) / orders.length);
    expectAccumulation(documents).forEach((expected, at) => {
      expect(expected).toBeCloseTo(mean[at] ?? Number.NaN, 10);
    });
  });

  test('the quantiles are those of trying each of them', () => {
    const exact = documents.map((_, at) => {
      const sorted = orders.map((order) => order[at] ?? 0).sort((a, b) => a - b);
      return [sorted[2], sorted[116]];
    });
    expect(quantilesOfAccumulation(documents)).toEqual(exact);
  });
});

function permute<T>(items: readonly T[]): T[][] {
  if (items.length === 0) return [[]];
  return items.flatMap((first, at) =>
    permute(items.filter((_, other) => other !== at)).map((rest) => [first, ...rest]),
  );
}
