/** Carries spans from a text as another program holds it to the same text as it is here. */
import type { Span } from '../model.ts';
import { countUpTo } from '../text/count-up-to.ts';
import { matchRuns, type Run } from './match-runs.ts';
import { squeezeText } from './squeeze-text.ts';

export interface Alignment {
  /** The place here of a span there; undefined where what it holds is not there word for word. */
  map(span: Span): Span | undefined;
  /** The offset here that an offset there is near to. */
  near(offset: number): number;
}

/**
 * White space, invisible characters and the composition of letters make no difference; passages that only one of the texts has
 * are skipped. Blanks at the edges of a span go along where both texts have them.
 */
export function alignTexts(there: string, here: string): Alignment {
  if (there === here) return { map: (span) => (span.start < span.end ? span : undefined), near: (offset) => offset };
  const from = squeezeText(there, 'strict');
  const to = squeezeText(here, 'strict');
  const runs = matchRuns(from.text, to.text);
  const carry = (unit: number): number | undefined => {
    const run = runs[countUntil(runs, unit) - 1];
    return run && unit < run.a + run.length ? run.b + unit - run.a : undefined;
  };
  return {
    map({ start, end }) {
      const first = countUpTo(from.ends, from.ends.length, start);
      const last = countUpTo(from.starts, from.starts.length, end - 1) - 1;
      const [firstHere, lastHere] = [carry(first), carry(last)];
      if (first > last || firstHere === undefined || lastHere === undefined) return undefined;
      const isWhole = lastHere - firstHere === last - first;
      if (!isWhole || !to.text.startsWith(from.text.slice(first, last + 1), firstHere)) return undefined;
      const span = { start: to.starts[firstHere] as number, end: to.ends[lastHere] as number };
      const before = there.slice(start, from.starts[first]);
      return widen(span, { here, before, after: there.slice(from.ends[last], end) });
    },
    near(offset) {
      const unit = countUpTo(from.ends, from.ends.length, offset);
      const run = runs[countUntil(runs, unit) - 1];
      return to.starts[run ? run.b + Math.min(unit - run.a, run.length) : 0] ?? here.length;
    },
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

/** How many runs begin at the unit or before it. */
function countUntil(runs: readonly Run[], unit: number): number {
  let low = 0;
  let high = runs.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((runs[middle]?.a ?? 0) <= unit) low = middle + 1;
    else high = middle;
  }
  return low;
}
