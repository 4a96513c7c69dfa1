/** The languages whose words can be stemmed; to add one, write its file and put it in this list. */
import { english } from './en.ts';
import type { Language } from './language.ts';
import { dutch } from './nl.ts';

export const languages = [dutch, english] as const satisfies readonly Language[];

/** The language with this BCP 47 code (`nl`, `nl-NL`, `NL`), if it is known. */
export function findLanguage(code: string): Language | undefined {
  const primary = code.toLowerCase().split('-')[0];
  return languages.find((language) => language.code === primary);
}
