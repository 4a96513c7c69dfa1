/** Reads the words of a passage, without what its masks cover. */
import type { Span } from '../model.ts';
import type { Vocabulary } from '../text/vocabulary.ts';
import { appendWords, clearWords, type Words } from '../text/words.ts';
import { visibleParts } from '../transcript/visible-parts.ts';

/** Fills the word list with the words of a passage, masks left out. */
export function readWords(
  words: Words,
  vocabulary: Vocabulary,
  { text, span, masks }: { text: string; span: Span; masks: readonly Span[] },
): void {
  clearWords(words);
  for (const part of visibleParts(span, masks)) appendWords(words, vocabulary, { text, ...part });
}
