/** Tells which terms can still be found in a passage: one that lacks an item cannot, whatever else of it is there. */

/** Terms are numbered in the order in which they are added; a term that is not made of items has one, itself. */
export class OpenTerms {
  /** By term a bit for each of its items. */
  #wanted: number[] = [];
  #seen: number[] = [];
  /** Terms of which something was seen. */
  #touched: number[] = [];

  add(items: number): void {
    this.#wanted.push((1 << items) - 1);
    this.#seen.push(0);
  }

  /** Begins a new passage, in which nothing was seen. */
  clear(): void {
    for (const term of this.#touched) this.#seen[term] = 0;
    this.#touched.length = 0;
  }

  /** An item is there, or may be. */
  see(term: number, item: number): void {
    const seen = this.#seen[term] as number;
    if (seen === 0) this.#touched.push(term);
    this.#seen[term] = seen | (1 << item);
  }

  /** An item that may have been there is not. */
  miss(term: number, item: number): void {
    this.#seen[term] = (this.#seen[term] as number) & ~(1 << item);
  }

  /** Whether all items are there, or may be. */
  has(term: number): boolean {
    return this.#seen[term] === this.#wanted[term];
  }
}
