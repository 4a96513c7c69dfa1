/** Counts pairs of small whole numbers, whatever their order; pairs that never occurred take no memory. */
export class PairCounts {
  /** By the smaller, then by the larger number. */
  #counts = new Map<number, Map<number, number>>();

  increase(a: number, b: number, by = 1): void {
    const [low, high] = a < b ? [a, b] : [b, a];
    let counts = this.#counts.get(low);
    if (!counts) {
      counts = new Map();
      this.#counts.set(low, counts);
    }
    counts.set(high, (counts.get(high) ?? 0) + by);
  }

  get(a: number, b: number): number {
    return this.#counts.get(Math.min(a, b))?.get(Math.max(a, b)) ?? 0;
  }
}
