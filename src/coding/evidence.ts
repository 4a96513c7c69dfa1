/** Makes evidence of a hit: the term, where its words stand, and a negating word close by. */
import type { Evidence, Span } from '../model.ts';
import type { Words } from '../text/words.ts';
import type { CompiledCodebook, TermHit } from './compiled-codebook.ts';
import type { Matcher } from './matcher.ts';
import type { WordRange } from './terms/kind.ts';

/** `words` are those that the hit was found in, `text` the whole transcript's. */
export function describeEvidence(
  hit: TermHit,
  words: Words,
  { book, text }: { book: CompiledCodebook; text: string },
): Evidence {
  const { matcher } = book;
  const negation = hit.parts ? findNegation(hit.parts, words, matcher) : matcher.findNegation(words, hit);
  const evidence: Evidence = { term: hit.owned.term.source, spans: spansOf(hit, words) };
  if (negation !== undefined) evidence.negation = text.slice(words.starts[negation], words.ends[negation]);
  return evidence;
}

/** The first negating word near one of the items that is not an item itself. */
function findNegation(parts: readonly WordRange[], words: Words, matcher: Matcher): number | undefined {
  const isPart = (word: number) => parts.some(({ first, end }) => word >= first && word < end);
  return parts.map((part) => matcher.findNegation(words, part)).find((word) => word !== undefined && !isPart(word));
}

/** Where the words of a hit stand, one span for each item. */
export function spansOf(hit: TermHit, words: Words): Span[] {
  return hit.parts ? hit.parts.map((part) => spanOf(part, words)) : [spanOf(hit, words)];
}

function spanOf({ first, end }: WordRange, words: Words): Span {
  return { start: words.starts[first] as number, end: words.ends[end - 1] as number };
}
