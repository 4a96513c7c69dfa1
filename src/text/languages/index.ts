/** The languages whose words can be stemmed; to add one, write its file and put it in this list. */
import { english } from './en.ts';
import type { Language } from './language.ts';
import { dutch } from './nl.ts';

export const languages: readonly Language[] = [dutch, english];

/** The language with this BCP 47 code (`nl`, `nl-NL`, `NL`) or name (`Dutch`, `Nederlands`), if it is known. */
export function findLanguage(code: string): Language | undefined {
  const lower = code.trim().toLowerCase();
  const primary = lower.split(/[-_]/)[0];
  return languages.find((language) => language.code === primary || language.aliases.includes(lower));
}
