/** What a table format is: a pure function from a table to text, or to the bytes of a file. */
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
  /** Whether it is no text, and nothing for a terminal. */
  isBinary?: true;
  write(table: Table, options: WriteOptions): Written | Promise<Written>;
  /** The same piece by piece, for formats of tables that can be longer than memory has room for. */
  pieces?(table: Table, options: WriteOptions): Iterable<Written>;
}

/** What goes to a file or to stdout. */
export type Written = string | Uint8Array;

export interface TextFormat extends TableFormat {
  write(table: Table, options: WriteOptions): string;
}
