/** Bootstrap over documents: how much a number depends on which documents were coded. */
import { createGenerator } from '../random-numbers.ts';
import { addSums } from './rating-counts.ts';

export interface Interval {
  low: number;
  high: number;
}

export const RESAMPLES = 1000;
const SEED = 20_260_101;
/** Of the resamples in which the number must be defined, for an interval to say something. */
const ENOUGH = 0.95;
/** With fewer an interval would look surer than anything drawn from so few can be. */
export const FEWEST_DOCUMENTS = 5;

/** Which documents are drawn: for every resample how often each document is in it. The same for every number of a study. */
export class Resamples {
  readonly documents: number;
  #times: Uint16Array[] = [];

  constructor(documents: number) {
    this.documents = documents;
    const next = createGenerator(SEED);
    for (let resample = 0; resample < RESAMPLES && documents >= FEWEST_DOCUMENTS; resample++) {
      const times = new Uint16Array(documents);
      for (let draw = 0; draw < documents; draw++) {
        const drawn = Math.floor(next() * documents);
        times[drawn] = (times[drawn] ?? 0) + 1;
      }
      this.#times.push(times);
    }
  }

  /**
   * Intervals of 95 % (percentiles) of numbers that follow from sums over documents: `byDocument` has one row of sums a
   * document, `measure` makes numbers of their total. `undefined` for fewer than five documents, and for a number that is
   * not defined in more than one of twenty resamples.
   */
  estimate<Name extends string>(
    byDocument: readonly Float64Array[],
    measure: (sums: Float64Array) => Record<Name, number | null>,
  ): Partial<Record<Name, Interval>> {
    const drawn = new Map<Name, number[]>();
    const sums = new Float64Array(byDocument[0]?.length ?? 0);
    for (const times of this.#times) {
      sums.fill(0);
      for (let at = 0; at < byDocument.length; at++) {
        const often = times[at] as number;
        if (often > 0) addSums(sums, byDocument[at] as Float64Array, often);
      }
      const values = measure(sums);
      for (const name in values) {
        const known = drawn.get(name);
        const value = values[name];
        if (value === null) continue;
        if (known) known.push(value);
        else drawn.set(name, [value]);
      }
    }
    const intervals: Partial<Record<Name, Interval>> = {};
    for (const [name, values] of drawn) {
      const interval = values.length < ENOUGH * RESAMPLES ? undefined : percentiles(values);
      if (interval) intervals[name] = interval;
    }
    return intervals;
  }
}

function percentiles(values: readonly number[]): Interval | undefined {
  const sorted = Float64Array.from(values).sort();
  const low = sorted[Math.floor(0.025 * (sorted.length - 1))];
  const high = sorted[Math.ceil(0.975 * (sorted.length - 1))];
  return low === undefined || high === undefined ? undefined : { low, high };
}
