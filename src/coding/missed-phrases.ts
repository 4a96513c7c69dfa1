/** Near misses of phrases: their words in order with others or punctuation between them, or all of them but one. */
import { fold } from '../text/fold.ts';
import { stemKey } from '../text/stem.ts';
import { compareWord, isWhole, LEAST_LETTERS, type NearMiss, type Piece } from './near-word.ts';
import type { PassageView } from './passage-view.ts';
import { passesTest } from './word-tests.ts';

/** Others between the words of a phrase, hesitations not counted. */
const MOST_BETWEEN = 2;

/** Where the pieces of a phrase stand. */
interface Alignment {
  first: number;
  end: number;
  /** For each gap between neighbours what stands in it. */
  gaps: { words: number; breaks: boolean }[];
}

type Passes = (form: string, piece: Piece) => boolean;

/** All near misses of one alternative of a phrase. */
export function missPhrase(pieces: readonly Piece[], view: PassageView): NearMiss[] {
  const { language } = view;
  const strict: Passes = (form, { test }) =>
    test.by === 'any' ? !language.hesitations.test(fold(form)) : passesTest(form, test, language);
  const misses: NearMiss[] = [];
  for (let at = 0; at < view.words.length; at++) {
    const apart = align(pieces, { view, at, passes: strict, most: MOST_BETWEEN });
    if (apart) misses.push(describeApart(apart, pieces, view));
    misses.push(...missOtherForms(pieces, view, at), ...missWithoutOne(pieces, { view, at, passes: strict }));
  }
  return misses;
}

interface AlignOptions {
  view: PassageView;
  at: number;
  passes: Passes;
  /** Words between the pieces in all; with 0 no punctuation either. */
  most: number;
}

/** The pieces from a word on, each at the first place where it fits. */
function align(pieces: readonly Piece[], { view, at, passes, most }: AlignOptions): Alignment | undefined {
  const gaps: Alignment['gaps'] = [];
  let left = most;
  let end = at;
  for (const [index, piece] of pieces.entries()) {
    const gap = { words: 0, breaks: false };
    for (;;) {
      const word = view.words[end];
      if (!word) return undefined;
      if (index > 0 && word.breaks) gap.breaks = true;
      if (gap.breaks && most === 0) return undefined;
      const length = lengthAt(view, end, (form) => passes(form, piece));
      if (length > 0) {
        end += length;
        break;
      }
      if (index === 0) return undefined;
      if (!view.language.hesitations.test(fold(word.form))) {
        gap.words++;
        if (--left < 0) return undefined;
      }
      end++;
    }
    if (index > 0) gaps.push(gap);
  }
  return { first: at, end, gaps };
}

/** Words that a test takes up from `at` on: one, those of a hyphenated word, or none. */
function lengthAt({ words }: PassageView, at: number, passes: (form: string) => boolean): number {
  const word = words[at];
  if (!word) return 0;
  if (passes(word.form)) return 1;
  return word.joined && passes(word.joined.form) ? word.joined.length : 0;
}

/** "`hoge, strenge eisen` has 1 word and punctuation between `hoge` and `eisen`". */
function describeApart({ first, end, gaps }: Alignment, pieces: readonly Piece[], view: PassageView): NearMiss {
  const words = gaps.reduce((sum, gap) => sum + gap.words, 0);
  const breaks = gaps.some((gap) => gap.breaks);
  const what = [...(words > 0 ? [words === 1 ? '1 word' : `${words} words`] : []), ...(breaks ? ['punctuation'] : [])];
  const filled = gaps.flatMap((gap, at) => (gap.words > 0 || gap.breaks ? [at] : []));
  const [only = 0] = filled;
  const place =
    filled.length === 1 ? `\`${pieces[only]?.written}\` and \`${pieces[only + 1]?.written}\`` : 'words of the phrase';
  return {
    distance: 2 + words + (breaks ? 0.5 : 0),
    reason: `\`${view.quote({ first, end })}\` has ${what.join(' and ')} between ${place}`,
    range: { first, end },
  };
}

/** An exact phrase in other forms: first those that differ by case or diacritics, then those of the same stems. */
function missOtherForms(pieces: readonly Piece[], view: PassageView, at: number): NearMiss[] {
  if (!pieces.every(({ test }) => test.by === 'form')) return [];
  const folded = align(pieces, { view, at, most: 0, passes: (form, { written }) => fold(form) === fold(written) });
  const { language } = view;
  const stemmed = align(pieces, {
    view,
    at,
    most: 0,
    passes: (form, { written }) => stemKey(form, language) === stemKey(written, language),
  });
  const phrase = pieces.map(({ written }) => written).join(' ');
  if (folded)
    return [
      {
        distance: 1,
        reason: `\`${view.quote(folded)}\` differs from \`${phrase}\` by case or diacritics`,
        range: { first: folded.first, end: folded.end },
      },
    ];
  if (!stemmed) return [];
  const reason = `\`${view.quote(stemmed)}\` has the same stems as \`${phrase}\`, but an exact term wants the very forms`;
  return [{ distance: 2, reason, range: { first: stemmed.first, end: stemmed.end } }];
}

/** All pieces but one, standing together; of two words the one that is there must say something. */
function missWithoutOne(pieces: readonly Piece[], where: Omit<AlignOptions, 'most'>): NearMiss[] {
  const { view } = where;
  return pieces.flatMap((missing, hole) => {
    const others = pieces.filter((_, index) => index !== hole);
    if (missing.test.by === 'any' || !others.some(saysSomething)) return [];
    const before = hole === 0 ? where.at : endOf(pieces.slice(0, hole), where);
    if (before === undefined) return [];
    const after = pieces.slice(hole + 1);
    const misses: NearMiss[] = [];
    for (const width of [1, 0]) {
      const end = after.length === 0 ? before + width : endOf(after, { ...where, at: before + width });
      if (end === undefined || end > view.words.length || isBroken(view, where.at, end)) continue;
      const found = { first: where.at, end, hole: width === 1 ? before : undefined };
      misses.push(...describeWithout(missing, found, { pieces, isMiddle: hole > 0 && after.length > 0, view }));
    }
    return misses;
  });
}

function describeWithout(
  missing: Piece,
  { first, end, hole }: { first: number; end: number; hole: number | undefined },
  { pieces, isMiddle, view }: { pieces: readonly Piece[]; isMiddle: boolean; view: PassageView },
): NearMiss[] {
  const range = { first, end };
  const instead = hole === undefined ? undefined : view.words[hole]?.form;
  const close = instead === undefined ? undefined : compareWord(instead, missing, view.language);
  if (close) return [{ distance: close.distance + 0.5, reason: `${close.reason}, in \`${view.quote(range)}\``, range }];
  // At the edge any neighbour would do.
  if (instead !== undefined && !isMiddle) return [];
  const reason =
    instead === undefined
      ? `\`${view.quote(range)}\` stands there without \`${missing.written}\``
      : `\`${view.quote(range)}\` has \`${instead}\` in place of \`${missing.written}\``;
  return [{ distance: 6 + 1 / pieces.length, reason, range }];
}

function endOf(pieces: readonly Piece[], where: Omit<AlignOptions, 'most'>): number | undefined {
  return align(pieces, { ...where, most: 0 })?.end;
}

function isBroken({ words }: PassageView, first: number, end: number): boolean {
  return words.slice(first + 1, end).some(({ breaks }) => breaks);
}

/** Function words stand in every passage, and so do endings such as `*je`. */
function saysSomething({ test }: Piece): boolean {
  if (test.by === 'any') return false;
  if (test.by === 'pattern') return test.pattern.split(/[*?]/).some((part) => part.length >= LEAST_LETTERS);
  return test.by !== 'stem' || !isWhole(test.key);
}
