/** The vocabulary: every distinct written form gets a small number once, without making a string for a form seen before. */

/** Distinct word forms, numbered 0, 1, 2 … in order of first sight. Forms keep their case and diacritics. */
export class Vocabulary {
  /** Open addressing, two numbers a slot that lie together in memory: the hash, then the place of the form in the pool or -1. */
  #table = new Int32Array(1 << 13).fill(-1);
  /** Of each form its length, the halves of its number, and its units: what is asked together lies together. */
  #pool = new Uint16Array(1 << 15);
  #end = 0;
  /** Places in the pool by number. */
  #places = new Int32Array(1 << 11);
  #size = 0;

  /** Number of distinct forms. */
  get size(): number {
    return this.#size;
  }

  /** The number of the form in `units[start, start + length)`, given its hash from {@link hashStep}. */
  intern(units: Uint16Array, start: number, length: number, hash: number): number {
    const table = this.#table;
    const pool = this.#pool;
    const mask = table.length - 1;
    let slot = (hash << 1) & mask;
    for (;;) {
      const place = table[slot + 1] as number;
      if (place < 0) return this.#add(units.subarray(start, start + length), hash, slot);
      if (table[slot] === hash && pool[place] === length) {
        const form = place + HEAD;
        let at = 0;
        while (at < length && pool[form + at] === units[start + at]) at++;
        if (at === length) return (pool[place + 1] as number) | ((pool[place + 2] as number) << 16);
      }
      slot = (slot + 2) & mask;
    }
  }

  /** The written form with this number. */
  form(id: number): string {
    const place = this.#places[id] as number;
    const start = place + HEAD;
    const end = start + (this.#pool[place] as number);
    let form = '';
    for (let i = start; i < end; i++) form += String.fromCharCode(this.#pool[i] as number);
    return form;
  }

  #add(form: Uint16Array, hash: number, slot: number): number {
    const id = this.#size++;
    const place = this.#end;
    this.#end = place + HEAD + form.length;
    if (id === this.#places.length) this.#places = enlarge(this.#places, Int32Array);
    while (this.#end > this.#pool.length) this.#pool = enlarge(this.#pool, Uint16Array);
    this.#pool.set([form.length, id & 0xffff, id >>> 16], place);
    this.#pool.set(form, place + HEAD);
    this.#places[id] = place;
    this.#table[slot] = hash;
    this.#table[slot + 1] = place;
    if (this.#size * 4 > this.#table.length) this.#growTable();
    return id;
  }

  #growTable(): void {
    const old = this.#table;
    const table = new Int32Array(old.length * 2).fill(-1);
    const mask = table.length - 1;
    for (let from = 0; from < old.length; from += 2) {
      const hash = old[from] as number;
      const place = old[from + 1] as number;
      if (place < 0) continue;
      let slot = (hash << 1) & mask;
      while ((table[slot + 1] as number) >= 0) slot = (slot + 2) & mask;
      table[slot] = hash;
      table[slot + 1] = place;
    }
    this.#table = table;
  }
}

/** Units before a form in the pool. */
const HEAD = 3;

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
