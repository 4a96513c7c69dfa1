/** The parts of a passage that lie outside masks. */
import type { Span } from '../model.ts';

/** The parts of `span` outside the sorted masks. */
export function visibleParts(span: Span, masks: readonly Span[]): Span[] {
  const parts: Span[] = [];
  let { start } = span;
  for (let at = firstEndingAfter(masks, start); at < masks.length; at++) {
    const mask = masks[at] as Span;
    if (mask.start >= span.end) break;
    if (mask.start > start) parts.push({ start, end: mask.start });
    start = mask.end;
  }
  if (start < span.end) parts.push({ start, end: span.end });
  return parts;
}

/** Index of the first span that ends behind `offset`; they are sorted and do not overlap. */
export function firstEndingAfter(spans: readonly Span[], offset: number): number {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((spans[middle]?.end ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
