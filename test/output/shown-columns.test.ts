/** Which columns are a matrix: those whose numbers can be compared, and no sums. */
import { expect, test } from 'vitest';
import type { Column, Table } from '../../src/model.ts';
import { createTurning, findLargest, listMatrixColumns } from '../../src/output/shown-columns.ts';

const CODE: Column[] = [
  { key: 'code', kind: 'text' },
  { key: 'code_id', kind: 'text' },
];
const number = (key: string, more: Partial<Column> = {}): Column => ({ key, kind: 'integer', ...more });

test.each<[Table['display'], Column[], string[]]>([
  ['circles', [...CODE, number('one'), number('two'), number('sum')], ['one', 'two']],
  [
    'numbers',
    [...CODE, number('one'), number('%', { isShare: true }), number('all'), number('% all', { isShare: true })],
    ['one', '%'],
  ],
  ['relations', [...CODE, number('segments'), number('a'), number('b')], ['a', 'b']],
  [undefined, [...CODE, number('one')], []],
])('of %s', (display, columns, keys) => {
  const table = { columns, ...(display === undefined ? {} : { display }) };
  expect(listMatrixColumns(table).map(({ column }) => column.key)).toEqual(keys);
});

test('the largest number of a kind is that of the codes and not of the totals', () => {
  const matrix = [{ column: number('one'), index: 0 }];
  const rows = [
    { kind: 'body' as const, cells: [3] },
    { kind: 'body' as const, cells: [null] },
    { kind: 'total' as const, cells: [9] },
  ];
  expect(findLargest(matrix, rows)).toEqual({ integer: 3 });
});

test('headings are turned where many long ones are beside each other', () => {
  const wide = ['a long name', 'b', 'c', 'd', 'e'].map((key) => number(key));
  const isTurned = createTurning({ columns: [...CODE, ...wide, number('sum')], display: 'circles' });
  expect(wide.map(isTurned)).toEqual([true, false, false, false, false]);
  expect(
    createTurning({ columns: [...CODE, ...wide.slice(2), number('sum')], display: 'circles' })(number('long name')),
  ).toBe(false);
});
