/** Tables as JSON, text untouched: columns, then rows as objects by column key. */
import type { Row, Table } from '../model.ts';
import { roundCell } from './format-cell.ts';
import type { TextFormat } from './table-format.ts';

export const json: TextFormat = {
  name: 'json',
  extension: '.json',
  write(table) {
    return `${JSON.stringify(createTableObject(table), null, 2)}\n`;
  },
};

/** The table as it stands in JSON. */
export function createTableObject(table: Table): object {
  const { name, title, columns, notes } = table;
  const rows = Array.from(table.rows, (row) => toObject(row, table));
  return { name, title, columns, rows, notes };
}

function toObject(row: Row, table: Table): object {
  const { cells, ...rest } = row;
  return {
    ...rest,
    cells: Object.fromEntries(
      table.columns.map((column, index) => [column.key, roundCell(cells[index] ?? null, column)]),
    ),
  };
}
