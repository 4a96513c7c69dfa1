/** A table as rows of cells, whatever file it was in. */
import type { Message } from '../model.ts';

export interface TableRow {
  /** 1-based line of the file at which the row begins; the number of the row in a spreadsheet. */
  line: number;
  /** As written; what is not there at the end is empty. */
  cells: string[];
}

export interface RowTable {
  /** Rows with something in them; the first may be the heading row. */
  rows: TableRow[];
  /** What parts the cells in the file, where it is text; a cell that was not quoted is put together again with it. */
  delimiter?: string;
  messages: Message[];
}
