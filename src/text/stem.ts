/** The comparison key of a word: two words meet when their keys are equal. */
import { fold } from './fold.ts';
import type { Language } from './languages/language.ts';

/** Marks the key of a word that meets only itself; no stem contains it. */
const WHOLE = '=';

/**
 * A book is compiled for its rules and for its examples, and the same words stand in both. They come first; the words of
 * transcripts, which come behind, are remembered by who counts them.
 */
const MOST_REMEMBERED = 4096;
const remembered = new Map<Language, Map<string, string>>();

/** Key of a written form. Function words and stress-accented words meet only themselves. */
export function stemKey(form: string, language: Language): string {
  const keys = remembered.get(language) ?? new Map<string, string>();
  const known = keys.get(form);
  if (known !== undefined) return known;
  const key = createKey(form, language);
  if (keys.size === 0) remembered.set(language, keys);
  if (keys.size < MOST_REMEMBERED) keys.set(form, key);
  return key;
}

function createKey(form: string, language: Language): string {
  const lower = form.toLowerCase();
  if (language.accentedWords.has(lower)) return WHOLE + lower;
  const folded = fold(lower);
  if (language.functionWords.has(folded)) return WHOLE + folded;
  return language.stem(folded);
}
