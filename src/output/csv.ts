/** Tables as CSV, safe to open in a spreadsheet: text that looks like a formula is prefixed with an apostrophe. */
import { stringify } from 'csv-stringify/sync';
import type { Cell } from '../model.ts';
import { roundCell } from './format-cell.ts';
import type { TextFormat } from './table-format.ts';

export const csv: TextFormat = {
  name: 'csv',
  extension: '.csv',
  write(table, { excel }) {
    const header = table.columns.map((column) => column.key);
    const rows = Array.from(table.rows, (row) =>
      row.cells.map((cell, index) => toField(roundCell(cell, table.columns[index]), excel)),
    );
    return stringify([header, ...rows], {
      bom: excel,
      delimiter: excel ? ';' : ',',
      escape_formulas: true,
      record_delimiter: excel ? 'windows' : 'unix',
      cast: { boolean: String, number: (value) => (excel ? String(value).replace('.', ',') : String(value)) },
    });
  },
};

/** Negative numbers are numbers, so only text is made safe. */
function toField(cell: Cell, excel: boolean): Cell {
  return typeof cell === 'string' && excel ? cell.replaceAll('\n', '\r\n') : cell;
}
