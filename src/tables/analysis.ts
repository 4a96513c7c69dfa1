/** What an analysis is: a fold over coded documents that ends in a table. */
import type { Codebook, CodedDocument, FailedFile, Table } from '../model.ts';

/** What a user can ask of tables; every table takes what concerns it. */
export interface TableOptions {
  /** `distinct`: a parent counts the segments with it or any subcode once; `sum`: it adds the frequencies, as MAXQDA's collapsed row. */
  aggregate: 'distinct' | 'sum';
  /** Levels of the code tree that get a row; all when left out. Deeper codes count for their parents. */
  depth?: number;
  /** Most rows. */
  top?: number;
  /** Two-word phrases in place of single words. */
  two?: boolean;
}

/** The options that reach an analysis; settings take them over from the flags by these names. */
export const TABLE_OPTIONS = ['aggregate', 'depth', 'top', 'two'] as const satisfies readonly (keyof TableOptions)[];

/** What a command of one table can offer: options of the table, and of how it is shown. */
export type OptionName = (typeof TABLE_OPTIONS)[number] | 'numbers' | 'show';

/** Takes documents one by one, in the order of the columns or rows to be. */
export interface Gatherer {
  add(document: CodedDocument): void;
  /** After the last document: a file that could not be used. */
  fail?(file: FailedFile): void;
}

export interface Fold extends Gatherer {
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
  options: readonly OptionName[];
  /** Whether the table itself says all that is told of single documents, so that a terminal need not say it twice. */
  hasRemarks?: true;
  create(codebook: Codebook, options: TableOptions): Fold;
}
