/** The comparison key of a word: two words meet when their keys are equal. */
import { fold } from './fold.ts';
import type { Language } from './languages/language.ts';

/** Marks the key of a word that meets only itself; no stem contains it. */
const WHOLE = '=';

/** Key of a written form. Function words and stress-accented words meet only themselves. */
export function stemKey(form: string, language: Language): string {
  const lower = form.toLowerCase();
  if (language.accentedWords.has(lower)) return WHOLE + lower;
  const folded = fold(lower);
  if (language.functionWords.has(folded)) return WHOLE + folded;
  return language.stem(folded);
}
