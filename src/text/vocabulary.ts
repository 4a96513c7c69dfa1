/** The vocabulary: every distinct written form gets a small number once, without making a string for a form seen before. */

/** Distinct word forms, numbered 0, 1, 2 … in order of first sight. Forms keep their case and diacritics. */
export class Vocabulary {
  /** Open addressing, two numbers a slot that lie together in memory: the hash, then the number of the form or -1. */
  #table = new Int32Array(1 << 13).fill(-1);
  #starts = new Int32Array((1 << 11) + 1);
  #pool = new Uint16Array(1 << 15);
  #size = 0;

  /** Number of distinct forms. */
  get size(): number {
    return this.#size;
  }

  /** The number of the form in `units[0, length)`, given its hash from {@link hashStep}. */
  intern(units: Uint16Array, length: number, hash: number): number {
    const table = this.#table;
    const mask = table.length - 1;
    let slot = (hash << 1) & mask;
    for (;;) {
      const id = table[slot + 1] as number;
      if (id < 0) return this.#add(units, length, hash, slot);
      if (table[slot] === hash && this.#equals(id, units, length)) return id;
      slot = (slot + 2) & mask;
    }
  }

  /** The written form with this number. */
  form(id: number): string {
    const start = this.#starts[id] as number;
    const end = this.#starts[id + 1] as number;
    let form = '';
    for (let i = start; i < end; i++) form += String.fromCharCode(this.#pool[i] as number);
    return form;
  }

  #equals(id: number, units: Uint16Array, length: number): boolean {
    const starts = this.#starts;
    const pool = this.#pool;
    const start = starts[id] as number;
    if ((starts[id + 1] as number) - start !== length) return false;
    for (let i = 0; i < length; i++) if (pool[start + i] !== units[i]) return false;
    return true;
  }

  #add(units: Uint16Array, length: number, hash: number, slot: number): number {
    const id = this.#size++;
    const start = this.#starts[id] as number;
    if (id + 2 > this.#starts.length) this.#starts = enlarge(this.#starts, Int32Array);
    while (start + length > this.#pool.length) this.#pool = enlarge(this.#pool, Uint16Array);
    this.#pool.set(units.subarray(0, length), start);
    this.#starts[id + 1] = start + length;
    this.#table[slot] = hash;
    this.#table[slot + 1] = id;
    if (this.#size * 4 > this.#table.length) this.#growTable();
    return id;
  }

  #growTable(): void {
    const old = this.#table;
    const table = new Int32Array(old.length * 2).fill(-1);
    const mask = table.length - 1;
    for (let from = 0; from < old.length; from += 2) {
      const hash = old[from] as number;
      const id = old[from + 1] as number;
      if (id < 0) continue;
      let slot = (hash << 1) & mask;
      while ((table[slot + 1] as number) >= 0) slot = (slot + 2) & mask;
      table[slot] = hash;
      table[slot + 1] = id;
    }
    this.#table = table;
  }
}

/** Start value of a form's hash. */
export const HASH_START = 0x811c9dc5 | 0;

/** Hash after one more code unit (FNV-1a over 16-bit units). */
export function hashStep(hash: number, unit: number): number {
  return Math.imul(hash ^ unit, 0x01000193);
}

function enlarge<T extends Int32Array | Uint16Array>(array: T, Kind: { new (length: number): T }): T {
  const larger = new Kind(array.length * 2);
  larger.set(array as never);
  return larger;
}
