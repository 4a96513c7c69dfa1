/** Refuses a language that nobody can stem. */
import { findLanguage, languages } from '../text/languages/index.ts';
import { UsageError } from './usage-error.ts';

/** Throws a usage error that names the languages there are. */
export function requireKnownLanguage(language: string | undefined): void {
  if (language === undefined || findLanguage(language)) return;
  const known = languages.map(({ code, name }) => `${code} (${name})`).join(', ');
  throw new UsageError(`Unexpected language ${language}, expected one of ${known}`);
}
