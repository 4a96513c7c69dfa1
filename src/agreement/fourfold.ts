/** The fourfold table of two coders and one code: a both, b only the first, c only the second, d neither. */
import type { Span } from '../model.ts';
import { RatingCounts } from './rating-counts.ts';
import { measureOverlap, measureSpans } from './spans.ts';

export interface Fourfold {
  a: number;
  b: number;
  c: number;
  d: number;
}

/** NVivo counts characters so: both lists are in order and without overlaps, `length` is that of the whole text. */
export function countCharacters(ones: readonly Span[], others: readonly Span[], length: number): Fourfold {
  const a = measureOverlap(ones, others);
  const [b, c] = [measureSpans(ones) - a, measureSpans(others) - a];
  return { a, b, c, d: length - a - b - c };
}

export const ABSENT = 0;
export const PRESENT = 1;

/** The same as ratings with the categories absent and present. */
export function countFourfold({ a, b, c, d }: Fourfold): RatingCounts {
  const counts = new RatingCounts(2, 2);
  counts.add([PRESENT, PRESENT], a);
  counts.add([PRESENT, ABSENT], b);
  counts.add([ABSENT, PRESENT], c);
  counts.add([ABSENT, ABSENT], d);
  return counts;
}
