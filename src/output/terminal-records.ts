/** A wide table in a terminal: one block of lines a row, its document as the heading, short values side by side. */
import type { Chalk } from 'chalk';
import type { Column, Row, Table } from '../model.ts';
import { nameInGroup } from '../tables/place.ts';
import { formatCell, headingOf, isForReaders } from './format-cell.ts';
import type { WriteOptions } from './table-format.ts';
import { largestOf, measure, pad, wrapText } from './text-layout.ts';

/** A value with its heading. */
export interface Field {
  heading: string;
  text: string;
  /** Neighbours of one kind share a line; so it is with a whole column. */
  short?: 'number' | 'text';
}

/** In place of a table without rows. */
export const NO_ROWS = 'Nothing to show.\n';
const GAP = 2;
const INDENT = '  ';
const NARROWEST_TEXT = 12;
/** Columns with nothing longer share a line. */
const LONGEST_SHORT = 12;
const BETWEEN = ' · ';

/** The rows in their order; what is empty is left out. */
export function drawRecords(table: Table, options: WriteOptions, chalk: InstanceType<typeof Chalk>): string {
  const records = listRecords(table);
  if (records.length === 0) return NO_ROWS;
  const hasTitle = records.some(({ title }) => title !== '');
  const headingWidth = largestOf(
    0,
    records.map(({ fields }) => widestHeading(fields)),
  );
  const drawn = records.map(({ row, title, fields }) => {
    const colour = row.color ? chalk.hex(row.color) : undefined;
    const paintHeading = colour ?? (hasTitle ? chalk.dim : chalk.bold);
    const lines = drawFields(fields, {
      width: options.width,
      headingWidth,
      indent: hasTitle ? INDENT : '',
      paintHeading,
    });
    const titleLines = hasTitle ? wrapText(title, options.width).map((line) => (colour ?? chalk.bold)(line)) : [];
    return [...titleLines, ...lines].join('\n');
  });
  return `${drawn.join('\n\n')}\n`;
}

export interface RecordOfFields {
  row: Row;
  /** "Group \ Document", as MAXQDA writes it; empty in a table that is not about documents. */
  title: string;
  fields: Field[];
}

/** The rows as headings and values for people, without what is empty. */
export function listRecords(table: Table): RecordOfFields[] {
  const rows = Array.from(table.rows);
  const columns = table.columns.map((column, index) => ({ column, index }));
  const text = (row: Row, { column, index }: { column: Column; index: number }) =>
    formatCell(row.cells[index] ?? null, column, row);
  const titles = TITLE_KEYS.map((key) => columns.find(({ column }) => column.key === key));
  const shown = columns.filter(({ column }) => isForReaders(column) && !TITLE_KEYS.includes(column.key));
  const short = shown.map((each): Pick<Field, 'short'> => {
    if (each.column.kind !== 'text') return { short: 'number' };
    return rows.every((row) => isShort(text(row, each))) ? { short: 'text' } : {};
  });
  return rows.map((row) => ({
    row,
    title: joinTitle(titles.map((each) => (each ? text(row, each) : ''))),
    fields: shown
      .map((each, at) => ({ heading: headingOf(each.column), text: text(row, each), ...short[at] }))
      .filter((field) => field.text !== ''),
  }));
}

/** Columns that say which document a row is about. */
export const TITLE_KEYS = ['document_group', 'document'];

/** "Group \ Document". */
export function joinTitle([group = '', document = '']: string[]): string {
  return nameInGroup(group, document);
}

function isShort(text: string): boolean {
  return text.length <= LONGEST_SHORT && !text.includes('\n');
}

export interface FieldsLayout {
  width: number;
  /** Of the column of headings. */
  headingWidth: number;
  indent: string;
  paintHeading: (heading: string) => string;
}

/** Aligned lines `heading  value`; short values that follow each other make one line: `Turns  3 · Words 40`. */
export function drawFields(fields: readonly Field[], layout: FieldsLayout): string[] {
  const { width, headingWidth, indent, paintHeading } = layout;
  const hanging = indent + ' '.repeat(headingWidth + GAP);
  const room = Math.max(width - hanging.length, NARROWEST_TEXT);
  return joinShort(fields).flatMap(([first, ...others]) => {
    const values = [first.text, ...others.map(({ heading, text }) => `${heading} ${text}`)];
    const [value = '', ...more] = others.length === 0 ? wrapText(first.text, room) : fillLines(values, room);
    const heading = indent + paintHeading(pad(first.heading, headingWidth, 'left')) + ' '.repeat(GAP);
    return [heading + value, ...more.map((line) => hanging + line)];
  });
}

/** Width of the headings that stand at the beginning of a line. */
export function widestHeading(fields: readonly Field[]): number {
  return largestOf(
    0,
    joinShort(fields).map(([first]) => measure(first.heading)),
  );
}

function joinShort(fields: readonly Field[]): [Field, ...Field[]][] {
  const lines: [Field, ...Field[]][] = [];
  for (const field of fields) {
    const last = lines.at(-1);
    if (last && field.short !== undefined && last[0].short === field.short) last.push(field);
    else lines.push([field]);
  }
  return lines;
}

/** Values are kept whole. */
function fillLines(values: readonly string[], width: number): string[] {
  const lines: string[] = [];
  for (const value of values) {
    const last = lines.at(-1);
    if (last !== undefined && measure(last + BETWEEN + value) <= width) lines[lines.length - 1] += BETWEEN + value;
    else lines.push(value);
  }
  return lines;
}
