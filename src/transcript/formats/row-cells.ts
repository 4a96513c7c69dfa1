/** Gives every row of a table as many cells as its heading row, and keeps what a missing quote has torn apart. */
import type { RowTable, TableRow } from '../../containers/row-table.ts';

export interface EvenRows {
  rows: TableRow[];
  width: number;
  /** Lines of the rows that had another number of cells. */
  ragged: number[];
}

/** `header` is the index of the heading row; `text` is the column to which cells too many belong. */
export function evenRows({ rows, delimiter }: RowTable, header: number | undefined, text: number): EvenRows {
  const width = header === undefined ? commonWidth(rows) : widthOf(rows[header]?.cells ?? []);
  const ragged: number[] = [];
  const even = rows.map((row, index): TableRow => {
    const cells = row.cells.slice(0, Math.max(widthOf(row.cells), Math.min(row.cells.length, width)));
    if (delimiter === undefined || cells.length === width || index <= (header ?? -1)) return { ...row, cells };
    ragged.push(row.line);
    return {
      ...row,
      cells: cells.length < width ? fewCells(cells, text) : manyCells(cells, width, { text, delimiter }),
    };
  });
  return { rows: even, width, ragged };
}

/** Without the empty cells at the end. */
function widthOf(cells: readonly string[]): number {
  return cells.findLastIndex((cell) => cell.trim() !== '') + 1;
}

function commonWidth(rows: readonly TableRow[]): number {
  const counts = new Map<number, number>();
  for (const { cells } of rows) counts.set(cells.length, (counts.get(cells.length) ?? 0) + 1);
  return [...counts].reduce((best, entry) => (entry[1] > best[1] ? entry : best), [0, 0])[0];
}

/** A row of one cell is a line that was torn off the text of the row before. */
function fewCells(cells: string[], text: number): string[] {
  return cells.length === 1 && text > 0 ? [...Array<string>(text).fill(''), cells[0] ?? ''] : cells;
}

/** Those behind the text keep their places at the end. */
function manyCells(cells: string[], width: number, { text, delimiter }: { text: number; delimiter: string }): string[] {
  const end = Math.max(cells.length - (width - text - 1), text + 1);
  return [...cells.slice(0, text), cells.slice(text, end).join(delimiter), ...cells.slice(end)];
}
