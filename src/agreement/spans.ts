/** Passages as ranges of offsets: put in order, joined where they overlap, and how much of two lists is the same. */
import type { Span } from '../model.ts';

/** In the order of the text, those that overlap as one; those that only touch stay apart. */
export function joinOverlapping(spans: readonly Span[]): Span[] {
  const joined: Span[] = [];
  for (const { start, end } of spans.toSorted((a, b) => a.start - b.start || a.end - b.end)) {
    const last = joined.at(-1);
    if (last && start < last.end) last.end = Math.max(last.end, end);
    else if (end > start) joined.push({ start, end });
  }
  return joined;
}

/** Length of all passages together. */
export function measureSpans(spans: readonly Span[]): number {
  return spans.reduce((sum, { start, end }) => sum + end - start, 0);
}

/** Length of what lies in both lists; each is in order and without overlaps. */
export function measureOverlap(ones: readonly Span[], others: readonly Span[]): number {
  let [common, at] = [0, 0];
  for (const one of ones) {
    while ((others[at]?.end ?? Number.POSITIVE_INFINITY) <= one.start) at++;
    for (let next = at; next < others.length; next++) {
      const other = others[next] as Span;
      if (other.start >= one.end) break;
      common += Math.min(one.end, other.end) - Math.max(one.start, other.start);
    }
  }
  return common;
}
