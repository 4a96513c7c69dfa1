/** Counts pairs of numbers, whatever their order; pairs that never occurred take no memory. */
export class PairCounts {
  #counts = new Map<number, number>();

  increase(a: number, b: number, by = 1): void {
    const key = keyOf(a, b);
    this.#counts.set(key, (this.#counts.get(key) ?? 0) + by);
  }

  get(a: number, b: number): number {
    return this.#counts.get(keyOf(a, b)) ?? 0;
  }
}

/** Numbers below it make one exact key. */
const MOST = 2 ** 26;

function keyOf(a: number, b: number): number {
  return a < b ? a * MOST + b : b * MOST + a;
}
