/** Makes evidence of a hit: the term, where its words stand, and a negating word close by. */
import type { Evidence, Span } from '../model.ts';
import type { Words } from '../text/words.ts';
import type { CompiledCodebook, TermHit } from './compiled-codebook.ts';

/** `words` are those that the hit was found in, `text` the whole transcript's. */
export function describeEvidence(
  hit: TermHit,
  words: Words,
  { book, text }: { book: CompiledCodebook; text: string },
): Evidence {
  const parts = hit.parts ?? [hit];
  const isPart = (word: number) => parts.some(({ first, end }) => word >= first && word < end);
  const negation = parts
    .map(({ first, end }) => book.matcher.findNegation(words, { owner: 0, first, end }))
    .find((word) => word !== undefined && !isPart(word));
  const evidence: Evidence = { term: hit.owned.term.source, spans: spansOf(hit, words) };
  if (negation !== undefined) evidence.negation = text.slice(words.starts[negation], words.ends[negation]);
  return evidence;
}

/** Where the words of a hit stand, one span for each item. */
export function spansOf(hit: TermHit, words: Words): Span[] {
  return (hit.parts ?? [hit]).map(({ first, end }) => ({
    start: words.starts[first] as number,
    end: words.ends[end - 1] as number,
  }));
}
