/** Columns for document variables, beside the columns of a table. */
import type { Cell, Column, VariableValue } from '../model.ts';

/** A variable that is called like a column of the table keeps a column of its own under another key. */
export function variableColumns(names: readonly string[], own: readonly Column[]): Column[] {
  const reserved = new Set(own.map(({ key }) => key));
  return names.map((name) => ({ key: reserved.has(name) ? `variable ${name}` : name, title: name, kind: 'text' }));
}

/** The values of one document for these variables, `null` where it has none. */
export function variableCells(variables: Record<string, VariableValue>, names: readonly string[]): Cell[] {
  return names.map((name) => (Object.hasOwn(variables, name) ? (variables[name] ?? null) : null));
}
