/** What a table format is: a pure function from a table to text. */
import type { Table } from '../model.ts';

export interface WriteOptions {
  /** Columns of characters to fit into. */
  width: number;
  /** 0 for no colour, as in chalk. */
  colorLevel: 0 | 1 | 2 | 3;
  /** Numbers beside the circles of a matrix. */
  numbers: boolean;
  /** CSV as a Dutch or German Excel opens it: byte-order mark, semicolons, decimal commas. */
  excel: boolean;
}

export interface TableFormat {
  name: string;
  /** With the dot; empty for the terminal. */
  extension: string;
  write(table: Table, options: WriteOptions): string;
}
