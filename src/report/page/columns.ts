/** What the columns of a grid can stand for, and what of the selection lies in one of them. */
import type { CodedDocument } from '../../model.ts';
import { OWN_KEYS } from '../../tables/code-grid-table.ts';
import { createColumnSplit } from '../../tables/split-columns.ts';
import { GROUP, listVariables } from './selection.ts';
import type { Study } from './study.ts';

/** A value of `by`, and how it is called. */
export interface ColumnKind {
  value: string;
  title: string;
}

export const DOCUMENTS: ColumnKind = { value: 'document', title: 'Documents' };

/** Group and variables, where documents differ in them. */
export function listAttributes(study: Study): ColumnKind[] {
  return listVariables(study.documents).map(({ name }) =>
    name === GROUP ? { value: 'group', title: 'Document group' } : { value: name, title: name },
  );
}

/** Parts of documents that a column counts; `key` is that of the table's column. */
export function partsOfColumn(documents: readonly CodedDocument[], by: string, key: string): CodedDocument[] {
  const split = createColumnSplit(by);
  const parts = documents.flatMap((document) => split.split(document));
  if (OWN_KEYS.includes(key)) return [...documents];
  const column = split.columns(OWN_KEYS).find((each) => each.key === key);
  return parts.filter((part) => part.column === column?.id).map(({ part }) => part);
}
