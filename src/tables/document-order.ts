/** The order of documents by a document variable: by number, by date, else by name. */
import type { CodedDocument } from '../model.ts';
import { compareValues } from './column-split.ts';
import { findVariable, refuseVariable } from './find-variable.ts';
import { VariableColumns } from './variable-columns.ts';

export class DocumentOrder {
  #variable: string;
  #values: (string | undefined)[] = [];
  #known = new VariableColumns();

  constructor(variable: string) {
    this.#variable = variable;
  }

  add({ transcript }: CodedDocument): void {
    const value = findVariable(transcript.variables, this.#variable);
    this.#values.push(value === undefined ? undefined : String(value).trim());
    this.#known.add(transcript.variables);
  }

  /** The value of a document as it is written, by its place among those that were added. */
  valueOf(document: number): string {
    return this.#values[document] ?? '';
  }

  /** Places of the documents; equal ones stay as they came, those without a value are last. Throws an `OptionError` when no document has the variable. */
  list(): number[] {
    const keys = createKeys(this.#values);
    const places = this.#values.map((_, at) => at);
    const known = places.filter((at) => keys[at] !== undefined);
    if (known.length === 0 && places.length > 0) throw refuseVariable(this.#variable, this.#names());
    known.sort((a, b) => compareValues(keys[a] ?? '', keys[b] ?? '') || a - b);
    return [...known, ...places.filter((at) => keys[at] === undefined)];
  }

  /** "Documents are in the order of date, from 3-1-2024 to 12-5-2024, read as day-month-year; …". */
  describe(): string {
    const order = this.list().filter((at) => this.#values[at] !== undefined);
    const [first = 0] = order;
    const span = `from ${this.valueOf(first)} to ${this.valueOf(order.at(-1) ?? first)}`;
    const isDates = isWrittenAsDates(this.#values) ? ', read as day-month-year' : '';
    const without = this.#values.length - order.length;
    const rest = without === 0 ? '' : `; ${without} without a value come last`;
    return `Documents are in the order of ${this.#variable}, ${span}${isDates}${rest}.`;
  }

  #names(): string[] {
    return this.#known.columns([]).map(({ title, key }) => title ?? key);
  }
}

const DATE = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})$/;

/** Days first, unless a month could not be one. */
function isWrittenAsDates(values: readonly (string | undefined)[]): boolean {
  const written = values.filter((value) => value !== undefined);
  return written.length > 0 && written.every((value) => Number(DATE.exec(value)?.[2] ?? 13) <= 12);
}

/** Years before months before days. */
function createKeys(values: readonly (string | undefined)[]): (string | undefined)[] {
  if (!isWrittenAsDates(values)) return [...values];
  return values.map((value) => value?.replace(DATE, '$3-$2-$1'));
}
