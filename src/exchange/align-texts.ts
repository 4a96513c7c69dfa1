/** Carries spans from a text as another program holds it to the same text as it is here. */
import type { Span } from '../model.ts';
import { squeezeText } from './squeeze-text.ts';

/** The place here of a span there; undefined where nothing of it is left. */
export type MapSpan = (span: Span) => Span | undefined;

/**
 * Undefined unless the texts differ in nothing but white space, invisible characters and the composition of letters. Then an edge
 * between two characters there is the same edge here; blanks at the edges of a span go along where both texts have them.
 */
export function alignTexts(there: string, here: string): MapSpan | undefined {
  if (there === here) return (span) => (span.start < span.end ? span : undefined);
  const from = squeezeText(there, 'strict');
  const to = squeezeText(here, 'strict');
  if (from.text !== to.text) return undefined;
  return ({ start, end }) => {
    const first = countBelow(from.ends, start + 1);
    const last = countBelow(from.starts, end) - 1;
    if (first > last) return undefined;
    const span = { start: to.starts[first] as number, end: to.ends[last] as number };
    return widen(span, {
      here,
      before: there.slice(start, from.starts[first]),
      after: there.slice(from.ends[last], end),
    });
  };
}

interface Edges {
  here: string;
  /** What of the span there lies before its first character that is seen, and behind its last. */
  before: string;
  after: string;
}

/** Takes the blanks in that stand there too. */
function widen({ start, end }: Span, { here, before, after }: Edges): Span {
  let blanks = 0;
  while (blanks < before.length && start > 0 && here.at(start - 1) === before.at(-1 - blanks)) {
    start--;
    blanks++;
  }
  for (const blank of after) {
    if (here.at(end) !== blank) break;
    end++;
  }
  return { start, end };
}

/** How many of the sorted offsets lie below the limit. */
function countBelow(sorted: Uint32Array, limit: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] as number) < limit) low = middle + 1;
    else high = middle;
  }
  return low;
}
