/** The coefficients of one row of codes over all documents, each with its interval. */
import type { Interval, Resamples } from '../../agreement/bootstrap.ts';
import type { Coefficient } from '../../agreement/coefficient.ts';
import {
  brennanPrediger,
  cohenKappa,
  congerKappa,
  fleissKappa,
  gwetAc1,
  krippendorffAlpha,
  percentAgreement,
  scottPi,
} from '../../agreement/coefficients.ts';
import { ABSENT, PRESENT } from '../../agreement/fourfold.ts';
import { addSums, countRatings, type Rating, RatingCounts } from '../../agreement/rating-counts.ts';
import { f1, type Hits, precision, recall } from '../../agreement/retrieval.ts';
import type { CoderPatterns, CoderSet } from './coder-patterns.ts';

/** Which units count: all of them, or those that anybody gave any code. */
export type Universe = 'all' | 'coded';

export type MeasureName =
  | 'percent'
  | 'cohen'
  | 'scott'
  | 'fleiss'
  | 'conger'
  | 'brennan_prediger'
  | 'alpha'
  | 'ac1'
  | 'precision'
  | 'recall'
  | 'f1';

export interface Estimate extends Coefficient {
  interval?: Interval;
}

export interface RowMeasures {
  /** Units that at least two coders judged; of several codes together, units times codes. */
  units: number;
  /** Of two coders: both, only the first, only the second, neither. Of more: all who judged, some, none. */
  both: number;
  first: number;
  second: number;
  some: number;
  neither: number;
  measures: Partial<Record<MeasureName, Estimate>>;
}

export interface RowRequest {
  /** The rows that are added up, each with its own units. */
  rows: readonly number[];
  coders: number;
  universe: Universe;
  /** The one whom the other of two is measured by. */
  reference?: number | undefined;
  /** Without them there are no intervals. */
  resamples?: Resamples | undefined;
}

/** Coefficients of two coders, then those of any number. */
const OF_TWO = { percent: percentAgreement, cohen: cohenKappa, scott: scottPi } as const;
const OF_MANY = { percent: percentAgreement, fleiss: fleissKappa, conger: congerKappa } as const;
const OF_ALL = { brennan_prediger: brennanPrediger, alpha: krippendorffAlpha, ac1: gwetAc1 } as const;

export function measureRow(documents: readonly CoderPatterns[], request: RowRequest): RowMeasures {
  const { coders, reference } = request;
  const kinds = new PatternKinds();
  const byDocument = documents.map((document) => countKinds(document, request, kinds));
  const vectors = byDocument.map((counts) => Float64Array.from({ length: kinds.size }, (_, at) => counts[at] ?? 0));
  const measures = { ...(coders === 2 ? OF_TWO : OF_MANY), ...OF_ALL };
  const measure = (sums: Float64Array): Partial<Record<MeasureName, Coefficient>> => {
    const counts = kinds.toRatings(sums, coders);
    const found = Object.entries(measures).map(([name, of]) => [name, of(counts)] as const);
    return { ...Object.fromEntries(found), ...(coders === 2 ? measureHits(kinds.fourfold(sums), reference) : {}) };
  };
  const total = new Float64Array(kinds.size);
  for (const vector of vectors) addSums(total, vector);
  const values = measure(total);
  const intervals = request.resamples?.estimate(vectors, (sums) => valuesOf(measure(sums))) ?? {};
  const estimates = Object.entries(values).map(([name, value]) => {
    const interval = value.value === null ? undefined : intervals[name as MeasureName];
    return [name, { ...value, ...(interval ? { interval } : {}) }] as const;
  });
  return { ...kinds.fourfold(total), units: kinds.unitsOf(total), measures: Object.fromEntries(estimates) };
}

function valuesOf(measured: Partial<Record<MeasureName, Coefficient>>): Record<MeasureName, number | null> {
  const values = Object.entries(measured).map(([name, { value }]) => [name, value] as const);
  return Object.fromEntries(values) as Record<MeasureName, number | null>;
}

/** Without a reference F1 is the same both ways. */
function measureHits({ both, first, second }: Fourfold, reference: number | undefined) {
  const hits: Hits =
    reference === 0 ? { right: both, wrong: second, missed: first } : { right: both, wrong: first, missed: second };
  return reference === undefined
    ? { f1: f1(hits) }
    : { precision: precision(hits), recall: recall(hits), f1: f1(hits) };
}

function countKinds(document: CoderPatterns, { rows, universe }: RowRequest, kinds: PatternKinds): number[] {
  const counts: number[] = [];
  const { judged } = document;
  if (countBits(judged) < 2) return counts;
  let rest = rows.length * (universe === 'all' ? document.units : document.coded);
  for (const row of rows) {
    for (const [set, count] of document.byRow.get(row) ?? []) {
      // Nobody counts who is not taken to have worked on the document.
      const at = kinds.find(judged, set & judged);
      counts[at] = (counts[at] ?? 0) + count;
      rest -= count;
    }
  }
  const nobody = kinds.find(judged, 0);
  counts[nobody] = (counts[nobody] ?? 0) + rest;
  return counts;
}

interface Fourfold {
  both: number;
  first: number;
  second: number;
  some: number;
  neither: number;
}

/** Who judged, and who of them gave the code: each such pair is numbered as it comes, and what one unit of it counts is kept. */
class PatternKinds {
  #kinds: { judged: CoderSet; given: CoderSet; ofOne?: Float64Array }[] = [];
  #known = new Map<number, number>();

  find(judged: CoderSet, given: CoderSet): number {
    const key = judged * 2 ** 21 + given;
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    this.#known.set(key, this.#kinds.length);
    return this.#kinds.push({ judged, given }) - 1;
  }

  get size(): number {
    return this.#kinds.length;
  }

  unitsOf(sums: Float64Array): number {
    return sums.reduce((sum, count) => sum + count, 0);
  }

  toRatings(sums: Float64Array, coders: number): RatingCounts {
    const counts = new RatingCounts(coders, 2);
    this.#kinds.forEach((kind, at) => {
      const times = sums[at] ?? 0;
      kind.ofOne ??= countRatings([listRatings(kind.judged, kind.given, coders)], coders, 2).sums;
      if (times > 0) addSums(counts.sums, kind.ofOne, times);
    });
    return counts;
  }

  fourfold(sums: Float64Array): Fourfold {
    const found: Fourfold = { both: 0, first: 0, second: 0, some: 0, neither: 0 };
    this.#kinds.forEach(({ judged, given }, at) => {
      const times = sums[at] ?? 0;
      if (given === 0) found.neither += times;
      else if (given === judged) found.both += times;
      else {
        found.some += times;
        if (given === 1) found.first += times;
        else if (given === 2) found.second += times;
      }
    });
    return found;
  }
}

function listRatings(judged: CoderSet, given: CoderSet, coders: number): Rating[] {
  return Array.from({ length: coders }, (_, coder) => {
    if ((judged & (1 << coder)) === 0) return undefined;
    return (given & (1 << coder)) === 0 ? ABSENT : PRESENT;
  });
}

export function countBits(set: CoderSet): number {
  let count = 0;
  for (let rest = set; rest > 0; rest &= rest - 1) count++;
  return count;
}
