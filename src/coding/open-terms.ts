/** Tells which terms can still be found in a passage: one that lacks an item cannot, whatever else of it is there. */

/** Terms and the owners of hits are numbered in the order in which they are added. */
export class OpenTerms {
  /** By term a bit for each of its items. */
  #wanted: number[] = [];
  #seen: number[] = [];
  /** Terms of which something was seen. */
  #touched: number[] = [];
  #termOf: number[] = [];
  /** By owner the bit of its item; 0 for an exception, which no term waits for. */
  #bitOf: number[] = [];

  /** A term that is not made of items has one, itself. */
  addTerm(items: number): void {
    this.#wanted.push((1 << items) - 1);
    this.#seen.push(0);
  }

  /** Without an item it is an exception. */
  addOwner(term: number, item?: number): void {
    this.#termOf.push(term);
    this.#bitOf.push(item === undefined ? 0 : 1 << item);
  }

  /** Begins a new passage, in which nothing was seen. */
  clear(): void {
    for (const term of this.#touched) this.#seen[term] = 0;
    this.#touched.length = 0;
  }

  /** What belongs to the owner is there, or may be. */
  see(owner: number): void {
    const bit = this.#bitOf[owner] as number;
    if (bit === 0) return;
    const term = this.#termOf[owner] as number;
    const seen = this.#seen[term] as number;
    if (seen === 0) this.#touched.push(term);
    this.#seen[term] = seen | bit;
  }

  /** What may have been there is not. */
  miss(owner: number): void {
    const term = this.#termOf[owner] as number;
    this.#seen[term] = (this.#seen[term] as number) & ~(this.#bitOf[owner] as number);
  }

  /** Whether the term of the owner has all its items, or may have them. */
  has(owner: number): boolean {
    const term = this.#termOf[owner] as number;
    return this.#seen[term] === this.#wanted[term];
  }
}
