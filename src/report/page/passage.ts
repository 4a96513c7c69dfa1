/** Cuts a passage of a transcript into pieces that are shown alike: masked or said, and evidence of which codings. */
import type { Coding, Evidence, Span } from '../../model.ts';
import { fold } from '../../text/fold.ts';

export interface Piece extends Span {
  /** A label, a time stamp or a mark, which nobody said. */
  masked: boolean;
  evidence: Found[];
  /** What the reader searches for. */
  searched: boolean;
}

/** A span of words and the coding that it is evidence of; without evidence somebody coded just this passage. */
export interface Found extends Span {
  coding: Coding;
  evidence?: Evidence;
}

/** All evidence, and all passages that people marked, in the order of the text. */
export function listEvidence(codings: readonly Coding[]): Found[] {
  return codings
    .flatMap((coding): Found[] => {
      const { start, end } = coding;
      if (coding.evidence.length === 0) return [{ start, end, coding }];
      return coding.evidence.flatMap((evidence) => evidence.spans.map((span) => ({ ...span, coding, evidence })));
    })
    .sort((a, b) => a.start - b.start || b.end - a.end);
}

/** What lies in a passage; all sorted, and free to reach outside it. */
export interface PassageParts {
  masks: readonly Span[];
  found: readonly Found[];
  searched: readonly Span[];
}

/** Together the pieces are the passage. */
export function cutPassage(span: Span, { masks, found, searched }: PassageParts): Piece[] {
  const inside = (each: Span) => each.start < span.end && each.end > span.start;
  const masked = masks.filter(inside);
  const evidence = found.filter(inside);
  const edges = [span, ...masked, ...evidence, ...searched].flatMap(({ start, end }) => [start, end]);
  const cuts = [...new Set(edges)].filter((at) => at >= span.start && at <= span.end).sort((a, b) => a - b);
  const pieces: Piece[] = [];
  let active: Found[] = [];
  let next = 0;
  let mask = 0;
  let hit = 0;
  cuts.slice(0, -1).forEach((start, index) => {
    const end = cuts[index + 1] ?? span.end;
    active = active.filter((each) => each.end > start);
    for (let at = evidence[next]; at !== undefined && at.start <= start; at = evidence[++next]) active.push(at);
    while ((masked[mask]?.end ?? span.end) <= start && mask < masked.length) mask++;
    while ((searched[hit]?.end ?? span.end) <= start && hit < searched.length) hit++;
    pieces.push({
      start,
      end,
      masked: (masked[mask]?.start ?? span.end) <= start,
      evidence: [...active],
      searched: (searched[hit]?.start ?? span.end) <= start,
    });
  });
  return pieces;
}

/** Where a text occurs in a passage, as it is searched for: without case and diacritics. */
export function findText(text: string, { start, end }: Span, searched: string): Span[] {
  const wanted = fold(searched.trim());
  const folded = fold(text.slice(start, end));
  // Where folding changes the length, places cannot be told.
  if (wanted === '' || folded.length !== end - start) return [];
  const found: Span[] = [];
  for (let at = folded.indexOf(wanted); at >= 0; at = folded.indexOf(wanted, at + wanted.length))
    found.push({ start: start + at, end: start + at + wanted.length });
  return found;
}
