/** Character classes: what each UTF-16 code unit means for words and phrases. */

import type { Span } from '../model.ts';

/** Classes of characters; `breaking` marks end a clause, so no phrase runs over them. */
export const CharacterClass = {
  other: 1,
  letter: 2,
  hyphen: 3,
  apostrophe: 4,
  breaking: 5,
  invisible: 6,
  surrogate: 7,
} as const;

const HYPHENS = '-\u2010\u2011';
const APOSTROPHES = "'\u2018\u2019\u02BC\u00B4\u0060";
const BREAKING = '.?!:;,\u2026\u2013\u2014()[]{}';
/** Soft hyphen, zero-width characters, direction marks and the byte-order mark: matching sees through them. */
const INVISIBLE = '\u00AD\u200B\u200C\u200D\u200E\u200F\u2060\uFEFF';

/** Classes by code unit, 0 for one that was not seen yet: only the loop over all text looks here itself. */
export const knownClasses = new Uint8Array(65_536);

/** Class of a code unit; decided at the first sight of each and then looked up. */
export function classOf(unit: number): number {
  const known = knownClasses[unit] as number;
  return known === 0 ? classify(unit) : known;
}

/** Whether the code point is a letter, mark or digit, the parts of words. */
export function isWordCodePoint(codePoint: number): boolean {
  return /[\p{L}\p{M}\p{N}]/u.test(String.fromCodePoint(codePoint));
}

const LOW_SURROGATE = /[\uDC00-\uDFFF]/;

/** Characters of a text as people count them, blanks included: a pair of surrogates is one. */
export function countCharacters(text: string, { start, end }: Span = { start: 0, end: text.length }): number {
  let count = end - start;
  // Of most texts the pattern tells at once that there are no pairs.
  if (count === text.length && !LOW_SURROGATE.test(text)) return count;
  for (let at = start; at < end; at++) if ((text.charCodeAt(at) & 0xfc00) === 0xdc00) count--;
  return count;
}

function classify(unit: number): number {
  const character = String.fromCharCode(unit);
  const found = classifyCharacter(character, unit);
  knownClasses[unit] = found;
  return found;
}

function classifyCharacter(character: string, unit: number): number {
  if (unit >= 0xd800 && unit <= 0xdfff) return CharacterClass.surrogate;
  if (HYPHENS.includes(character)) return CharacterClass.hyphen;
  if (APOSTROPHES.includes(character)) return CharacterClass.apostrophe;
  if (BREAKING.includes(character)) return CharacterClass.breaking;
  if (INVISIBLE.includes(character)) return CharacterClass.invisible;
  return isWordCodePoint(unit) ? CharacterClass.letter : CharacterClass.other;
}
