/** Tells the language of a text by the share of its function words, only among the languages that can be stemmed. */
import { fold } from './fold.ts';
import { languages } from './languages/index.ts';
import { splitWords } from './words.ts';

/** Enough to be sure, few enough to cost nothing. */
const SAMPLE_CHARACTERS = 20_000;
const LEAST_SHARE = 0.15;
const LEAST_LEAD = 1.5;

/** BCP 47 code of the language, or `undefined` when no known language clearly fits. */
export function detectLanguage(text: string): string | undefined {
  const words = splitWords(text.slice(0, SAMPLE_CHARACTERS)).map(fold);
  if (words.length === 0) return undefined;
  const shares = languages
    .map(({ code, functionWords }) => ({
      code,
      share: words.filter((word) => functionWords.has(word)).length / words.length,
    }))
    .sort((a, b) => b.share - a.share);
  const [best, second] = shares;
  if (!best || best.share < LEAST_SHARE) return undefined;
  return !second || best.share >= second.share * LEAST_LEAD ? best.code : undefined;
}
