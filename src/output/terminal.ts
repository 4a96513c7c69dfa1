/** Tables for the eye: a matrix with circles, other tables as aligned columns, or as records where columns do not fit. */
import { Chalk } from 'chalk';
import type { Row, Table } from '../model.ts';
import { formatCell, headingOf, isForReaders } from './format-cell.ts';
import type { TextFormat, WriteOptions } from './table-format.ts';
import { drawCodeline } from './terminal-codeline.ts';
import { drawKwic } from './terminal-kwic.ts';
import { drawMatrix } from './terminal-matrix.ts';
import { drawQuotes } from './terminal-quotes.ts';
import { drawRecords, NO_ROWS } from './terminal-records.ts';
import { drawRelations } from './terminal-relations.ts';
import { indentName, largestOf, measure, pad, wrapText } from './text-layout.ts';

export const terminal: TextFormat = {
  name: 'terminal',
  extension: '',
  write(table, options) {
    const chalk = new Chalk({ level: options.colorLevel });
    const draw = table.display === undefined ? drawTable : DISPLAYS[table.display];
    const body = draw(table, options, chalk);
    // The notes of such a table are many, and must be told apart.
    const hanging = table.display === 'records' ? '  ' : '';
    const notes = table.notes.flatMap((note) =>
      wrapText(note, options.width - hanging.length).map((line, at) => (at === 0 ? line : hanging + line)),
    );
    return `${chalk.bold(table.title)}\n\n${body}\n${notes.map((note) => chalk.dim(note)).join('\n')}\n`;
  },
};

const DISPLAYS = {
  circles: drawMatrix,
  numbers: drawMatrix,
  records: drawRecords,
  kwic: drawKwic,
  relations: drawRelations,
  codeline: drawCodeline,
  quotes: drawQuotes,
};
const GAP = 2;
const NARROWEST_TEXT = 12;

function drawTable(table: Table, options: WriteOptions, chalk: InstanceType<typeof Chalk>): string {
  const rows = Array.from(table.rows);
  if (rows.length === 0) return NO_ROWS;
  const columns = table.columns
    .map((column, index) => ({ column, index }))
    .filter(({ column }) => isForReaders(column));
  const texts = rows.map((row) =>
    columns.map(({ column, index }) => cellText(row, index, formatCell(row.cells[index] ?? null, column, row))),
  );
  const headings = columns.map(({ column }) => headingOf(column));
  const widths = columns.map((_, at) =>
    largestOf(
      widestWord(headings[at] ?? ''),
      texts.map((cells) => widestLine(cells[at] ?? '')),
    ),
  );
  const fitted = fitWidths(
    widths,
    columns.map(({ column }) => column.kind === 'text'),
    options.width,
  );
  if (!fitted) return drawRecords(table, options, chalk);
  const draw = (cells: string[]) =>
    drawLines(
      cells,
      fitted,
      columns.map(({ column }) => column.kind !== 'text'),
    );
  const body = rows.map((row, at) => {
    const lines = draw(texts[at] ?? []);
    return row.kind === 'total' ? chalk.bold(lines) : row.color ? chalk.hex(row.color)(lines) : lines;
  });
  return `${chalk.bold(draw(headings))}\n${body.join('\n')}\n`;
}

/** In the tree a code is shown by its own name, indented. */
function cellText(row: Row, index: number, text: string): string {
  return index === 0 && row.depth !== undefined ? indentName(text, row) : text;
}

/** Narrows the widest text columns until all fit; `undefined` when they would become too narrow to read. */
function fitWidths(widths: number[], isText: boolean[], width: number): number[] | undefined {
  const fitted = [...widths];
  const total = () => fitted.reduce((sum, each) => sum + each + GAP, -GAP);
  while (total() > width) {
    let widest = -1;
    fitted.forEach((each, at) => {
      if (isText[at] && each > NARROWEST_TEXT && (widest < 0 || each > (fitted[widest] ?? 0))) widest = at;
    });
    if (widest < 0) return undefined;
    fitted[widest] = (fitted[widest] ?? 0) - 1;
  }
  return fitted;
}

function drawLines(cells: string[], widths: number[], right: boolean[]): string {
  const wrapped = cells.map((cell, at) => wrapCell(cell, widths[at] ?? 1));
  const height = largestOf(
    1,
    wrapped.map((lines) => lines.length),
  );
  const lines = Array.from({ length: height }, (_, line) =>
    wrapped
      .map((cell, at) => pad(cell[line] ?? '', widths[at] ?? 1, right[at] ? 'right' : 'left'))
      .join(' '.repeat(GAP))
      .trimEnd(),
  );
  return lines.join('\n');
}

/** A name that is indented stays so on all its lines. */
function wrapCell(cell: string, width: number): string[] {
  const margin = /^ */.exec(cell)?.[0].slice(0, width - 1) ?? '';
  return wrapText(cell.slice(margin.length), width - margin.length).map((line) => margin + line);
}

function widestLine(text: string): number {
  return largestOf(
    0,
    text.split('\n').map((line) => measure(line)),
  );
}

function widestWord(text: string): number {
  return largestOf(
    1,
    text.split(/\s+/u).map((word) => measure(word)),
  );
}
