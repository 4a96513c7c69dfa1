/** How code relations look in a terminal: twenty codes on eighty columns. */
import { expect, test } from 'vitest';
import type { Row, Table } from '../../src/model.ts';
import { terminal } from '../../src/output/terminal.ts';

const NAMES = Array.from({ length: 20 }, (_, at) => `A code with a name ${at + 1}`);
const TABLE: Table = {
  name: 'code-relations',
  title: 'Code relations',
  display: 'relations',
  columns: [
    { key: 'code', title: 'Code', kind: 'text' },
    { key: 'code_id', title: 'Code id', kind: 'text' },
    { key: 'segments', title: 'Segments', kind: 'integer' },
    ...NAMES.map((title, at) => ({ key: `c${at}`, title, kind: 'integer' as const })),
  ],
  rows: NAMES.map(
    (name, at): Row => ({
      kind: 'body',
      cells: [name, `c${at}`, 30 - at, ...NAMES.map((_, to) => (to === at ? null : (at * to) % 13))],
    }),
  ),
  notes: [],
};

function draw(width: number, table: Table = TABLE): string[] {
  const options = { width, colorLevel: 0 as const, numbers: false, excel: false };
  return String(terminal.write(table, options)).split('\n');
}

test.each([60, 80, 120])('columns are called by the numbers of the rows, on %i columns', (width) => {
  const lines = draw(width);
  expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(width);
  const headings = lines.filter((line) => line.includes('Segments')).map((line) => line.trim().split(/ +/));
  expect(headings.flatMap(([, ...numbers]) => numbers)).toEqual(NAMES.map((_, at) => String(at + 1)));
  expect(lines.filter((line) => line.startsWith(' 3  A code with a name 3 '))).toHaveLength(headings.length);
});

test('zeros are blank, what is not defined is a dash', () => {
  const small: Table = {
    ...TABLE,
    columns: TABLE.columns.slice(0, 5),
    rows: [
      { kind: 'body', cells: ['A', 'a', 2, null, 0] },
      { kind: 'body', cells: ['B', 'b', 1, 0, null] },
    ],
  };
  expect(draw(80, small).slice(2, 6)).toEqual([
    '         Segments  1  2',
    '1  A            2  —',
    '2  B            1     —',
    '',
  ]);
});

test('shares have no zero before the point', () => {
  const share = { kind: 'decimal' as const, digits: 3 };
  const columns = [...TABLE.columns.slice(0, 3), { key: 'a', ...share }, { key: 'b', ...share }];
  const rows: Row[] = [{ kind: 'body', cells: ['A', 'a', 2, 1.25, 0.1256] }];
  expect(draw(80, { ...TABLE, columns, rows })[3]).toBe('1  A            2  1.250   .126');
});

test('a study without codes', () => {
  expect(draw(80, { ...TABLE, columns: TABLE.columns.slice(0, 3), rows: [] }).join('\n')).toContain('Segments');
});
