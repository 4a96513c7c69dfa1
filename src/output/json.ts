/** Tables as JSON, text untouched: columns, then rows as objects by column key. */
import type { Row, Table } from '../model.ts';
import { roundCell } from './format-cell.ts';
import { groupItems } from './pieces.ts';
import type { TextFormat } from './table-format.ts';

export const json: TextFormat = {
  name: 'json',
  extension: '.json',
  write: (table) => [...writePieces(table)].join(''),
  pieces: writePieces,
};

/** As `JSON.stringify` lays it out. */
function* writePieces(table: Table): Generator<string> {
  const { name, title, columns, notes } = table;
  const indent = (value: unknown, by: string) => JSON.stringify(value, null, 2).replaceAll('\n', `\n${by}`);
  const field = (key: string, value: unknown) => `  ${JSON.stringify(key)}: ${indent(value, '  ')}`;
  yield `{\n${field('name', name)},\n${field('title', title)},\n${field('columns', columns)},\n  "rows": [`;
  let between = '\n    ';
  for (const rows of groupItems(table.rows)) {
    yield between + rows.map((row) => indent(toObject(row, table), '    ')).join(',\n    ');
    between = ',\n    ';
  }
  yield `${between.startsWith(',') ? '\n  ' : ''}],\n${field('notes', notes)}\n}\n`;
}

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
