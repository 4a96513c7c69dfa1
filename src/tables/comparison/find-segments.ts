/** Which segments a passage that somebody coded gives its code to. */
import type { Span } from '../../model.ts';
import { firstEndingAfter } from '../../transcript/segments.ts';
import type { SegmentMatch } from './compared-coders.ts';

/**
 * Indices of segments, which are in order and do not overlap. `any`: all that share a character with the passage. `half`:
 * those of which it covers more than half, or in which more than half of what it covers of segments lies; where there is
 * none, the one that it covers most of, so that no passage is lost that touches one.
 */
export function findSegments(segments: readonly Span[], passage: Span, match: SegmentMatch): number[] {
  const touched: { at: number; shared: number; size: number }[] = [];
  for (let at = firstEndingAfter(segments, passage.start); at < segments.length; at++) {
    const { start, end } = segments[at] as Span;
    if (start >= passage.end) break;
    touched.push({ at, shared: Math.min(end, passage.end) - Math.max(start, passage.start), size: end - start });
  }
  if (match === 'any' || touched.length < 2) return touched.map(({ at }) => at);
  const all = touched.reduce((sum, { shared }) => sum + shared, 0);
  const mostly = touched.filter(({ shared, size }) => 2 * shared > size || 2 * shared > all);
  const most = touched.reduce((best, each) => (each.shared > best.shared ? each : best));
  return (mostly.length > 0 ? mostly : [most]).map(({ at }) => at);
}
