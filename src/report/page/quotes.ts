/** The coded segments of a selection, each once with all its codes. */
import type { CodedDocument, Coding, Span } from '../../model.ts';
import { count } from '../../tables/notes.ts';
import { findTouched, isOneOf } from '../../tables/touched-segments.ts';

export interface Quote extends Span {
  document: CodedDocument;
  turn: number;
  codings: Coding[];
}

/** "3 coded segments", as tables count them; "3 passages" where people marked them, for several may have coded one. */
export function countQuotes(quotes: readonly Quote[], segment: string): string {
  const isOwn = quotes.every((quote) => quote.codings.length > 0 && isOneOf(quote.document.segments, quote));
  const isByOne = quotes.every(({ codings }) => codings.every(({ coder }) => coder === codings[0]?.coder));
  return count(quotes.length, isOwn && isByOne ? segment : 'passage');
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

/** Whole segments in place of passages: those that passages with a code of every set touch, as relations are counted. */
export function listSegmentQuotes(documents: readonly CodedDocument[], sets: readonly ReadonlySet<string>[]): Quote[] {
  return documents.flatMap((document) => {
    const touching = new Map<number, Coding[]>();
    for (const coding of document.codings) {
      if (!sets.some((codes) => codes.has(coding.code))) continue;
      const { from, to } = findTouched(document.segments, coding);
      for (let at = from; at < to; at++) {
        const known = touching.get(at);
        if (known) known.push(coding);
        else touching.set(at, [coding]);
      }
    }
    return document.segments.flatMap((segment, at): Quote[] => {
      const codings = touching.get(at) ?? [];
      const hasAll = sets.every((codes) => codings.some(({ code }) => codes.has(code)));
      return codings.length > 0 && hasAll ? [{ ...segment, document, codings }] : [];
    });
  });
}
