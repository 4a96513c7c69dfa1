/** A square table of codes in a terminal: numbered rows, and columns that are called by these numbers, folded to the width. */
import type { Chalk } from 'chalk';
import type { Cell, Column, Row, Table } from '../model.ts';
import { formatCell, headingOf, removeControls } from './format-cell.ts';
import type { WriteOptions } from './table-format.ts';
import { indentName, largestOf, measure, pad, shorten } from './text-layout.ts';

/** Columns before the square: code, code id, and how often the code occurs. */
const OWN_COLUMNS = 3;
const UNDEFINED = '—';
const KEY = `${UNDEFINED} does not apply   blank: 0`;
const WIDEST_NAME = 34;
/** Names give way to that, so that all columns stand in one block. */
const NARROWEST_NAME = 20;

/** Zeros are blank, so that relations stand out. */
export function drawRelations(table: Table, options: WriteOptions, chalk: InstanceType<typeof Chalk>): string {
  const rows = Array.from(table.rows);
  const [, , single, ...columns] = table.columns;
  const cells = rows.map((row) => columns.map((column, at) => drawCell(row.cells[at + OWN_COLUMNS] ?? null, column)));
  const singles = rows.map((row) => String(row.cells[OWN_COLUMNS - 1] ?? ''));
  const singleHeading = single ? headingOf(single) : '';
  const digits = String(rows.length).length;
  const cellWidth = largestOf(digits, cells.flat().map(measure));
  const singleWidth = largestOf(measure(singleHeading), singles.map(measure));
  const fixed = digits + 2 * GAP.length + singleWidth;
  const { nameWidth, perBlock } = arrange(rows, {
    columns: columns.length,
    columnWidth: cellWidth + GAP.length,
    room: options.width - fixed,
  });
  const names = rows.map((row) => pad(shorten(nameOf(row), nameWidth), nameWidth, 'left'));
  const blocks: string[] = [];
  for (let start = 0; start < Math.max(1, columns.length); start += perBlock) {
    const numbers = columns.slice(start, start + perBlock).map((_, at) => String(start + at + 1));
    const heading = [' '.repeat(digits + GAP.length + nameWidth), pad(singleHeading, singleWidth, 'right')];
    const lines = [chalk.bold([...heading, ...alignRight(numbers, cellWidth)].join(GAP).trimEnd())];
    rows.forEach((row, at) => {
      const paint = row.color ? chalk.hex(row.color) : (text: string) => text;
      const shown = alignRight((cells[at] ?? []).slice(start, start + perBlock), cellWidth);
      const own = [pad(String(at + 1), digits, 'right'), names[at], pad(singles[at] ?? '', singleWidth, 'right')];
      lines.push(paint([...own, ...shown].join(GAP).trimEnd()));
    });
    blocks.push(lines.join('\n'));
  }
  return `${[...blocks, KEY].join('\n\n')}\n`;
}

const GAP = '  ';

function nameOf(row: Row): string {
  return removeControls(indentName(String(row.cells[0] ?? ''), row));
}

function drawCell(cell: Cell, column: Column): string {
  if (cell === null) return UNDEFINED;
  return cell === 0 ? '' : formatCell(cell, column).replace(/^0\./, '.');
}

const alignRight = (texts: readonly string[], width: number) => texts.map((text) => pad(text, width, 'right'));

/** Names are shortened where that saves a second block. */
function arrange(
  rows: readonly Row[],
  { columns, columnWidth, room }: { columns: number; columnWidth: number; room: number },
): { nameWidth: number; perBlock: number } {
  const widths = rows.map((row) => measure(nameOf(row)));
  const widest = Math.min(WIDEST_NAME, largestOf(4, widths), Math.max(NARROWEST_NAME, room >> 1));
  const left = room - columns * columnWidth;
  const nameWidth = left >= Math.min(widest, NARROWEST_NAME) ? Math.min(widest, left) : widest;
  return { nameWidth, perBlock: Math.max(1, Math.floor((room - nameWidth) / columnWidth)) };
}
