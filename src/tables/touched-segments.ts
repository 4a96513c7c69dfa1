/** What coded passages touch: a hand coding may be part of a segment, run over several, or lie where nobody is coded. */
import type { Coding, Segment, Span } from '../model.ts';
import { firstEndingAfter } from '../transcript/visible-parts.ts';

/** Half-open range of those that share a character with the span; they are sorted and do not overlap. */
export function findTouched(spans: readonly Span[], { start, end }: Span): { from: number; to: number } {
  const from = firstEndingAfter(spans, start);
  let [low, high] = [from, spans.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((spans[middle] as Span).start < end) low = middle + 1;
    else high = middle;
  }
  return { from, to: low };
}

/** Whether a span is one of these, to the character. */
export function isOneOf(spans: readonly Span[], { start, end }: Span): boolean {
  const found = spans[firstEndingAfter(spans, start)];
  return found?.start === start && found.end === end;
}

/** The turns of the segments that a coding touches, in order; where it touches none, the one it begins in. */
export function turnsOf({ start, end, turn }: Coding, segments: readonly Segment[]): number[] {
  const { from, to } = findTouched(segments, { start, end });
  const turns = new Set(segments.slice(from, to).map((segment) => segment.turn));
  return turns.size === 0 ? [turn] : [...turns];
}

/** Together the same text, sorted and without overlaps. */
export function mergeSpans(spans: readonly Span[]): Span[] {
  const merged: Span[] = [];
  for (const { start, end } of spans.toSorted((a, b) => a.start - b.start)) {
    const last = merged.at(-1);
    if (last && start <= last.end) last.end = Math.max(last.end, end);
    else merged.push({ start, end });
  }
  return merged;
}

/** What both cover; each is sorted and without overlaps. */
export function intersectSpans(spans: readonly Span[], others: readonly Span[]): Span[] {
  const shared: Span[] = [];
  let at = 0;
  for (const { start, end } of spans) {
    while ((others[at]?.end ?? end) <= start && at < others.length) at++;
    for (let next = at; (others[next]?.start ?? end) < end; next++) {
      const other = others[next] as Span;
      shared.push({ start: Math.max(start, other.start), end: Math.min(end, other.end) });
    }
  }
  return shared;
}

/** Adds the weights of those that merged spans touch, each once; all sorted and without overlaps. */
export function sumTouched(
  items: readonly Span[],
  merged: readonly Span[],
  weightOf: (item: number) => number,
): number {
  let sum = 0;
  let done = 0;
  for (const span of merged) {
    const { from, to } = findTouched(items, span);
    for (let item = Math.max(from, done); item < to; item++) sum += weightOf(item);
    done = Math.max(done, to);
  }
  return sum;
}

/** For each segment 1 where a coding touches it, else 0. */
export function markTouched(segments: readonly Segment[], codings: readonly Span[]): Uint8Array {
  const marks = new Uint8Array(segments.length);
  for (const span of mergeSpans(codings)) {
    const { from, to } = findTouched(segments, span);
    marks.fill(1, from, to);
  }
  return marks;
}
