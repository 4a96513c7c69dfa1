/** The code matrix in a terminal: circles that grow with the count, folded to the width, columns numbered when names are long. */
import type { Chalk } from 'chalk';
import stringWidth from 'string-width';
import type { Column, Row, Table } from '../model.ts';
import { headingOf } from './format-cell.ts';
import type { WriteOptions } from './table-format.ts';
import { indentName, largestOf, pad, shorten, wrapText } from './text-layout.ts';

/** Smallest to largest; each stands for a quarter of the largest count, or for 1, 2, 3 and 4. */
const CIRCLES = ['·', '•', '●', '●●'];
const GAP = 2;
const WIDEST_NAME = 34;
const WIDEST_HEADING = 14;
/** More blocks than this are harder to read than the file; groups are shown instead. */
const MOST_BLOCKS = 4;

/** A column of the drawing: one document, or all documents of a group. */
interface Field {
  heading: string;
  /** Places of its documents in the table's columns. */
  indices: number[];
}

/** Draws the table's document columns and its sums. */
export function drawMatrix(table: Table, options: WriteOptions, chalk: InstanceType<typeof Chalk>): string {
  const rows = Array.from(table.rows);
  const names = rows.map((row) => shorten(nameOf(row), WIDEST_NAME));
  const nameWidth = largestOf(
    4,
    names.map((name) => stringWidth(name)),
  );
  const sumIndex = table.columns.length - 1;
  const sums = rows.map((row) => String(row.cells[sumIndex] ?? ''));
  const sumWidth = largestOf(
    3,
    sums.map((sum) => sum.length),
  );
  const room = options.width - nameWidth - sumWidth - GAP;
  const { fields, legend } = chooseFields(table.columns, rows, room, options);
  const largest = largestOf(0, bodyCounts(rows, fields));
  const cellWidth = Math.max(
    ...fields.map(({ heading }) => stringWidth(heading)),
    widestCell(rows, fields, largest, options),
    1,
  );
  const perBlock = Math.max(1, Math.floor(room / (cellWidth + GAP)));
  const blocks: string[] = [];
  for (let start = 0; start < Math.max(1, fields.length); start += perBlock) {
    const part = fields.slice(start, start + perBlock);
    const last = start + perBlock >= fields.length;
    const heading = [pad('', nameWidth, 'left'), ...part.map((field) => pad(field.heading, cellWidth, 'right'))];
    const lines = [
      chalk.bold([...heading, ...(last ? [pad('Sum', sumWidth, 'right')] : [])].join(' '.repeat(GAP)).trimEnd()),
    ];
    rows.forEach((row, at) => {
      const cells = part.map((field) => pad(drawCell(row, field, largest, options), cellWidth, 'right'));
      const sum = last ? [pad(sums[at] ?? '', sumWidth, 'right')] : [];
      lines.push(
        paint(row, chalk)([pad(names[at] ?? '', nameWidth, 'left'), ...cells, ...sum].join(' '.repeat(GAP)).trimEnd()),
      );
    });
    blocks.push(lines.join('\n'));
  }
  const key = describeCircles(largest);
  return `${[...blocks, ...legend, ...(key ? [key] : [])].join('\n\n')}\n`;
}

function nameOf(row: Row): string {
  const path = String(row.cells[0] ?? '');
  return row.kind === 'total' ? path : indentName(path, row);
}

function paint(row: Row, chalk: InstanceType<typeof Chalk>): (text: string) => string {
  if (row.kind === 'total') return chalk.bold;
  return row.color ? chalk.hex(row.color) : (text) => text;
}

/** Names where they fit, else numbers with a legend, else one column a group, else sums alone. */
function chooseFields(
  columns: Column[],
  rows: Row[],
  room: number,
  options: WriteOptions,
): { fields: Field[]; legend: string[] } {
  const documents = columns.flatMap((column, index) => (column.document ? [{ column, index }] : []));
  const named = documents.map(({ column, index }) => ({ heading: headingOf(column), indices: [index] }));
  const widest = largestOf(
    0,
    named.map(({ heading }) => stringWidth(heading)),
  );
  if (widest <= WIDEST_HEADING && named.length * (widest + GAP) <= room) return { fields: named, legend: [] };
  const numbered = named.map(({ indices }, at) => ({ heading: String(at + 1), indices }));
  const cell = Math.max(String(named.length).length, widestCell(rows, numbered, 1, options));
  if (named.length * (cell + GAP) <= room * MOST_BLOCKS)
    return {
      fields: numbered,
      legend: [
        listDocuments(
          documents.map(({ column }) => column),
          options,
        ),
      ],
    };
  const groups = new Map<string, number[]>();
  for (const { column, index } of documents) {
    const group = column.document?.group ?? 'no group';
    groups.set(group, [...(groups.get(group) ?? []), index]);
  }
  const fields = [...groups].map(([group, indices]) => ({ heading: shorten(group, WIDEST_HEADING), indices }));
  const fits = fields.length > 1 && fields.length * (WIDEST_HEADING + GAP) <= room * MOST_BLOCKS;
  const shown = fits ? 'Shown by document group' : 'Only sums are shown';
  return {
    fields: fits ? fields : [],
    legend: [
      wrapText(`${shown}: ${documents.length} documents do not fit here; the files have them all.`, options.width).join(
        '\n',
      ),
    ],
  };
}

/** "1 Interview Jan (North)" for every numbered column, in as many columns as fit. */
function listDocuments(columns: Column[], options: WriteOptions): string {
  const digits = String(columns.length).length;
  const entries = columns.map(({ document }, at) => {
    const group = document?.group === undefined ? '' : ` (${document.group})`;
    return `${pad(String(at + 1), digits, 'right')}  ${document?.name ?? ''}${group}`;
  });
  const width =
    largestOf(
      0,
      entries.map((entry) => stringWidth(entry)),
    ) + GAP;
  const perLine = Math.max(1, Math.floor(options.width / width));
  if (width - GAP > options.width) return entries.flatMap((entry) => wrapText(entry, options.width)).join('\n');
  const height = Math.ceil(entries.length / perLine);
  const lines = Array.from({ length: height }, (_, line) =>
    Array.from({ length: perLine }, (__, column) => pad(entries[column * height + line] ?? '', width, 'left'))
      .join('')
      .trimEnd(),
  );
  return lines.join('\n');
}

function countOf(row: Row, field: Field): number {
  return field.indices.reduce((sum, index) => sum + Number(row.cells[index] ?? 0), 0);
}

function bodyCounts(rows: Row[], fields: Field[]): number[] {
  return rows.filter((row) => row.kind === 'body').flatMap((row) => fields.map((field) => countOf(row, field)));
}

function widestCell(rows: Row[], fields: Field[], largest: number, options: WriteOptions): number {
  return largestOf(
    1,
    rows.flatMap((row) => fields.map((field) => stringWidth(drawCell(row, field, largest, options)))),
  );
}

/** Totals are numbers; a count of nothing is blank, or 0 where numbers are asked for. */
function drawCell(row: Row, field: Field, largest: number, options: WriteOptions): string {
  const value = countOf(row, field);
  if (row.kind === 'total') return String(value);
  const circle = value === 0 ? '' : (CIRCLES[levelOf(value, largest)] ?? '');
  return options.numbers ? `${circle} ${value}`.trimStart() : circle;
}

function levelOf(value: number, largest: number): number {
  if (largest <= CIRCLES.length) return value - 1;
  return Math.min(CIRCLES.length - 1, Math.ceil((value / largest) * CIRCLES.length) - 1);
}

/** Which counts each circle stands for: "· 1–3  • 4–6  ● 7–9  ●● 10–12". */
function describeCircles(largest: number): string {
  const ranges = new Map<number, [number, number]>();
  for (let value = 1; value <= largest; value++) {
    const level = levelOf(value, largest);
    ranges.set(level, [ranges.get(level)?.[0] ?? value, value]);
  }
  return [...ranges]
    .map(([level, [low, high]]) => `${CIRCLES[level]} ${low === high ? low : `${low}–${high}`}`)
    .join('   ');
}
