/** Several tables as one, for formats that hold only one. */
import type { Cell, Column, Table } from '../model.ts';

/** All rows below each other under all columns; the first column has the name of the table. Columns are the same when their keys are. */
export function stackTables(name: string, tables: readonly Table[]): Table {
  const columns = new Map<string, Column>([['table', { key: 'table', title: 'Table', kind: 'text' }]]);
  for (const table of tables)
    for (const column of table.columns) if (!columns.has(column.key)) columns.set(column.key, column);
  const keys = [...columns.keys()];
  const rows = tables.flatMap((table) => {
    const places = keys.map((key) => table.columns.findIndex((column) => column.key === key));
    return Array.from(table.rows, (row) => {
      const cells = places.map((place, at): Cell => (at === 0 ? table.name : (row.cells[place] ?? null)));
      return { ...row, cells };
    });
  });
  return { name, title: name, columns: [...columns.values()], rows, notes: tables.flatMap(({ notes }) => notes) };
}
