/** A matrix of codes in a terminal: circles that grow with the count, or shares as numbers, folded to the width. */
import type { Chalk } from 'chalk';
import stringWidth from 'string-width';
import type { Column, Row, Table } from '../model.ts';
import { formatCell, headingOf } from './format-cell.ts';
import { chooseFields, type Field, GAP, numberOf } from './matrix-fields.ts';
import type { WriteOptions } from './table-format.ts';
import { indentName, largestOf, pad, shorten } from './text-layout.ts';

/** Smallest to largest; each stands for a quarter of the largest count, or for 1, 2, 3 and 4. */
const CIRCLES = ['·', '•', '●', '●●'];
const WIDEST_NAME = 34;

type Painter = InstanceType<typeof Chalk>;

/** What cells are drawn with. */
interface Pen {
  /** A column of the numbers, for their kind. */
  column: Column;
  largest: number;
  numbers: boolean;
  chalk: Painter;
}

/** A block of columns, and whether the last column of the table follows it. */
interface Block {
  fields: Field[];
  isLast: boolean;
}

/** Draws the columns of numbers and, last, the sums. */
export function drawMatrix(table: Table, options: WriteOptions, chalk: Painter): string {
  const rows = Array.from(table.rows);
  const lastColumn = table.columns.at(-1) as Column;
  const names = rows.map((row) => shorten(nameOf(row), WIDEST_NAME));
  const sums = rows.map((row) => formatCell(row.cells.at(-1) ?? null, lastColumn, row));
  const nameWidth = largestOf(4, names.map(stringWidthOf));
  const sumWidth = largestOf(headingOf(lastColumn).length, sums.map(stringWidthOf));
  const column = table.columns.slice(0, -1).findLast(({ kind }) => kind !== 'text') ?? lastColumn;
  const createPen = (fields: Field[]): Pen => ({
    column,
    largest: largestOf(0, listNumbers(rows, fields)),
    numbers: options.numbers,
    chalk,
  });
  const widestCell = (fields: Field[]) => {
    const pen = createPen(fields);
    return largestOf(
      1,
      rows.flatMap((row) => fields.map((field) => stringWidth(drawCell(row, field, pen)))),
    );
  };
  const block = options.width - nameWidth - sumWidth - GAP;
  const { fields, legend } = chooseFields(table, { block, width: options.width, widestCell });
  const pen = createPen(fields);
  const cellWidth = largestOf(
    widestCell(fields),
    fields.map(({ heading }) => stringWidth(heading)),
  );
  const drawBlock = ({ fields: part, isLast }: Block) => {
    const draw = (name: string, cells: string[], sum: string) => {
      const padded = [pad(name, nameWidth, 'left'), ...cells.map((cell) => pad(cell, cellWidth, 'right'))];
      return [...padded, ...(isLast ? [pad(sum, sumWidth, 'right')] : [])].join(' '.repeat(GAP)).trimEnd();
    };
    const headings = part.map(({ heading }) => heading);
    const lines = rows.map((row, at) => {
      const cells = part.map((field) => drawCell(row, field, pen));
      return paint(row, chalk)(draw(names[at] ?? '', cells, sums[at] ?? ''));
    });
    return [chalk.bold(draw('', headings, headingOf(lastColumn))), ...lines].join('\n');
  };
  const blocks = splitBlocks(fields, Math.max(1, Math.floor(block / (cellWidth + GAP)))).map(drawBlock);
  const key = describeCircles(pen);
  return `${[...blocks, ...legend, ...(key ? [key] : [])].join('\n\n')}\n`;
}

const stringWidthOf = (text: string) => stringWidth(text);

/** At least one, since the names and sums stand in it. */
function splitBlocks(fields: Field[], size: number): Block[] {
  const blocks: Block[] = [];
  for (let start = 0; start < Math.max(1, fields.length); start += size)
    blocks.push({ fields: fields.slice(start, start + size), isLast: start + size >= fields.length });
  return blocks;
}

function nameOf(row: Row): string {
  const path = String(row.cells[0] ?? '');
  return row.kind === 'total' ? path : indentName(path, row);
}

function paint(row: Row, chalk: Painter): (text: string) => string {
  if (row.kind === 'total') return chalk.bold;
  return row.color ? chalk.hex(row.color) : (text) => text;
}

function listNumbers(rows: Row[], fields: Field[]): number[] {
  return rows.filter((row) => row.kind === 'body').flatMap((row) => fields.map((field) => numberOf(row, field) ?? 0));
}

const isShare = ({ column }: Pen) => column.kind !== 'integer';

/** Totals are numbers. A count of nothing is blank, or 0 where numbers are asked for; a share of nothing is always told. */
function drawCell(row: Row, field: Field, pen: Pen): string {
  const value = numberOf(row, field);
  if (value === null) return '';
  const text = formatCell(value, pen.column, row);
  if (row.kind === 'total') return text;
  const level = levelOf(value, pen);
  const circle = value === 0 ? '' : (CIRCLES[level] ?? '');
  if (!isShare(pen)) return pen.numbers ? `${circle} ${text}`.trimStart() : circle;
  if (value === 0) return pen.chalk.dim('0');
  return pen.numbers ? `${circle} ${text}` : heat(text, level, pen.chalk);
}

/** Small shares step back, large ones come forward. */
function heat(text: string, level: number, chalk: Painter): string {
  if (level === 0) return chalk.dim(text);
  return level === CIRCLES.length - 1 ? chalk.bold(text) : text;
}

function levelOf(value: number, pen: Pen): number {
  const { largest } = pen;
  if (!isShare(pen) && largest <= CIRCLES.length) return value - 1;
  return Math.min(CIRCLES.length - 1, Math.ceil((value / largest) * CIRCLES.length) - 1);
}

/** Which counts each circle stands for: "· 1–3  • 4–6  ● 7–9  ●● 10–12". */
function describeCircles(pen: Pen): string {
  if (isShare(pen)) return pen.numbers && pen.largest > 0 ? describeQuarters(pen) : '';
  const { largest } = pen;
  const ranges = CIRCLES.map((circle, level) => {
    const [low, high] = largest <= CIRCLES.length ? [level + 1, level + 1] : quarter(largest, level);
    return low > Math.min(high, largest) ? [] : [`${circle} ${low === high ? low : `${low}–${high}`}`];
  });
  return ranges.flat().join('   ');
}

/** Smallest and largest whole number of one quarter. */
function quarter(largest: number, level: number): [number, number] {
  const end = (quarters: number) => Math.floor((largest * quarters) / CIRCLES.length);
  return [end(level) + 1, end(level + 1)];
}

/** "· to 12.5   • to 25.0   ● to 37.5   ●● to 50.0". */
function describeQuarters({ largest, column }: Pen): string {
  const quarters = CIRCLES.map((_, level) => (largest * (level + 1)) / CIRCLES.length);
  return CIRCLES.map((circle, level) => `${circle} to ${formatCell(quarters[level] ?? 0, column)}`).join('   ');
}
