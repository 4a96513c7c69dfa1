/** The coded passages of one document, and its segments, each with the codes that lie on it. */
import type { CodeNode } from '../codebook/code-tree.ts';
import type { CodedDocument, Coding, Span } from '../model.ts';
import { findTouched } from './touched-segments.ts';

export interface CodedPassage extends Span {
  /** Indices of its codes. */
  codes: Set<number>;
}

/** In the order of the text, each once, however many coders or terms; codings of codes that are not in the list are left out. */
export function listCodedPassages(codings: readonly Coding[], codes: readonly CodeNode[]): CodedPassage[] {
  const indexOf = new Map(codes.map(({ code, index }) => [code.id, index]));
  const passages = new Map<string, CodedPassage>();
  for (const { code, start, end } of codings) {
    const index = indexOf.get(code);
    if (index === undefined) continue;
    const key = `${start}-${end}`;
    const known = passages.get(key);
    if (known) known.codes.add(index);
    else passages.set(key, { start, end, codes: new Set([index]) });
  }
  return [...passages.values()].sort((a, b) => a.start - b.start || a.end - b.end);
}

/** The segments that coded passages touch, in their order, each with the codes of all of these. */
export function listCodedSegments(
  { codings, segments }: Pick<CodedDocument, 'codings' | 'segments'>,
  codes: readonly CodeNode[],
): CodedPassage[] {
  const touched = new Map<number, Set<number>>();
  for (const passage of listCodedPassages(codings, codes)) {
    const { from, to } = findTouched(segments, passage);
    for (let at = from; at < to; at++) {
      const known = touched.get(at) ?? new Set();
      touched.set(at, known);
      for (const code of passage.codes) known.add(code);
    }
  }
  return [...touched]
    .sort(([a], [b]) => a - b)
    .flatMap(([at, found]) => {
      const segment = segments[at];
      return segment ? [{ start: segment.start, end: segment.end, codes: found }] : [];
    });
}
