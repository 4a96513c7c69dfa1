/** Reads the words of a passage as they are coded and counted: what is masked is left out. */
import type { Span } from '../model.ts';
import type { Vocabulary } from '../text/vocabulary.ts';
import { appendWords, clearWords, type Words } from '../text/words.ts';
import { visibleParts } from '../transcript/segments.ts';

/** Fills the word list anew with the words of `span`. */
export function readWords(
  words: Words,
  vocabulary: Vocabulary,
  { text, span, masks }: { text: string; span: Span; masks: readonly Span[] },
): void {
  clearWords(words);
  for (const part of visibleParts(span, masks)) appendWords(words, vocabulary, { text, ...part });
}
