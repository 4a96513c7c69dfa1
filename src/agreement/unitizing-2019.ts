/** Krippendorff's family of alphas for unitizing (Krippendorff, Mathet, Bouvry and Widlöcher 2016; Krippendorff 2019). */
import type { Span } from '../model.ts';
import { type Coefficient, compareDisagreement, NO_COMMON_UNIT, undefinedBecause } from './coefficient.ts';

/** A passage and its code, numbered from 0. */
export interface Unit extends Span {
  code: number;
}

/**
 * Lengths that coders share, code by code, and what keeps passages from being compared with themselves. Sums over texts, in
 * one row of numbers, so that texts are added without knowing what they are. The value 0 is the gap, code k is k + 1.
 */
export class SharedLengths {
  readonly codes: number;
  readonly sums: Float64Array;

  constructor(codes: number, sums?: Float64Array) {
    this.codes = codes;
    const values = codes + 1;
    this.sums = sums ?? new Float64Array(2 * values * values + 2 * values);
  }

  /** One text; `coders` has the passages of each coder who read it, in order and without overlaps. With fewer than two nothing is added. */
  add(coders: readonly (readonly Unit[])[], length: number): void {
    if (coders.length < 2) return;
    const shared = coders.map((units) => new Array<number>(units.length).fill(0));
    this.#addPairs(coders, length, shared);
    coders.forEach((units, coder) => {
      let gap = length;
      units.forEach(({ start, end, code }, at) => {
        gap -= end - start;
        this.#increase(this.#ownAt + code + 1, (end - start) ** 2);
        this.#increase(this.#sharedOwnAt + code + 1, (shared[coder]?.[at] ?? 0) ** 2);
      });
      this.#increase(this.#ownAt, gap);
    });
  }

  /** Sweeps over the text from border to border; `shared` receives how much of every passage somebody else coded too. */
  #addPairs(coders: readonly (readonly Unit[])[], length: number, shared: number[][]): void {
    const borders = listBorders(coders, length);
    const at = coders.map(() => 0);
    borders.slice(1).forEach((end, before) => {
      const start = borders[before] as number;
      const counts = new Map<number, number>();
      const open: number[] = [];
      coders.forEach((units, coder) => {
        while ((units[at[coder] ?? 0]?.end ?? Number.POSITIVE_INFINITY) <= start) at[coder] = (at[coder] ?? 0) + 1;
        const unit = units[at[coder] ?? 0];
        const value = unit && unit.start <= start ? unit.code + 1 : 0;
        if (value > 0) open.push(coder);
        counts.set(value, (counts.get(value) ?? 0) + 1);
      });
      this.#addPart(counts, end - start, coders.length);
      if (open.length < 2) return;
      for (const coder of open) {
        const [list, place] = [shared[coder] ?? [], at[coder] ?? 0];
        list[place] = (list[place] ?? 0) + end - start;
      }
    });
  }

  #addPart(counts: ReadonlyMap<number, number>, length: number, coders: number): void {
    const values = this.codes + 1;
    for (const [one, count] of counts) {
      for (const [other, size] of counts) {
        const pairs = ((one === other ? size - 1 : size) * count * length) / (coders - 1);
        this.#increase(one * values + other, pairs);
        if (one > 0 && other > 0) this.#increase(values * values + one * values + other, pairs);
      }
    }
  }

  /** ℓ: by the values of two coders. */
  get lengths(): number[][] {
    return this.#matrixFrom(0);
  }

  /** The same where both have a code. */
  get codedLengths(): number[][] {
    return this.#matrixFrom((this.codes + 1) ** 2);
  }

  get own(): number[] {
    return Array.from(this.sums.subarray(this.#ownAt, this.#sharedOwnAt));
  }

  get sharedOwn(): number[] {
    return Array.from(this.sums.subarray(this.#sharedOwnAt));
  }

  get #ownAt(): number {
    return 2 * (this.codes + 1) ** 2;
  }

  get #sharedOwnAt(): number {
    return this.#ownAt + this.codes + 1;
  }

  #matrixFrom(at: number): number[][] {
    const values = this.codes + 1;
    return Array.from({ length: values }, (_, row) =>
      Array.from(this.sums.subarray(at + row * values, at + (row + 1) * values)),
    );
  }

  #increase(at: number, by: number): void {
    this.sums[at] = (this.sums[at] ?? 0) + by;
  }
}

/** uα, nominal: codes and gaps, all that differs is disagreement. */
export function unitizingUAlpha(lengths: SharedLengths): Coefficient {
  return compareValues(lengths.lengths, lengths.own, (one, other) => one !== other);
}

/** |uα: only whether there is a code. */
export function unitizingBinaryAlpha(lengths: SharedLengths): Coefficient {
  return compareValues(lengths.lengths, lengths.own, (one, other) => (one === 0) !== (other === 0));
}

/** cuα: only which code, where both have one. */
export function unitizingCodedAlpha(lengths: SharedLengths): Coefficient {
  const coded = lengths.codedLengths;
  if (coded.flat().every((length) => length === 0)) return undefinedBecause('no passage has a code of two coders');
  return compareValues(coded, lengths.sharedOwn, (one, other) => one !== other);
}

function compareValues(
  matrix: readonly (readonly number[])[],
  own: readonly number[],
  differs: (one: number, other: number) => boolean,
): Coefficient {
  const rows = matrix.map((row) => row.reduce((sum, length) => sum + length, 0));
  const all = rows.reduce((sum, length) => sum + length, 0);
  if (all === 0) return undefinedBecause(NO_COMMON_UNIT);
  const chances = all - own.reduce((sum, length) => sum + length, 0) / all;
  let [observed, expected] = [0, 0];
  matrix.forEach((row, one) => {
    row.forEach((length, other) => {
      if (!differs(one, other)) return;
      observed += length;
      expected += chances <= 0 ? 0 : ((rows[one] ?? 0) * (rows[other] ?? 0)) / chances;
    });
  });
  return compareDisagreement(observed, expected, 'everything that is compared has the same code, or none');
}

function listBorders(coders: readonly (readonly Unit[])[], length: number): number[] {
  const borders = new Set([0, length]);
  for (const units of coders) for (const { start, end } of units) borders.add(start).add(end);
  return [...borders].sort((a, b) => a - b);
}
