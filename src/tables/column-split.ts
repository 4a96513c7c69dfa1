/** What splits coded documents into the columns of a table, and how columns are told apart. */
import type { CodedDocument, Column } from '../model.ts';
import { compareNames } from '../text/compare.ts';

/** What of one document belongs to one column. */
export interface DocumentPart {
  /** Id of the column. */
  column: string;
  /** The document with the segments, words and codings of the column; its transcript is whole. */
  part: CodedDocument;
}

export interface SplitColumn {
  id: string;
  /** Unique among the columns and the reserved keys, whatever the order of the documents. */
  key: string;
  title: string;
  /** Set where the column stands for one document. */
  document?: NonNullable<Column['document']>;
}

/** Takes documents one by one; which columns there are is known when all have passed by. */
export interface ColumnSplit {
  split(document: CodedDocument): DocumentPart[];
  /** In their order; throws an `OptionError` where no document has the variable. `reserved` are the keys of the table's own columns. */
  columns(reserved: readonly string[]): SplitColumn[];
  /** What a column is: `document`, `document group`, `speaker`, `coder`, or the variable as it is spelt. */
  readonly noun: string;
  /** Whether something can stand in several columns, so that columns are not to be added. */
  readonly overlaps: boolean;
  /** What has to be said of the columns. */
  describe(): string[];
}

/** No value and no name is spelt like this. */
export const NO_VALUE = '\n';

/** Numbers by their value and before words. */
export function compareValues(a: string, b: string): number {
  const [isA, isB] = [NUMBER.test(a), NUMBER.test(b)];
  if (isA && isB) return Number(a) - Number(b) || compareNames(a, b);
  return isA === isB ? compareNames(a, b) : isA ? -1 : 1;
}

const NUMBER = /^-?\d+(?:\.\d+)?$/;

/** The title is the key, with `word` before it where it would be that of another column. */
export function giveKeys(
  columns: readonly Omit<SplitColumn, 'key'>[],
  reserved: readonly string[],
  word: string,
): SplitColumn[] {
  const taken = new Set([...reserved, ...columns.map(({ title }) => title)]);
  const seen = new Set(reserved);
  return columns.map((column) => {
    let key = column.title;
    while (seen.has(key)) {
      do key = `${word} ${key}`;
      while (taken.has(key));
    }
    seen.add(key);
    const { id, title, document } = column;
    return { id, key, title, ...(document ? { document } : {}) };
  });
}
