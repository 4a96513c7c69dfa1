/** What is different in a code matrix since the last time, in a line. */
import { expect, test } from 'vitest';
import type { Table } from '../../src/model.ts';
import { describeCountChanges } from '../../src/study/count-changes.ts';

type Counts = Record<string, number[]>;

/** A matrix with a row a code, and the sum behind its counts. */
function matrixOf(counts: Counts, columns = ['x', 'y']): Table {
  const rows = Object.entries(counts).map(([code, cells]) => ({
    kind: 'body' as const,
    code,
    cells: [code.toUpperCase(), code, ...cells, cells.reduce((sum, each) => sum + each, 0)],
  }));
  const keys = ['code', 'code_id', ...columns, 'sum'];
  const total = { kind: 'total' as const, cells: ['Coded segments', '', 1, 2, 3] };
  return {
    name: 'm',
    title: 'M',
    columns: keys.map((key) => ({ key, kind: 'integer' })),
    rows: [...rows, total],
    notes: [],
  };
}

const many = (count: number): Counts =>
  Object.fromEntries(Array.from({ length: 10 }, (_, at) => [`c${at}`, [count, 0]]));

test.each<[Counts, Counts, string]>([
  [{ a: [1, 2] }, { a: [1, 2] }, 'no count has changed'],
  [{ a: [1, 2], b: [3, 0] }, { a: [2, 3], b: [1, 1] }, 'A +2, B −1'],
  [{ a: [1, 2] }, { a: [2, 1] }, 'A in other columns'],
  [{ a: [1, 2] }, { b: [1, 2] }, 'B is new (3), A is gone (3)'],
  [{ a: [0.25, 0] }, { a: [0.5, 0.5] }, 'A +0.8'],
  [many(1), many(2), 'C0 +1, C1 +1, C2 +1, C3 +1, C4 +1, C5 +1, C6 +1, C7 +1 and 2 more codes'],
])('%j and then %j: %s', (before, after, line) => {
  expect(describeCountChanges(matrixOf(before), matrixOf(after))).toBe(line);
});

test('columns that come and go are no other columns', () => {
  const after = matrixOf({ a: [1, 2, 0] }, ['x', 'y', 'z']);
  expect(describeCountChanges(matrixOf({ a: [1, 2] }), after)).toBe('no count has changed');
});
