/** Counts of what coders said of units: all that the coefficients need of them, and counts of several documents can be added. */

/** A category, numbered from 0; `undefined` for a coder who did not judge the unit. */
export type Rating = number | undefined;

/** Of `coders` coders who put each unit into one of `categories` categories. Every number is a sum over units. */
export class RatingCounts {
  readonly coders: number;
  readonly categories: number;
  /** One row of numbers, so that counts are added without knowing what they are. */
  readonly sums: Float64Array;

  constructor(coders: number, categories: number, sums?: Float64Array) {
    this.coders = coders;
    this.categories = categories;
    this.sums = sums ?? new Float64Array(3 + categories + coders * categories + 2 * categories * categories);
  }

  /** A unit, or several on which the coders said the same: one rating a coder. */
  add(ratings: readonly Rating[], times = 1): void {
    const { sums, categories } = this;
    const byCategory = new Array<number>(categories).fill(0);
    let judged = 0;
    for (let coder = 0; coder < this.coders; coder++) {
      const rating = ratings[coder];
      if (rating === undefined) continue;
      judged++;
      byCategory[rating] = (byCategory[rating] ?? 0) + 1;
      increase(sums, this.#ratingsAt(coder) + rating, times);
    }
    if (judged === 0) return;
    increase(sums, UNITS, times);
    byCategory.forEach((count, category) => {
      increase(sums, SHARES + category, (times * count) / judged);
    });
    if (judged < 2) return;
    increase(sums, PAIRABLE, times);
    this.#addPairs(byCategory, judged, times);
    const [one, other] = ratings;
    if (one !== undefined && other !== undefined && this.coders === 2)
      increase(sums, this.#tableAt + one * categories + other, times);
  }

  #addPairs(byCategory: readonly number[], judged: number, times: number): void {
    byCategory.forEach((count, category) => {
      if (count === 0) return;
      increase(this.sums, AGREEING, (times * count * (count - 1)) / (judged * (judged - 1)));
      byCategory.forEach((other, at) => {
        const pairs = count * (at === category ? other - 1 : other);
        increase(this.sums, this.#coincidencesAt + category * this.categories + at, (times * pairs) / (judged - 1));
      });
    });
  }

  /** Units that at least one coder judged. */
  get units(): number {
    return this.sums[UNITS] ?? 0;
  }

  /** Units that at least two coders judged. */
  get pairable(): number {
    return this.sums[PAIRABLE] ?? 0;
  }

  /** Sum over the pairable units of the share of pairs of coders who agree. */
  get agreeing(): number {
    return this.sums[AGREEING] ?? 0;
  }

  /** By category: the mean over units of the share of their coders who chose it. */
  get shares(): number[] {
    return this.#listFrom(SHARES).map((sum) => sum / this.units);
  }

  /** How often a coder chose each category. */
  ratingsOf(coder: number): number[] {
    return this.#listFrom(this.#ratingsAt(coder));
  }

  /** Row of Krippendorff's matrix of coincidences. */
  coincidencesOf(category: number): number[] {
    return this.#listFrom(this.#coincidencesAt + category * this.categories);
  }

  /** Of two coders and the units that both judged: what the first chose by what the second did; empty for others. */
  get table(): number[][] {
    if (this.coders !== 2) return [];
    return Array.from({ length: this.categories }, (_, row) => this.#listFrom(this.#tableAt + row * this.categories));
  }

  #listFrom(at: number): number[] {
    return Array.from(this.sums.subarray(at, at + this.categories));
  }

  #ratingsAt(coder: number): number {
    return SHARES + this.categories * (1 + coder);
  }

  get #coincidencesAt(): number {
    return this.#ratingsAt(this.coders);
  }

  get #tableAt(): number {
    return this.#coincidencesAt + this.categories * this.categories;
  }
}

/** Units one by one: a list of ratings each. */
export function countRatings(units: Iterable<readonly Rating[]>, coders: number, categories: number): RatingCounts {
  const counts = new RatingCounts(coders, categories);
  for (const ratings of units) counts.add(ratings);
  return counts;
}

/** Adds one row of sums to another of the same kind. */
export function addSums(into: Float64Array, sums: Float64Array, times = 1): void {
  for (let at = 0; at < into.length; at++) into[at] = (into[at] as number) + times * (sums[at] as number);
}

const UNITS = 0;
const PAIRABLE = 1;
const AGREEING = 2;
const SHARES = 3;

function increase(sums: Float64Array, at: number, by: number): void {
  sums[at] = (sums[at] ?? 0) + by;
}
