/** A matrix of codes in a terminal: circles that grow with the count, or shares as numbers, folded to the width. */
import type { Chalk } from 'chalk';
import type { ColumnKind, Row, Table } from '../model.ts';
import { formatCell, headingOf } from './format-cell.ts';
import { chooseFields, countLast, type Field, GAP, measureFields, numberOf } from './matrix-fields.ts';
import type { WriteOptions } from './table-format.ts';
import { indentName, largestOf, measure, pad, shorten } from './text-layout.ts';

/** Smallest to largest; each stands for a quarter of the largest count, or for 1, 2, 3 and 4. */
const CIRCLES = ['·', '•', '●', '●●'];
const WIDEST_NAME = 34;

type Painter = InstanceType<typeof Chalk>;

/** What cells are drawn with. */
interface Pen {
  /** By the kind of the numbers. */
  largest: Partial<Record<ColumnKind, number>>;
  /** Whether counts are circles, and not numbers as shares are. */
  circles: boolean;
  /** Both circles and numbers. */
  numbers: boolean;
  chalk: Painter;
}

/** A block of fields, from one index to before another. */
interface Block {
  start: number;
  end: number;
}

/** Draws the columns of numbers and, last, those of all. */
export function drawMatrix(table: Table, options: WriteOptions, chalk: Painter): string {
  const rows = Array.from(table.rows);
  const names = rows.map((row) => shorten(nameOf(row), WIDEST_NAME));
  const nameWidth = largestOf(4, names.map(measure));
  const last = createLast(table, rows);
  const createPen = (fields: Field[]): Pen => ({
    largest: findLargest(rows, fields),
    circles: table.display === 'circles',
    numbers: options.numbers,
    chalk,
  });
  const widestCell = (fields: Field[]) => {
    const pen = createPen(fields);
    return largestOf(
      1,
      rows.flatMap((row) => fields.map((field) => measure(drawCell(row, field, pen)))),
    );
  };
  const block = options.width - nameWidth - last.width - GAP;
  const { fields, legend } = chooseFields(table, { block, width: options.width, widestCell });
  const pen = createPen(fields);
  const widths = measureFields(fields, widestCell(fields));
  const drawBlock = ({ start, end }: Block) => {
    const [part, partWidths] = [fields.slice(start, end), widths.slice(start, end)];
    const draw = (name: string, cells: string[], lastCells: string) => {
      const padded = [
        pad(name, nameWidth, 'left'),
        ...cells.map((cell, at) => pad(cell, partWidths[at] ?? 1, 'right')),
      ];
      return [...padded, ...(end === fields.length ? [lastCells] : [])].join(BETWEEN).trimEnd();
    };
    const headings = part.map(({ heading }) => heading);
    const lines = rows.map((row, at) => {
      const cells = part.map((field) => drawCell(row, field, pen));
      return paint(row, chalk)(draw(names[at] ?? '', cells, last.cells[at] ?? ''));
    });
    return [chalk.bold(draw('', headings, last.heading)), ...lines].join('\n');
  };
  const blocks = splitBlocks(fields, widths, block).map(drawBlock);
  const key = describeCircles(pen, fields);
  return `${[...blocks, ...legend, ...(key ? [key] : [])].join('\n\n')}\n`;
}

const BETWEEN = ' '.repeat(GAP);

/** The columns of all, drawn. */
function createLast(table: Table, rows: readonly Row[]): { heading: string; cells: string[]; width: number } {
  const columns = table.columns.map((column, index) => ({ column, index })).slice(-countLast(table));
  const drawn = columns.map(({ column, index }) => {
    const cells = rows.map((row) => formatCell(row.cells[index] ?? null, column, row));
    const width = largestOf(measure(headingOf(column)), cells.map(measure));
    return { heading: pad(headingOf(column), width, 'right'), cells: cells.map((cell) => pad(cell, width, 'right')) };
  });
  const heading = drawn.map((each) => each.heading).join(BETWEEN);
  const cells = rows.map((_, at) => drawn.map((each) => each.cells[at] ?? '').join(BETWEEN));
  return { heading, cells, width: measure(heading) };
}

/** At least one, since the names and sums stand in it. A number and its share stay together. */
function splitBlocks(fields: Field[], widths: number[], room: number): Block[] {
  const blocks: Block[] = [{ start: 0, end: 0 }];
  let taken = 0;
  for (let start = 0; start < fields.length; ) {
    const end = fields[start + 1]?.column.isShare ? start + 2 : start + 1;
    const needed = widths.slice(start, end).reduce((sum, width) => sum + width + GAP, 0);
    const block = blocks.at(-1) as Block;
    if (block.end === block.start || taken + needed <= room) {
      block.end = end;
      taken += needed;
    } else {
      blocks.push({ start, end });
      taken = needed;
    }
    start = end;
  }
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

function findLargest(rows: Row[], fields: Field[]): Pen['largest'] {
  const body = rows.filter((row) => row.kind === 'body');
  const largest: Pen['largest'] = {};
  for (const field of fields) {
    const numbers = body.map((row) => numberOf(row, field) ?? 0);
    largest[field.column.kind] = largestOf(largest[field.column.kind] ?? 0, numbers);
  }
  return largest;
}

/** Totals are numbers. Among circles nothing is blank, or 0 where numbers are asked for; among numbers it is always told. */
function drawCell(row: Row, field: Field, pen: Pen): string {
  const value = numberOf(row, field);
  if (value === null) return '';
  const { column } = field;
  const text = formatCell(value, column, row);
  if (row.kind === 'total') return text;
  const level = levelOf(value, column.kind, pen);
  const circle = value === 0 ? '' : (CIRCLES[level] ?? '');
  if (pen.circles && column.kind === 'integer') return pen.numbers ? `${circle} ${text}`.trimStart() : circle;
  if (value === 0) return pen.chalk.dim('0');
  return pen.numbers && !column.isShare ? `${circle} ${text}` : heat(text, level, pen.chalk);
}

/** Small numbers step back, large ones come forward. */
function heat(text: string, level: number, chalk: Painter): string {
  if (level === 0) return chalk.dim(text);
  return level === CIRCLES.length - 1 ? chalk.bold(text) : text;
}

function levelOf(value: number, kind: ColumnKind, { largest }: Pen): number {
  const most = largest[kind] ?? 0;
  if (kind === 'integer' && most <= CIRCLES.length) return value - 1;
  return Math.min(CIRCLES.length - 1, Math.ceil((value / most) * CIRCLES.length) - 1);
}

/** Which numbers each circle stands for: "· 1–3  • 4–6  ● 7–9  ●● 10–12". */
function describeCircles(pen: Pen, [field]: readonly Field[]): string {
  const kind = field?.column.kind ?? 'integer';
  const most = pen.largest[kind] ?? 0;
  if (!field || most === 0 || (!pen.numbers && !(pen.circles && kind === 'integer'))) return '';
  if (kind !== 'integer') return describeQuarters(most, field);
  const ranges = CIRCLES.map((circle, level) => {
    const [low, high] = most <= CIRCLES.length ? [level + 1, level + 1] : quarter(most, level);
    return low > Math.min(high, most) ? [] : [`${circle} ${low === high ? low : `${low}–${high}`}`];
  });
  return ranges.flat().join('   ');
}

/** Smallest and largest whole number of one quarter. */
function quarter(largest: number, level: number): [number, number] {
  const end = (quarters: number) => Math.floor((largest * quarters) / CIRCLES.length);
  return [end(level) + 1, end(level + 1)];
}

/** "· to 12.5   • to 25.0   ● to 37.5   ●● to 50.0". */
function describeQuarters(largest: number, { column }: Field): string {
  const quarters = CIRCLES.map((_, level) => (largest * (level + 1)) / CIRCLES.length);
  return CIRCLES.map((circle, level) => `${circle} to ${formatCell(quarters[level] ?? 0, column)}`).join('   ');
}
