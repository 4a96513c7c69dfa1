/** What an analysis is: a fold over coded documents that ends in a table. */
import type { Codebook, CodedDocument, Table } from '../model.ts';

export interface TableOptions {
  /** `distinct`: a parent counts the segments with it or any subcode once; `sum`: it adds the frequencies, as MAXQDA's collapsed row. */
  aggregate: 'distinct' | 'sum';
  /** Levels of the code tree that get a row; all when left out. Deeper codes count for their parents. */
  depth?: number;
}

/** Takes documents one by one, in the order of the columns or rows to be. */
export interface Fold {
  add(document: CodedDocument): void;
  finish(): Table;
}

export interface Analysis {
  /** Command, file name and name of the table. */
  name: string;
  /** Shorter command. */
  command: string;
  /** One line for the help. */
  summary: string;
  /** Options that change this table; others are not offered. */
  options: readonly ('aggregate' | 'depth' | 'numbers')[];
  create(codebook: Codebook, options: TableOptions): Fold;
}
