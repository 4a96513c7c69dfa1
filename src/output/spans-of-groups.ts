/** Document groups as headings over the columns of their documents. */
import type { Column } from '../model.ts';

export interface GroupSpan {
  /** Missing over columns that are no documents, or documents without a group. */
  group?: string;
  /** Number of columns beside each other. */
  columns: number;
}

/** All columns in their order; empty where no document has a group. */
export function spanGroups(columns: readonly Column[]): GroupSpan[] {
  const spans: GroupSpan[] = [];
  for (const { document } of columns) {
    const last = spans.at(-1);
    if (last && last.group === document?.group) last.columns++;
    else spans.push({ ...(document?.group === undefined ? {} : { group: document.group }), columns: 1 });
  }
  return spans.some(({ group }) => group !== undefined) ? spans : [];
}
