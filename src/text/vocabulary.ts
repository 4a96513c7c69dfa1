/** The vocabulary: every distinct written form gets a small number once, without making a string for a form seen before. */

/** Distinct word forms, numbered 0, 1, 2 … in order of first sight. Forms keep their case and diacritics. */
export class Vocabulary {
  #table = new Int32Array(1 << 12).fill(-1);
  #hashes = new Int32Array(1 << 11);
  #starts = new Int32Array((1 << 11) + 1);
  #pool = new Uint16Array(1 << 15);
  #size = 0;

  /** Number of distinct forms. */
  get size(): number {
    return this.#size;
  }

  /** The number of the form in `units[0, length)`, given its hash from {@link hashStep}. */
  intern(units: Uint16Array, length: number, hash: number): number {
    const mask = this.#table.length - 1;
    let slot = hash & mask;
    for (;;) {
      const id = this.#table[slot] as number;
      if (id < 0) return this.#add(units, length, hash, slot);
      if (this.#hashes[id] === hash && this.#equals(id, units, length)) return id;
      slot = (slot + 1) & mask;
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
    const start = this.#starts[id] as number;
    if ((this.#starts[id + 1] as number) - start !== length) return false;
    for (let i = 0; i < length; i++) if (this.#pool[start + i] !== units[i]) return false;
    return true;
  }

  #add(units: Uint16Array, length: number, hash: number, slot: number): number {
    const id = this.#size++;
    const start = this.#starts[id] as number;
    if (id + 2 > this.#hashes.length) this.#growForms();
    while (start + length > this.#pool.length) this.#pool = enlarge(this.#pool, Uint16Array);
    this.#pool.set(units.subarray(0, length), start);
    this.#starts[id + 1] = start + length;
    this.#hashes[id] = hash;
    this.#table[slot] = id;
    if (this.#size * 2 > this.#table.length) this.#growTable();
    return id;
  }

  #growForms(): void {
    this.#hashes = enlarge(this.#hashes, Int32Array);
    const starts = new Int32Array(this.#hashes.length + 1);
    starts.set(this.#starts);
    this.#starts = starts;
  }

  #growTable(): void {
    const table = new Int32Array(this.#table.length * 2).fill(-1);
    const mask = table.length - 1;
    for (let id = 0; id < this.#size; id++) {
      let slot = (this.#hashes[id] as number) & mask;
      while ((table[slot] as number) >= 0) slot = (slot + 1) & mask;
      table[slot] = id;
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
