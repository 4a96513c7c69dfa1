/** Tables as CSV, safe to open in a spreadsheet: text that looks like a formula is prefixed with an apostrophe. */
import { stringify } from 'csv-stringify/sync';
import type { Cell, Table } from '../model.ts';
import { roundCell } from './format-cell.ts';
import { groupItems } from './pieces.ts';
import type { TextFormat, WriteOptions } from './table-format.ts';

export const csv: TextFormat = {
  name: 'csv',
  extension: '.csv',
  write: (table, options) => [...writeCsv(table, options)].join(''),
  pieces: writeCsv,
};

/** Piece by piece. */
export function* writeCsv(table: Table, { excel }: Pick<WriteOptions, 'excel'>): Generator<string> {
  yield writeLines([table.columns.map((column) => column.key)], { excel, bom: excel });
  for (const rows of groupItems(table.rows)) {
    const lines = rows.map(({ cells }) =>
      cells.map((cell, index) => toField(roundCell(cell, table.columns[index]), excel)),
    );
    yield writeLines(lines, { excel, bom: false });
  }
}

function writeLines(lines: Cell[][], { excel, bom }: { excel: boolean; bom: boolean }): string {
  return stringify(lines, {
    bom,
    delimiter: excel ? ';' : ',',
    escape_formulas: true,
    record_delimiter: excel ? 'windows' : 'unix',
    cast: { boolean: String, number: (value) => (excel ? String(value).replace('.', ',') : String(value)) },
  });
}

/** Negative numbers are numbers, so only text is made safe. */
function toField(cell: Cell, excel: boolean): Cell {
  return typeof cell === 'string' && excel ? cell.replaceAll('\n', '\r\n') : cell;
}
