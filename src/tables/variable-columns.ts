/** Document variables as columns at the end of a table; which there are is known when all documents have passed by. */
import type { Cell, Column, VariableValue } from '../model.ts';
import { compareNames } from '../text/compare.ts';

export class VariableColumns {
  /** Spellings by the name in small letters: `Age` and `age` are one variable. */
  #names = new Map<string, Set<string>>();
  #sorted: { key: string; name: string }[] | undefined;

  /** Takes note of the variables of one document. */
  add(variables: Record<string, VariableValue>): void {
    for (const name of Object.keys(variables)) {
      const key = name.toLowerCase();
      this.#names.set(key, (this.#names.get(key) ?? new Set()).add(name));
    }
    this.#sorted = undefined;
  }

  /** One column a variable; one that is called like a column of the table gets another key. */
  columns(own: readonly Column[]): Column[] {
    const reserved = new Set(own.map(({ key }) => key));
    return this.#list().map(({ name }) => ({
      key: reserved.has(name) ? `variable ${name}` : name,
      title: name,
      kind: 'text',
    }));
  }

  /** The values of one document, `null` where it has none. */
  cells(variables: Record<string, VariableValue>): Cell[] {
    const values = new Map(Object.entries(variables).map(([name, value]) => [name.toLowerCase(), value]));
    return this.#list().map(({ key }) => values.get(key) ?? null);
  }

  /** Of several spellings the first in the order of names is shown, whatever the order of the documents. */
  #list(): { key: string; name: string }[] {
    this.#sorted ??= [...this.#names]
      .map(([key, spellings]) => ({ key, name: [...spellings].sort(compareNames)[0] ?? key }))
      .sort((a, b) => compareNames(a.name, b.name));
    return this.#sorted;
  }
}
