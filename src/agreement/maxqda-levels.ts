/** The three levels on which MAXQDA compares two coders, as its manual describes them. */
import type { Span } from '../model.ts';
import { type Coefficient, correctForChance, ratio, undefinedBecause } from './coefficient.ts';

/** What was found on one level: pairs of a code and a document, or passages. */
export interface Agreements {
  agreeing: number;
  differing: number;
}

/** Share of agreements, 0–1. */
export function shareOf({ agreeing, differing }: Agreements): Coefficient {
  return ratio(agreeing, agreeing + differing, 'there is nothing to agree on');
}

/** Level 1: whether the code is in the document at all; both or neither agree. */
export function compareExistence(ones: number, others: number): Agreements {
  return agreeIf(ones > 0 === others > 0);
}

/** Level 2: how often the code is in the document. */
export function compareFrequency(ones: number, others: number): Agreements {
  return agreeIf(ones === others);
}

const agreeIf = (agrees: boolean): Agreements => ({ agreeing: agrees ? 1 : 0, differing: agrees ? 0 : 1 });

export interface Matches {
  /** Passages of either coder that the other has too, so that a pair counts twice. */
  agreeing: number;
  onlyFirst: number;
  onlySecond: number;
}

/**
 * Level 3, for one code in one document: whether each passage of one coder is among those of the other, and the other way
 * round. Two passages are the same when what they share is at least `least` (0–1) of what they cover together; MAXQDA's
 * manual gives no formula for its percentage.
 */
export function matchPassages(ones: readonly Span[], others: readonly Span[], least: number): Matches {
  const [first, second] = [sortDistinct(ones), sortDistinct(others)];
  const found = countFound(first, second, least);
  const foundBack = countFound(second, first, least);
  return { agreeing: found + foundBack, onlyFirst: first.length - found, onlySecond: second.length - foundBack };
}

function sortDistinct(spans: readonly Span[]): Span[] {
  const distinct = new Map(spans.map((span) => [`${span.start} ${span.end}`, span]));
  return [...distinct.values()].sort((a, b) => a.start - b.start || a.end - b.end);
}

function countFound(spans: readonly Span[], others: readonly Span[], least: number): number {
  let found = 0;
  for (const span of spans) {
    // One that begins farther off cannot share enough, however long it is.
    const size = span.end - span.start;
    const first = span.start - size * (1 / least - 1);
    for (let next = countBelow(others, first); next < others.length; next++) {
      const other = others[next] as Span;
      if (other.start > span.start + size * (1 - least) + 1) break;
      if (!isSame(span, other, least)) continue;
      found++;
      break;
    }
  }
  return found;
}

/** How many of the spans, in order, begin more than a character before an offset, which may be rounded. */
function countBelow(spans: readonly Span[], offset: number): number {
  let [low, high] = [0, spans.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((spans[middle] as Span).start < offset - 1) low = middle + 1;
    else high = middle;
  }
  return low;
}

function isSame(one: Span, other: Span, least: number): boolean {
  const common = Math.min(one.end, other.end) - Math.max(one.start, other.start);
  const together = Math.max(one.end, other.end) - Math.min(one.start, other.start);
  return common > 0 && common >= least * together;
}

/** Kappa of level 3 with the chance of Brennan and Prediger: 1 / number of codes in the table of results. */
export function kappaOfMatches({ agreeing, onlyFirst, onlySecond }: Matches, codes: number): Coefficient {
  const all = agreeing + onlyFirst + onlySecond;
  if (all === 0) return undefinedBecause('there is no coded passage');
  if (codes < 2) return undefinedBecause('with one code, agreement is certain by chance');
  return correctForChance(agreeing / all, 1 / codes);
}
