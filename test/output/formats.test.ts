/** The table formats on one small table with everything that is hard to write. */
import { describe, expect, test } from 'vitest';
import type { Table } from '../../src/model.ts';
import { csv } from '../../src/output/csv.ts';
import { escapeMarkdown } from '../../src/output/escape-markdown.ts';
import { tableFormats } from '../../src/output/index.ts';
import { json } from '../../src/output/json.ts';
import { markdownTable } from '../../src/output/markdown-table.ts';
import { terminal } from '../../src/output/terminal.ts';
import { readText } from '../builders.ts';

const OPTIONS = { width: 60, colorLevel: 0 as const, numbers: false, excel: false };

const TABLE: Table = {
  name: 'sample',
  title: 'Sample',
  columns: [
    { key: 'text', title: 'Text', kind: 'text' },
    { key: 'share', title: 'Share', kind: 'percent' },
  ],
  rows: [
    { kind: 'body', cells: ['=1+1', 12.25] },
    { kind: 'body', cells: ['- ja; "zo" | *x*\nen', -3] },
    { kind: 'total', cells: ['Sum', null] },
  ],
  notes: ['A note.'],
};

test('csv is safe in a spreadsheet', () => {
  expect(csv.write(TABLE, OPTIONS)).toBe(`text,share\n'=1+1,12.25\n"'- ja; ""zo"" | *x*\nen",-3\nSum,\n`);
});

test('csv for Dutch Excel', () => {
  expect(csv.write(TABLE, { ...OPTIONS, excel: true })).toBe(
    `\uFEFFtext;share\r\n'=1+1;12,25\r\n"'- ja; ""zo"" | *x*\r\nen";-3\r\nSum;\r\n`,
  );
});

test('json keeps the text as it is', () => {
  const { rows, notes } = JSON.parse(json.write(TABLE, OPTIONS));
  expect(rows[0]).toEqual({ kind: 'body', cells: { text: '=1+1', share: 12.25 } });
  expect(rows[1].cells.text).toBe('- ja; "zo" | *x*\nen');
  expect(notes).toEqual(['A note.']);
});

test('Markdown', () => {
  expect(markdownTable.write(TABLE, OPTIONS)).toBe(
    '<!-- written by code-transcripts -->\n\n## Sample\n\n| Text | Share |\n| --- | ---: |\n| =1+1 | 12.3 |\n| \\- ja; "zo" \\| \\*x\\*<br>en | -3.0 |\n| **Sum** |  |\n\n- A note.\n',
  );
});

test.each([
  '*a* _b_',
  '# kop',
  '1. een',
  '- streep',
  'a & b &amp; c',
  '<lacht> [x](y)',
  'x\\y `z`',
  '> citaat',
  '~~weg~~',
])('Markdown shows %j as it is', (text) => {
  expect(readText(escapeMarkdown(text), { path: 'a.md' }).transcript.text).toBe(text);
});

test('the heading of a record is its document, also in a table without document groups', () => {
  const columns = [
    { key: 'document', title: 'Document', kind: 'text' as const },
    { key: 'codes', title: 'Codes', kind: 'integer' as const },
  ];
  const table: Table = { ...TABLE, display: 'records', columns, rows: [{ kind: 'body', cells: ['anna', 3] }] };
  expect(terminal.write(table, OPTIONS)).toContain('\nanna\n  Codes  3\n');
});

test('a terminal table without rows says so', () => {
  expect(terminal.write({ ...TABLE, rows: [] }, OPTIONS)).toMatch(/^Sample\n\nNothing to show\.\n\n/);
});

test('a terminal table wraps text, and becomes records where columns do not fit', () => {
  expect(terminal.write(TABLE, OPTIONS)).toBe(
    [
      'Sample',
      '',
      'Text              Share',
      '=1+1               12.3',
      '- ja; "zo" | *x*   -3.0',
      'en',
      'Sum',
      '',
      'A note.',
      '',
    ].join('\n'),
  );
  expect(terminal.write(TABLE, { ...OPTIONS, width: 15 })).toContain('Text   =1+1\nShare  12.3\n');
});

test('a name below another is indented on all its lines', () => {
  const rows = [{ kind: 'body' as const, depth: 1, cells: ['a name of some length that wraps', 1] }];
  expect(terminal.write({ ...TABLE, rows }, { ...OPTIONS, width: 26 })).toContain(
    '  a name of some       1.0\n  length that wraps\n',
  );
});

describe('the matrix in a terminal', () => {
  const matrixOf = (counts: number[], group = (at: number) => `g${at % 2}`): Table => ({
    name: 'm',
    title: 'Matrix',
    display: 'circles',
    columns: [
      { key: 'code', kind: 'text' },
      { key: 'code_id', kind: 'text' },
      ...counts.map((_, at) => ({
        key: `document number ${at + 1}`,
        kind: 'integer' as const,
        document: { name: `document number ${at + 1}`, group: group(at) },
      })),
      { key: 'sum', title: 'Sum', kind: 'integer' },
    ],
    rows: [
      {
        kind: 'body',
        code: 'a',
        depth: 0,
        color: '#b3261e',
        cells: ['A', 'a', ...counts, counts.reduce((sum, each) => sum + each, 0)],
      },
    ],
    notes: [],
  });
  const lines = (table: Table, options = {}) => terminal.write(table, { ...OPTIONS, ...options }).split('\n');

  test('circles grow with the count; nothing is blank', () => {
    expect(lines(matrixOf([0, 1, 2, 3, 4]))[3]).toBe('A          ·   •   ●  ●●   10');
  });

  test('numbers stand beside them on request', () => {
    expect(lines(matrixOf([0, 1, 4]), { numbers: true })[3]).toBe('A        0   · 1  ●● 4    5');
  });

  test('columns fold into blocks, with the sum in the last', () => {
    const table = terminal.write(matrixOf(Array.from({ length: 30 }, () => 4)), OPTIONS);
    expect(table.match(/^A .*$/gm)).toHaveLength(3);
    expect(table.match(/^.*Sum$/gm)).toHaveLength(1);
    expect(Math.max(...table.split('\n').map((line) => line.length))).toBeLessThanOrEqual(60);
  });

  test('very many documents are shown by group, or as sums alone', () => {
    const many = Array.from({ length: 300 }, () => 1);
    expect(terminal.write(matrixOf(many), OPTIONS)).toMatch(
      /g0 +g1 +Sum\nA +●● +●● +300\n\nShown by document group, added up: 300 documents/,
    );
    expect(
      terminal.write(
        matrixOf(many, (at) => `group ${at}`),
        OPTIONS,
      ),
    ).toMatch(/ +Sum\nA +300\n\nOnly sums are shown/);
  });

  test('the colours of the codes', () => {
    expect(terminal.write(matrixOf([1]), { ...OPTIONS, colorLevel: 3 })).toContain('\u001B[38;2;179;38;30mA');
  });
});

test.each(tableFormats)('$name writes the same table twice the same', async (format) => {
  expect(await format.write(TABLE, OPTIONS)).toEqual(await format.write(TABLE, OPTIONS));
});
