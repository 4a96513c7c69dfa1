/** Which segments a passage that somebody coded gives its code to. */
import type { Span } from '../../model.ts';
import { findTouched } from '../touched-segments.ts';
import type { SegmentMatch } from './choices.ts';

/**
 * Indices of segments, which are in order and do not overlap. `any`: all that share a character with the passage. `half`:
 * those of which it covers more than half, or in which more than half of what it covers of segments lies; where there is
 * none, the one that it covers most of, so that no passage is lost that touches one.
 */
export function findSegments(segments: readonly Span[], passage: Span, match: SegmentMatch): number[] {
  const { from, to } = findTouched(segments, passage);
  const touched = segments.slice(from, to).map(({ start, end }, at) => {
    return { at: from + at, shared: Math.min(end, passage.end) - Math.max(start, passage.start), size: end - start };
  });
  if (match === 'any' || touched.length < 2) return touched.map(({ at }) => at);
  const all = touched.reduce((sum, { shared }) => sum + shared, 0);
  const mostly = touched.filter(({ shared, size }) => 2 * shared > size || 2 * shared > all);
  const most = touched.reduce((best, each) => (each.shared > best.shared ? each : best));
  return (mostly.length > 0 ? mostly : [most]).map(({ at }) => at);
}
