/** What an analysis is: a fold over coded documents that ends in a table. */
import type { Codebook, CodedDocument, FailedFile, Table } from '../model.ts';
import type { CreateList } from './kept-list.ts';

/** What a user can ask of tables; every table takes what concerns it. */
export interface TableOptions {
  /** `distinct`: a parent counts the segments with it or any subcode once; `sum`: it adds the frequencies, as MAXQDA's collapsed row. */
  aggregate: 'distinct' | 'sum';
  /** Levels of the code tree that get a row; all when left out. Deeper codes count for their parents. */
  depth?: number;
  /** What columns stand for: `document` (also when left out), `group`, `speaker`, or the name of a document variable. */
  by?: string;
  /** What a cell shows, as one of the `choices` of the table. */
  value?: string;
  /** Order of the rows, as one of the `choices` of the table. */
  sort?: string;
  /** Rows and columns of zeros are left out. */
  hideEmpty?: boolean;
  /** Rows and columns change places. */
  transpose?: boolean;
  /** Whether a cell says only if there is something: 1 or 0. */
  binary?: boolean;
  /** What is counted, as one of the `choices` of the table. */
  count?: string;
  /** Each is a column: the documents that meet it. */
  condition?: string[];
  /** Where two codes must occur to occur together, as one of the `choices` of the table. */
  within?: string;
  /** Most paragraphs between two codes. */
  distance?: number;
  /** One row a pair in place of a matrix. */
  long?: boolean;
  /** Name of the document variable that documents are ordered by. */
  order?: string;
  /** Fewest words of a segment. */
  minWords?: number;
  /** Most rows. */
  top?: number;
  /** Most quotes of a code. */
  perCode?: number;
  /** Sentences on either side of a segment; of `kwic` words. */
  context?: number;
  /** Two-word phrases in place of single words. */
  two?: boolean;
}

/** The options that reach an analysis; settings take them over from the flags by these names. */
export const TABLE_OPTIONS = [
  'aggregate',
  'depth',
  'by',
  'value',
  'sort',
  'hideEmpty',
  'transpose',
  'binary',
  'count',
  'condition',
  'within',
  'distance',
  'long',
  'order',
  'minWords',
  'top',
  'perCode',
  'context',
  'two',
] as const satisfies readonly (keyof TableOptions)[];

/** What a command of one table can offer: options of the table, and of how it is shown. */
export type OptionName = (typeof TABLE_OPTIONS)[number] | 'levels' | 'parts' | 'document' | 'numbers' | 'show';

/** Takes documents one by one, in the order of the columns or rows to be. */
export interface Gatherer {
  add(document: CodedDocument): void;
  /** After the last document: a file that could not be used. */
  fail?(file: FailedFile): void;
}

export interface Fold extends Gatherer {
  finish(): Table;
}

/** `createList` makes the lists of what has to be kept of every coding; in memory where it is left out. */
export type CreateFold = (codebook: Codebook, options: TableOptions, createList?: CreateList) => Fold;

export interface Analysis {
  /** Command, file name and name of the table. */
  name: string;
  /** Shorter command. */
  command: string;
  /** One line for the help. */
  summary: string;
  /** Options that change this table; others are not offered. */
  options: readonly OptionName[];
  /** What can be asked with some of these options; the first is what is done when nothing is asked. */
  choices?: Partial<Record<OptionName, readonly string[]>>;
  /** Whether the table itself says all that is told of single documents, so that a terminal need not say it twice. */
  hasRemarks?: true;
  /** Whether it is a file among the results. Others help to make a codebook, have to be told what to compare, or are looked at more than kept. */
  isResult?: true;
  load(): Promise<CreateFold>;
}
