/** Measures of the code matrix in a terminal: shares, numbers with their shares, and what does not fit. */
import { describe, expect, test } from 'vitest';
import type { Column, Table } from '../../src/model.ts';
import { markdownTable } from '../../src/output/markdown-table.ts';
import { terminal } from '../../src/output/terminal.ts';

const OPTIONS = { width: 60, colorLevel: 0 as const, numbers: false, excel: false };

const code = { key: 'code', title: 'Code', kind: 'text' } as const;
const id = { key: 'code_id', title: 'Code id', kind: 'text' } as const;

/** Codes A and B, with the numbers of documents below. */
function shares(values: (number | null)[], last: Column, display: Table['display'] = 'circles'): Table {
  const columns = values.map(
    (_, at): Column => ({ key: `d${at}`, kind: 'percent', document: { name: `d${at}`, group: `g${at % 2}` } }),
  );
  return {
    name: 'code-matrix',
    title: 'Code matrix',
    display,
    columns: [code, id, ...columns, last],
    rows: [
      { kind: 'body', cells: ['A', 'a', ...values, 50] },
      { kind: 'total', numbers: 'integer', cells: ['N', '', ...values.map(() => 1), values.length] },
    ],
    notes: [],
  };
}

const ALL: Column = { key: 'all', title: 'All', kind: 'percent' };
const SUM: Column = { key: 'sum', title: 'Sum', kind: 'integer' };
const linesOf = (table: Table, options = {}) =>
  terminal
    .write(table, { ...OPTIONS, ...options })
    .split('\n')
    .slice(2);

describe('shares', () => {
  test('are numbers: undefined is blank, counts below have no decimals', () => {
    expect(linesOf(shares([null, 0, 12.34, 100], ALL)).slice(0, 3)).toEqual([
      '         d0     d1     d2     d3   All',
      'A                0   12.3  100.0  50.0',
      'N         1      1      1      1     4',
    ]);
  });

  test('with circles beside them where numbers are asked for, and their quarters', () => {
    const lines = linesOf(shares([10, 40], ALL), { numbers: true });
    expect(lines[1]).toBe('A      · 10.0  ●● 40.0  50.0');
    expect(lines).toContain('· to 10.0   • to 20.0   ● to 30.0   ●● to 40.0');
  });

  test('the small step back and the large come forward in colour', () => {
    const line = linesOf(shares([10, 20, 40], ALL), { colorLevel: 3 })[1];
    expect(line).toContain('\u001B[2m10.0\u001B[22m');
    expect(line).toContain('\u001B[1m40.0\u001B[22m');
    expect(line).toContain('  20.0');
  });

  const many = Array.from({ length: 60 }, () => 1.5);

  test('are never added, unless the last column is their sum', () => {
    expect(linesOf(shares(many, ALL)).join('\n')).toMatch(
      /All\nA +50\.0\n.*\n\nOnly numbers of all together are shown/,
    );
    expect(linesOf(shares(many, SUM)).join('\n')).toMatch(/g0 +g1 +Sum\nA +45\.0 +45\.0 +50\nN +30 +30 +60/);
  });
});

test('numbers are told where the table asks for them', () => {
  const table = shares([0, 3], SUM, 'numbers');
  for (const column of table.columns) if (column.kind === 'percent') column.kind = 'integer';
  expect(linesOf(table).slice(0, 2)).toEqual(['      d0  d1  Sum', 'A      0   3   50']);
});

describe('a number and its share', () => {
  const pair = (key: string, title: string): Column[] => [
    { key, title, kind: 'integer' },
    { key: `share ${key}`, title: '%', kind: 'percent', isShare: true },
  ];
  const pairs = (titles: string[]): Table => ({
    name: 'code-frequencies',
    title: 'Code frequencies',
    display: 'numbers',
    columns: [code, id, ...titles.flatMap((title) => pair(title, title)), ...pair('all', 'All')],
    rows: [{ kind: 'body', cells: ['A', 'a', ...titles.flatMap(() => [2, 25]), 6, 30] }],
    notes: [],
  });

  test('stand beside each other, those of all last', () => {
    expect(linesOf(pairs(['Ede', 'Breda'])).slice(0, 2)).toEqual([
      '       Ede     %  Breda     %  All     %',
      'A        2  25.0      2  25.0    6  30.0',
    ]);
  });

  test('stay in one block, and are one number of the legend', () => {
    const lines = linesOf(pairs(['Ede', 'Breda', 'Goes'].map((name) => `${name} en de hele omgeving`)), { width: 44 });
    expect(lines.slice(0, 6)).toEqual([
      '         1     %     2     %',
      'A        2  25.0     2  25.0',
      '',
      '         3     %  All     %',
      'A        2  25.0    6  30.0',
      '',
    ]);
    expect(lines).toContain('3  Goes en de hele omgeving');
  });
});

test('Markdown writes counts below percentages as counts', () => {
  expect(markdownTable.write(shares([12.34], ALL), OPTIONS)).toContain(
    '| A | a | 12.3 | 50.0 |\n| **N** |  | **1** | **1** |',
  );
});

test('a heading cannot steer the terminal', () => {
  const table = shares([1], ALL);
  Object.assign(table.columns[2] ?? {}, { title: 'a\u001B[2Jb\nc' });
  expect(linesOf(table)[0]).toBe('      a[2Jb c   All');
});
