/** How wide the columns of a sheet are, which of them wrap or turn their text, and how high rows become by that. */
import type { Column, Row } from '../../model.ts';
import { formatCell, headingOf } from '../format-cell.ts';
import { createTurning } from '../shown-columns.ts';
import { largestOf, measure } from '../text-layout.ts';
import type { SheetTable } from './table-sheet.ts';

export interface ColumnLayout {
  /** In characters. */
  width: number;
  wrapped: boolean;
  /** Headings of many documents are turned, so that the columns are as narrow as their numbers. */
  rotated: boolean;
}

/** Of a column of quotes, and of any other. */
const WIDEST = { long: 70, short: 45 };
const LONG = 160;
const NARROWEST = 6;
/** Room for the line of colour, and for the button of the filter. */
const [MARGIN, BUTTON] = [3, 3];

/** One layout a column. */
export function layOutColumns(table: SheetTable): ColumnLayout[] {
  const isTurned = createTurning(table);
  const widest = findWidest(table);
  return table.columns.map((column, at) => {
    const content = widest[at] ?? 0;
    const rotated = isTurned(column);
    const heading = rotated ? 0 : widestWord(headingOf(column)) + BUTTON;
    const limit = content > LONG ? WIDEST.long : WIDEST.short;
    const width = Math.min(limit, Math.max(NARROWEST, content + MARGIN, heading));
    return { width, wrapped: column.kind === 'text' && content > limit - MARGIN, rotated };
  });
}

/** Of each column the widest cell. */
function findWidest({ columns, rows }: SheetTable): number[] {
  const widest = columns.map(() => 0);
  for (const row of rows)
    columns.forEach((column, at) => {
      const known = widest[at] ?? 0;
      if (known <= LONG) widest[at] = Math.max(known, widthOf(row, column, { at, known }));
    });
  return widest;
}

/** Text of several lines counts as too wide for a narrow column, for only what wraps shows its lines. */
function widthOf(row: Row, column: Column, { at, known }: { at: number; known: number }): number {
  const text = formatCell(row.cells[at] ?? null, column, row);
  if (text.length > LONG) return text.length;
  const least = text.includes('\n') ? WIDEST.short : 0;
  return text.length * 2 > Math.max(known, least) ? Math.max(least, measure(text)) : least;
}

function widestWord(text: string): number {
  return largestOf(0, text.split(/\s+/u).map(measure));
}

/** Height of a line in points. */
export const LINE = 15;
/** Excel makes no row higher. */
const HIGHEST = 409;
/** Share of a line that is filled before a word goes to the next, and width of a letter in digits, by which columns are measured. */
const [FILLED, LETTER] = [0.94, 0.93];

/** The height in points of a row whose text wraps, since not every program finds it itself; `undefined` for one line. */
export function heightOf({ cells }: Row, layout: readonly ColumnLayout[]): number | undefined {
  let most = 1;
  layout.forEach(({ width, wrapped }, at) => {
    const cell = cells[at];
    if (wrapped && typeof cell === 'string') most = Math.max(most, countLines(cell, (width - 2) / LETTER));
  });
  return most === 1 ? undefined : Math.min(HIGHEST, most * LINE);
}

function countLines(text: string, width: number): number {
  if (text.length > width * (HIGHEST / LINE)) return Math.ceil(HIGHEST / LINE);
  return text.split('\n').reduce((sum, line) => sum + countIn(measure(line), width), 0);
}

const countIn = (length: number, width: number): number => (length <= width ? 1 : Math.ceil(length / (width * FILLED)));
