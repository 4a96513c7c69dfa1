/** Which coders gave a code to how many units of a document: segments, the document itself, or characters. */
import { joinOverlapping } from '../../agreement/spans.ts';
import type { Span } from '../../model.ts';
import type { SegmentMatch } from './choices.ts';
import type { CodeRows, PassagesByRow } from './compared-coders.ts';
import { findSegments } from './find-segments.ts';

/** Sets of coders as the bits of a number: 1 for the first, 2 for the second, 4 for the third … */
export type CoderSet = number;

/** Units of one document. */
export interface CoderPatterns {
  /** Who worked on the document. */
  judged: CoderSet;
  units: number;
  /** Units that anybody gave any code. */
  coded: number;
  /** By row, and by who gave it: the number of units; those that nobody gave it are left out. */
  byRow: ReadonlyMap<number, ReadonlyMap<CoderSet, number>>;
}

export interface PatternSource {
  judged: CoderSet;
  passages: PassagesByRow;
  rows: CodeRows;
}

export function toCoderSet(flags: readonly boolean[]): CoderSet {
  return flags.reduce((set, flag, at) => (flag ? set | (1 << at) : set), 0);
}

/** For each row and segment that anybody gave it: who did. */
export type SegmentSets = ReadonlyMap<number, ReadonlyMap<number, CoderSet>>;

export function matchSegments(passages: PassagesByRow, segments: readonly Span[], match: SegmentMatch): SegmentSets {
  const byRow = new Map<number, Map<number, CoderSet>>();
  for (const [row, byCoder] of passages) {
    const sets = new Map<number, CoderSet>();
    byCoder.forEach((spans, coder) => {
      // Whatever passages overlap reach the same segments together; to half of one they come each by itself.
      for (const span of match === 'any' ? joinOverlapping(spans) : spans)
        for (const segment of findSegments(segments, span, match))
          sets.set(segment, (sets.get(segment) ?? 0) | (1 << coder));
    });
    if (sets.size > 0) byRow.set(row, sets);
  }
  return byRow;
}

export function countSegments({ judged, rows }: PatternSource, sets: SegmentSets, segments: number): CoderPatterns {
  const byRow = new Map<number, Map<CoderSet, number>>();
  for (const [row, bySegment] of sets) {
    const counts = new Map<CoderSet, number>();
    for (const set of bySegment.values()) counts.set(set, (counts.get(set) ?? 0) + 1);
    byRow.set(row, counts);
  }
  return { judged, units: segments, coded: sets.get(rows.any)?.size ?? 0, byRow };
}

/** The document is one unit. */
export function countDocument({ judged, passages, rows }: PatternSource): CoderPatterns {
  const byRow = new Map<number, Map<CoderSet, number>>();
  for (const [row, byCoder] of passages)
    byRow.set(row, new Map([[toCoderSet(byCoder.map((spans) => spans.length > 0)), 1]]));
  return { judged, units: 1, coded: passages.has(rows.any) ? 1 : 0, byRow };
}

/** `passages` count what `length` counts. */
export function countLengths({ judged, passages, rows }: PatternSource, length: number): CoderPatterns {
  const byRow = new Map<number, Map<CoderSet, number>>();
  for (const [row, byCoder] of passages) byRow.set(row, sweep(byCoder));
  const coded = [...(byRow.get(rows.any)?.values() ?? [])].reduce((sum, each) => sum + each, 0);
  return { judged, units: length, coded, byRow };
}

/** From border to border of the passages of all. */
function sweep(byCoder: readonly (readonly Span[])[]): Map<CoderSet, number> {
  const borders = byCoder.flatMap((spans, coder) =>
    joinOverlapping(spans).flatMap(({ start, end }) => [
      { at: start, by: 1 << coder },
      { at: end, by: -(1 << coder) },
    ]),
  );
  borders.sort((a, b) => a.at - b.at);
  const lengths = new Map<CoderSet, number>();
  let [set, from] = [0, 0];
  for (const { at, by } of borders) {
    if (set !== 0 && at > from) lengths.set(set, (lengths.get(set) ?? 0) + at - from);
    set += by;
    from = at;
  }
  return lengths;
}
