/** Columns for document variables, beside the columns of a table. */
import type { Column } from '../model.ts';

/** A variable that is called like a column of the table keeps a column of its own under another key. */
export function variableColumns(names: readonly string[], own: readonly Column[]): Column[] {
  const reserved = new Set(own.map(({ key }) => key));
  return names.map((name) => ({ key: reserved.has(name) ? `variable ${name}` : name, title: name, kind: 'text' }));
}
