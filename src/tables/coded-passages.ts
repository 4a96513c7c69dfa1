/** The coded passages of one document, and its segments, each with the codes that lie on it. */
import type { CodeNode } from '../codebook/code-tree.ts';
import type { CodedDocument, Coding, Span } from '../model.ts';
import { findTouched, mergeSpans } from './touched-segments.ts';

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
  const byCode = new Map<number, Span[]>();
  for (const { codes: indices, ...passage } of listCodedPassages(codings, codes))
    for (const index of indices) {
      const passages = byCode.get(index);
      if (passages) passages.push(passage);
      else byCode.set(index, [passage]);
    }
  const touched = segments.map(({ start, end }): CodedPassage => ({ start, end, codes: new Set() }));
  // Merged first, so that many passages over the same segments cost no more than one.
  for (const [index, passages] of byCode)
    for (const passage of mergeSpans(passages)) {
      const { from, to } = findTouched(segments, passage);
      for (let at = from; at < to; at++) touched[at]?.codes.add(index);
    }
  return touched.filter((segment) => segment.codes.size > 0);
}
