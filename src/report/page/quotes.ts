/** The coded segments of a selection, each once with all its codes. */
import type { CodedDocument, Coding, Span } from '../../model.ts';

export interface Quote extends Span {
  document: CodedDocument;
  turn: number;
  codings: Coding[];
}

/** Segments that have a code of every set, in the order of documents and text; with their codings of any of the sets. */
export function listQuotes(documents: readonly CodedDocument[], sets: readonly ReadonlySet<string>[]): Quote[] {
  return documents.flatMap((document) => {
    const bySegment = new Map<string, Quote>();
    for (const coding of document.codings) {
      if (!sets.some((codes) => codes.has(coding.code))) continue;
      const { start, end, turn } = coding;
      const key = `${start}-${end}`;
      const quote = bySegment.get(key);
      if (quote) quote.codings.push(coding);
      else bySegment.set(key, { document, start, end, turn, codings: [coding] });
    }
    return [...bySegment.values()]
      .filter(({ codings }) => sets.every((codes) => codings.some(({ code }) => codes.has(code))))
      .sort((a, b) => a.start - b.start || a.end - b.end);
  });
}
