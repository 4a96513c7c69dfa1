/** The coded passages of one document, each with the codes that lie on it. */
import type { CodeNode } from '../codebook/code-tree.ts';
import type { Coding, Span } from '../model.ts';

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
