/** Krippendorff's alpha for unitizing as published in 1995 and 2004: one code at a time, and where passages begin and end. */
import type { Span } from '../model.ts';
import { type Coefficient, compareDisagreement, undefinedBecause } from './coefficient.ts';

/** What all coders marked in one text; passages of a coder are in order and without overlaps. */
export interface MarkedText {
  length: number;
  /** One list a coder. */
  passages: readonly (readonly Span[])[];
}

export interface Disagreement {
  observed: number;
  expected: number;
}

/**
 * Observed and expected disagreement of one code. Several texts are one continuum in which a gap ends where a text ends;
 * every text has all coders. Nothing without two coders or text.
 */
export function measureUnitizing(texts: readonly MarkedText[]): Disagreement | undefined {
  const coders = texts[0]?.passages.length ?? 0;
  const length = texts.reduce((sum, text) => sum + text.length, 0);
  if (coders < 2 || length === 0) return undefined;
  let squares = 0;
  const units: number[] = [];
  const gaps: number[] = [];
  for (const text of texts) {
    const lines = text.passages.map((passages) => divideLine(passages, text.length));
    for (const line of lines) for (const { isUnit, start, end } of line) (isUnit ? units : gaps).push(end - start);
    lines.forEach((line, at) => {
      for (const other of lines.slice(at + 1)) squares += compareLines(line, other);
    });
  }
  return {
    observed: (2 * squares) / (coders * (coders - 1) * length ** 2),
    expected: expectDisagreement(units, gaps, { coders, length }),
  };
}

/** Alpha of one code, or with several disagreements of all codes together. */
export function unitizingAlpha(disagreements: readonly (Disagreement | undefined)[]): Coefficient {
  const known = disagreements.filter((each) => each !== undefined);
  if (known.length === 0) return undefinedBecause('no text was coded by all');
  const sum = (key: keyof Disagreement) => known.reduce((total, each) => total + each[key], 0);
  return compareDisagreement(sum('observed'), sum('expected'), 'nobody marked anything');
}

interface Section extends Span {
  /** Else a gap. */
  isUnit: boolean;
}

function divideLine(passages: readonly Span[], length: number): Section[] {
  const sections: Section[] = [];
  let from = 0;
  for (const { start, end } of passages) {
    if (start > from) sections.push({ start: from, end: start, isUnit: false });
    sections.push({ start, end, isUnit: true });
    from = end;
  }
  if (from < length) sections.push({ start: from, end: length, isUnit: false });
  return sections;
}

/** Sum of the squared differences of all sections of two lines that overlap. */
function compareLines(ones: readonly Section[], others: readonly Section[]): number {
  let [sum, at, other] = [0, 0, 0];
  while (at < ones.length && other < others.length) {
    const [one, two] = [ones[at] as Section, others[other] as Section];
    sum += squareDifference(one, two);
    if (one.end <= two.end) at++;
    if (two.end <= one.end) other++;
  }
  return sum;
}

function squareDifference(one: Section, other: Section): number {
  if (one.isUnit && other.isUnit) return (one.start - other.start) ** 2 + (one.end - other.end) ** 2;
  if (one.isUnit && lies(one, other)) return (one.end - one.start) ** 2;
  return other.isUnit && lies(other, one) ? (other.end - other.start) ** 2 : 0;
}

const lies = (inner: Span, outer: Span): boolean => inner.start >= outer.start && inner.end <= outer.end;

/** By the lengths of the units and gaps of all coders. */
function expectDisagreement(
  units: readonly number[],
  gaps: readonly number[],
  { coders, length }: { coders: number; length: number },
): number {
  const roomFor = createRoom(gaps);
  let [numerator, own] = [0, 0];
  for (const unit of units) {
    numerator += ((units.length - 1) / 3) * unit * (unit - 1) * (2 * unit - 1) + unit ** 2 * roomFor(unit);
    own += unit * (unit - 1);
  }
  const all = coders * length;
  const pairs = all * (all - 1) - own;
  return pairs === 0 ? 0 : (2 / length) * (numerator / pairs);
}

/** In how many places of the gaps a unit of some length has room: sums over the longest gaps, so that a look is a search. */
function createRoom(gaps: readonly number[]): (unit: number) => number {
  const sorted = gaps.toSorted((a, b) => b - a);
  const sums = [0];
  for (const gap of sorted) sums.push((sums.at(-1) ?? 0) + gap);
  return (unit) => {
    let [low, high] = [0, sorted.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((sorted[middle] ?? 0) >= unit) low = middle + 1;
      else high = middle;
    }
    return (sums[low] ?? 0) - low * (unit - 1);
  };
}
