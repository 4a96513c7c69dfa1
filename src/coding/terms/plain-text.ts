/** The text that plain patterns are searched in: ASCII, with which JavaScript's regular expressions know what a letter is. */
import { lowerForStrings } from '../../text/fold.ts';

/** Each has a capital in plain texts; every other letter with diacritics becomes `_`. */
const DIACRITICS = 'àáâäçèéêëìíîïñòóôöùúûüåøæœ';
/** The capital that stands for each. */
export const CAPITALS = new Map([...DIACRITICS].map((letter, at) => [letter, String.fromCharCode(65 + at)]));

/**
 * The text in small letters of ASCII, offsets unchanged: capitals stand for some letters with diacritics, `_` for every other
 * letter. Nothing where that would say too little, or a character has two units or changes its length with its case.
 */
export function toPlainText(text: string): string | undefined {
  const lower = lowerForStrings(text);
  if (lower.length !== text.length || /[\uD800-\uDFFF_]/.test(lower)) return undefined;
  if (!/[^\0-\x7F]/.test(lower)) return lower;
  if (/(?![\0-\x7F])[\p{M}\p{N}]/u.test(lower)) return undefined;
  return lower.replace(/[^\0-\x7F]/g, (sign) => CAPITALS.get(sign) ?? (/\p{L}/u.test(sign) ? '_' : sign));
}
