/** Workbooks: the same values as the CSV file, what Excel forbids, and the same bytes every time. */
import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import type { Cell, Table } from '../../../src/model.ts';
import { csv } from '../../../src/output/csv.ts';
import { nameSheets } from '../../../src/output/office/sheet-names.ts';
import { writeWorkbook } from '../../../src/output/office/workbook.ts';
import { isOwnOutput } from '../../../src/output/own-output.ts';
import { canOpen, convert } from './libre-office.ts';
import { unpack } from './unpack.ts';

const OPTIONS = { width: 60, colorLevel: 0 as const, numbers: false, excel: false };

const HARD_TEXTS = [
  '=1+1',
  '+31 6',
  '-ja',
  '@naam',
  '<script>&amp;"\'',
  'regel een\nregel twee',
  '  blanks  ',
  '_x0041_',
  '👩‍👩‍👧 één',
  'שלום עולם',
  "'s avonds",
  '00123',
  '1e5',
  'TRUE',
  '2024-01-02',
];

function tableOf(rows: Cell[][], title = 'Sample'): Table {
  return {
    name: 'sample',
    title,
    columns: [
      { key: 'code', title: 'Code', kind: 'text' },
      { key: 'n', title: 'Segments', kind: 'integer' },
      { key: 'p', title: '% of it', kind: 'percent' },
      { key: 'd', title: 'Per 1,000', kind: 'decimal' },
    ],
    rows: rows.map((cells, at) => ({ kind: 'body', depth: at % 3, color: '#b3261e', cells })),
    notes: ['A note.'],
  };
}

const write = (...tables: Table[]) => Buffer.concat([...writeWorkbook(tables, { title: 'Sample' })]);

test('numbers are numbers, percentages are shares that look like them, and text stays text', async () => {
  const parts = await unpack(write(tableOf([['=1+1', 3, 200 / 3, 2 / 3]])));
  const sheet = parts['xl/worksheets/sheet1.xml'] ?? '';
  expect(sheet).toMatch(
    /<row r="2"><c r="A2" s="\d+" t="s"><v>4<\/v><\/c><c r="B2" s="\d+"><v>3<\/v><\/c><c r="C2" s="\d+"><v>0.6667<\/v><\/c><c r="D2" s="\d+"><v>0.67<\/v><\/c><\/row>/,
  );
  expect(parts['xl/sharedStrings.xml']).toContain('<t xml:space="preserve">=1+1</t>');
  expect(sheet).not.toContain('<f>');
});

test('what is undefined is empty, and no number is written that is none', async () => {
  const parts = await unpack(write(tableOf([['a', null, Number.NaN, Number.POSITIVE_INFINITY]])));
  expect(parts['xl/worksheets/sheet1.xml']).toMatch(/<row r="2"><c r="A2"[^>]*><v>4<\/v><\/c><\/row>/);
});

test('what XML cannot hold does not break the file', async () => {
  const parts = await unpack(write(tableOf([['a\u0000b\u001Bc\uFFFEd\uD800e\r\nf', 1, 1, 1]])));
  expect(parts['xl/sharedStrings.xml']).toContain('>abcde&#10;f<');
});

test('a text that Excel has no room for is cut where one sees it, and it is said', async () => {
  const parts = await unpack(
    write(
      tableOf([
        ['x'.repeat(32_767), 1, 1, 1],
        [`${'y'.repeat(32_766)}👩`, 1, 1, 1],
      ]),
    ),
  );
  const [whole, cut] = (parts['xl/sharedStrings.xml'] ?? '').match(/(x{9}|y{9})[^<]*/g) ?? [];
  expect(whole).toBe('x'.repeat(32_767));
  expect(cut?.length).toBe(32_767);
  expect(cut).toMatch(/y … \[cut here: a cell holds no more\]$/);
  expect(parts['xl/sharedStrings.xml']).toContain('1 cell is cut');
});

test('the head stays in sight and filters; totals are not sorted', async () => {
  const table = tableOf([['a', 1, 1, 1]]);
  const total = { kind: 'total' as const, cells: ['Sum', 1, 1, 1] };
  const parts = await unpack(write({ ...table, rows: [...table.rows, total] }));
  expect(parts['xl/worksheets/sheet1.xml']).toMatch(/<pane xSplit="1" ySplit="1".*<autoFilter ref="A1:D2"\/>/);
  expect(parts['xl/workbook.xml']).toContain(`'Sample'!$A$1:$D$2<`);
});

test('the notes of every table have a sheet of their own', async () => {
  const parts = await unpack(write(tableOf([], 'One'), tableOf([], 'Two')));
  expect(parts['xl/workbook.xml']?.match(/<sheet name="[^"]*"/g)).toEqual([
    '<sheet name="One"',
    '<sheet name="Two"',
    '<sheet name="Notes"',
  ]);
});

describe('names of sheets', () => {
  test.each([
    [['Code matrix'], ['Code matrix']],
    [['Keyword: a/b\\c*?[d]'], ['Keyword a b c d']],
    [
      ["'quoted'", '', 'History'],
      ['quoted', 'Sheet', 'History (2)'],
    ],
    [
      ['Same', 'same', 'SAME'],
      ['Same', 'same (2)', 'SAME (3)'],
    ],
    [['Code relations: segments with both codes'], ['Code relations']],
    [[`${'x'.repeat(30)}👩`], ['x'.repeat(30)]],
    [
      ['y'.repeat(40), 'y'.repeat(50)],
      ['y'.repeat(31), `${'y'.repeat(27)} (2)`],
    ],
  ])('%j', (titles, names) => expect(nameSheets(titles)).toEqual(names));
});

test('the same table gives the same bytes, in every time zone', () => {
  const table = tableOf(HARD_TEXTS.map((text) => [text, 1, 12.345, 0.5]));
  const before = process.env.TZ;
  const written = ['UTC', 'Asia/Tokyo', 'America/Anchorage'].map((zone) => {
    process.env.TZ = zone;
    return Buffer.from(write(table)).toString('base64');
  });
  if (before === undefined) delete process.env.TZ;
  else process.env.TZ = before;
  expect(new Set(written).size).toBe(1);
});

test('the program knows its own workbooks by their first bytes', () => {
  expect(isOwnOutput(write(tableOf([])))).toBe(true);
});

test.skipIf(!canOpen)('LibreOffice reads the values that the CSV file has (needs LibreOffice)', () => {
  const texts = HARD_TEXTS.map((text, at): Cell[] => [text, at, (at * 100) / 7, at / 3]);
  const table = tableOf([...texts, ['x\u0007', null, null, null]]);
  const read = convert({ 'a.xlsx': write(table), 'b.xlsx': write(tableOf([])) }, 'csv');
  expect(Object.keys(read)).toEqual(['a-Notes.csv', 'a-Sample.csv', 'b-Notes.csv', 'b-Sample.csv']);
  const rows: string[][] = parse(read['a-Sample.csv'] ?? '');
  const wanted: string[][] = parse(csv.write(table, OPTIONS));
  expect(rows).toHaveLength(HARD_TEXTS.length + 2);
  rows.slice(1).forEach((row, at) => {
    const [text = '', count, share = '', decimal] = wanted[at + 1] ?? [];
    const plain = text.replace(/^'(?=[=+\-@])/, '').replace('\u0007', '');
    expect(row).toEqual([plain, count, share === '' ? '' : `${share}%`, decimal]);
  });
});
