/** Document variables as columns at the end of a table; which there are is known when all documents have passed by. */
import type { Cell, Column, VariableValue } from '../model.ts';
import { compareNames } from '../text/compare.ts';

export class VariableColumns {
  #names = new Set<string>();
  #sorted: string[] | undefined;

  /** Takes note of the variables of one document. */
  add(variables: Record<string, VariableValue>): void {
    for (const name of Object.keys(variables)) this.#names.add(name);
    this.#sorted = undefined;
  }

  /** One column a variable; one that is called like a column of the table gets another key. */
  columns(own: readonly Column[]): Column[] {
    const reserved = new Set(own.map(({ key }) => key));
    return this.#list().map((name) => ({
      key: reserved.has(name) ? `variable ${name}` : name,
      title: name,
      kind: 'text',
    }));
  }

  /** The values of one document, `null` where it has none. */
  cells(variables: Record<string, VariableValue>): Cell[] {
    return this.#list().map((name) => (Object.hasOwn(variables, name) ? (variables[name] ?? null) : null));
  }

  #list(): string[] {
    this.#sorted ??= [...this.#names].sort(compareNames);
    return this.#sorted;
  }
}
