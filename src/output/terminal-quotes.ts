/** A table of quotes in a terminal: for every code a line a column, with the number of quotes and how the first begins. */
import type { Chalk } from 'chalk';
import type { Row, Table } from '../model.ts';
import { splitQuotes } from '../tables/quote-cells.ts';
import { headingOf, isForReaders, removeControls } from './format-cell.ts';
import type { WriteOptions } from './table-format.ts';
import { indentName, largestOf, measure, pad, shorten, wrapText } from './text-layout.ts';

const GAP = '  ';
const NARROWEST_TEXT = 12;
/** Share of the width that the names of columns take at most. */
const WIDEST_NAME = 0.4;

/** A column of one code that has quotes. */
interface Line {
  name: string;
  count: string;
  first: string;
}

/** Columns without quotes are left out. */
export function drawQuotes(table: Table, { width }: WriteOptions, chalk: InstanceType<typeof Chalk>): string {
  const blocks = Array.from(table.rows, (row) => ({ row, lines: listLines(row, table) }));
  const all = blocks.flatMap(({ lines }) => lines);
  const names = largestOf(
    0,
    all.map(({ name }) => measure(name)),
  );
  const nameWidth = Math.min(names, Math.floor(width * WIDEST_NAME));
  const countWidth = largestOf(
    0,
    all.map(({ count }) => count.length),
  );
  const drawLine = (indent: string, { name, count, first }: Line): string => {
    const start = `${indent}${pad(shorten(name, nameWidth), nameWidth, 'left')}${GAP}${pad(count, countWidth, 'right')}${GAP}`;
    return start + shorten(first, Math.max(NARROWEST_TEXT, width - measure(start)));
  };
  const drawn = blocks.map(({ row, lines }) => {
    const name = indentName(removeControls(String(row.cells[0] ?? '')), row);
    const indent = `${' '.repeat(name.length - name.trimStart().length)}${GAP}`;
    const title = row.color ? chalk.hex(row.color).bold(name) : chalk.bold(name);
    const body = lines.length === 0 ? [chalk.dim(`${indent}no quotes`)] : lines.map((line) => drawLine(indent, line));
    return [title, ...body].join('\n');
  });
  const legend = wrapText(HOW_TO_READ, width).map((line) => chalk.dim(line));
  return `${[...drawn, '', ...legend].join('\n')}\n`;
}

const HOW_TO_READ = 'Number of quotes, and how the first begins; all of them with -o FILE or -f md.';

function listLines(row: Row, { columns }: Table): Line[] {
  return columns.flatMap((column, at) => {
    const cell = row.cells[at];
    if (column.key === 'code' || !isForReaders(column) || typeof cell !== 'string' || cell === '') return [];
    const [first = '', ...others] = splitQuotes(cell);
    const text = removeControls(first.replace(/\s+/gu, ' '));
    return [{ name: removeControls(headingOf(column)), count: String(others.length + 1), first: text }];
  });
}
