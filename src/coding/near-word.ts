/** How close one word of a passage comes to a word of a term. */
import { fold } from '../text/fold.ts';
import type { Language } from '../text/languages/language.ts';
import { isSlip } from '../text/nearest-name.ts';
import { stemKey } from '../text/stem.ts';
import type { WordRange, WordTest } from './terms/kind.ts';

/** What almost met a term. */
export interface NearMiss {
  /** 1 for a difference of case; the smaller the closer. */
  distance: number;
  /** One sentence without a full stop; words stand between backticks. */
  reason: string;
  /** The words of the passage that it is about, where they stand together. */
  range?: WordRange;
}

/** One word of a term: how it is written and what it asks of a word. */
export interface Piece {
  written: string;
  test: WordTest;
}

/** How close one word comes to what a piece asks for, if it does. */
export function compareWord(form: string, { test, written }: Piece, language: Language): NearMiss | undefined {
  const plain = written.replace(/[\u2018\u2019]/g, "'");
  if (test.by === 'any') return undefined;
  if (test.by === 'pattern') return compareWithPattern(form, plain);
  if (fold(form) === fold(plain))
    return { distance: 1, reason: `\`${form}\` differs from \`${plain}\` by ${differenceOf(form, plain)}` };
  const key = stemKey(form, language);
  const wanted = stemKey(plain, language);
  if (test.by === 'form')
    return key === wanted
      ? { distance: 2, reason: `\`${form}\` has the same stem as \`${plain}\`, but an exact term wants the very form` }
      : undefined;
  const distance = compareLetters(fold(form), fold(plain));
  if (distance === undefined || isWhole(key) || isWhole(wanted)) return undefined;
  return { distance, reason: `\`${form}\` has the stem \`${key}\`, \`${plain}\` has the stem \`${wanted}\`` };
}

/** Function words and words with an accent that counts meet only themselves. */
export function isWhole(key: string): boolean {
  return key.startsWith('=');
}

function differenceOf(form: string, plain: string): string {
  if (form.toLowerCase() === plain.toLowerCase()) return 'case';
  const hasCase = plain !== plain.toLowerCase() && isCapital(form) !== isCapital(plain);
  return hasCase ? 'case and diacritics' : 'diacritics';
}

const isCapital = (form: string): boolean => form.charAt(0) !== form.charAt(0).toLowerCase();

/** Words that have fewer in common are strangers. */
export const LEAST_LETTERS = 4;
/** Part of the longer word that both begin with. */
const LEAST_SHARE = 0.6;

function compareWithPattern(form: string, pattern: string): NearMiss | undefined {
  const literals = fold(pattern).split(/[*?]/);
  const longest = literals.reduce((best, each) => (each.length > best.length ? each : best), '');
  if (longest.length < LEAST_LETTERS || !fold(form).includes(longest)) return undefined;
  return { distance: 4, reason: `\`${form}\` holds \`${longest}\`, but does not fit \`${pattern}\`` };
}

/** From 3 for a slip of the pen to 5 for a compound that holds the word that is wanted; nothing where they are strangers. */
function compareLetters(form: string, wanted: string): number | undefined {
  const [short, long] = form.length < wanted.length ? [form, wanted] : [wanted, form];
  if (short.length < LEAST_LETTERS) return undefined;
  if (isSlip(form, wanted)) return 3;
  let same = 0;
  while (same < short.length && short[same] === long[same]) same++;
  const share = same / long.length;
  if (same >= LEAST_LETTERS && share >= LEAST_SHARE) return 4 - share + LEAST_SHARE;
  return wanted.length > LEAST_LETTERS && (form.startsWith(wanted) || form.endsWith(wanted)) ? 5 : undefined;
}
