/** Which columns of a table readers are shown, and which of them are a matrix, whose numbers can be compared by a shade. */
import type { Column, ColumnKind, Row, Table } from '../model.ts';
import { isForReaders } from './format-cell.ts';
import { countLast } from './matrix-fields.ts';

export interface ShownColumn {
  column: Column;
  /** Place in the table. */
  index: number;
}

/** All but those that repeat for machines what another one says. */
export function listShownColumns({ columns }: Pick<Table, 'columns'>): ShownColumn[] {
  return columns.map((column, index) => ({ column, index })).filter(({ column }) => isForReaders(column));
}

/** Code, id, and how often the code is at all. */
const BEFORE_RELATIONS = 3;

/** The columns of numbers of a matrix, without those of all together; of other tables none. */
export function listMatrixColumns(table: Pick<Table, 'columns' | 'display'>): ShownColumn[] {
  const shown = listShownColumns(table);
  if (table.display === 'relations') return shown.filter(({ index }) => index >= BEFORE_RELATIONS);
  if (table.display !== 'circles' && table.display !== 'numbers') return [];
  return shown.slice(0, -countLast(table)).filter(({ column }) => column.kind !== 'text');
}

/** The largest number of each kind in those columns, totals left out. */
export function findLargest(
  columns: readonly ShownColumn[],
  rows: readonly Row[],
): Partial<Record<ColumnKind, number>> {
  const largest: Partial<Record<ColumnKind, number>> = {};
  for (const { kind, cells } of rows)
    if (kind === 'body')
      for (const { column, index } of columns)
        largest[column.kind] = Math.max(largest[column.kind] ?? 0, Number(cells[index] ?? 0));
  return largest;
}

/** A heading of more than so many characters is turned where more than so many columns are beside each other. */
const [SHORT, MOST_UPRIGHT] = [5, 4];

/** Whether the heading is turned, so that its column is as narrow as its numbers. */
export function createTurning(table: Pick<Table, 'columns' | 'display'>): (column: Column) => boolean {
  const matrix = new Set(listMatrixColumns(table).map(({ column }) => column));
  return (column) => matrix.size > MOST_UPRIGHT && matrix.has(column) && (column.title ?? column.key).length > SHORT;
}
