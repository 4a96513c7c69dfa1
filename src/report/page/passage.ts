/** Cuts a passage of a transcript into pieces that are shown alike: masked or said, and evidence of which codings. */
import type { Coding, Evidence, Span } from '../../model.ts';

export interface Piece extends Span {
  /** A label, a time stamp or a mark, which nobody said. */
  masked: boolean;
  evidence: Found[];
}

/** A span of words and the coding that it is evidence of. */
export interface Found extends Span {
  coding: Coding;
  evidence: Evidence;
}

/** All evidence, in the order of the text. */
export function listEvidence(codings: readonly Coding[]): Found[] {
  return codings
    .flatMap((coding) =>
      coding.evidence.flatMap((evidence) => evidence.spans.map(({ start, end }) => ({ start, end, coding, evidence }))),
    )
    .sort((a, b) => a.start - b.start || b.end - a.end);
}

/** Together the pieces are the passage. `masks` and `found` are sorted and may reach outside it. */
export function cutPassage(span: Span, masks: readonly Span[], found: readonly Found[]): Piece[] {
  const inside = (each: Span) => each.start < span.end && each.end > span.start;
  const masked = masks.filter(inside);
  const evidence = found.filter(inside);
  const edges = [span, ...masked, ...evidence].flatMap(({ start, end }) => [start, end]);
  const cuts = [...new Set(edges)].filter((at) => at >= span.start && at <= span.end).sort((a, b) => a - b);
  const pieces: Piece[] = [];
  let active: Found[] = [];
  let next = 0;
  let mask = 0;
  cuts.slice(0, -1).forEach((start, index) => {
    const end = cuts[index + 1] ?? span.end;
    active = active.filter((each) => each.end > start);
    for (let at = evidence[next]; at !== undefined && at.start <= start; at = evidence[++next]) active.push(at);
    while ((masked[mask]?.end ?? span.end) <= start && mask < masked.length) mask++;
    pieces.push({ start, end, masked: (masked[mask]?.start ?? span.end) <= start, evidence: [...active] });
  });
  return pieces;
}
