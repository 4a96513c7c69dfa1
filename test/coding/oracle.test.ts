/** The matcher against a plain one: words compared one by one, without vocabulary, numbers or look-ups. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fold } from '../../src/text/fold.ts';
import { dutch } from '../../src/text/languages/nl.ts';
import { stemKey } from '../../src/text/stem.ts';
import { codebookOf, codeText } from '../builders.ts';
import { cases } from '../fuzz.ts';

const WORDS = [
  'eis',
  'eisen',
  'hoge',
  'hoog',
  'rol',
  'rollen',
  'roltrap',
  'kan',
  'kans',
  'Wmo',
  'wmo',
  'één',
  'een',
  'taak',
  'taken',
  'eh',
];
const TERMS = [
  'eis',
  'hoge eisen',
  'rol*',
  '*rol',
  'r?l',
  'kans',
  '=Wmo',
  '=een',
  'taak',
  'hoge * rol',
  'een taak',
  'hoge rol* eis',
  'kan een',
];
const MARKS = [' ', ' ', ' ', ', ', '. ', ' "', '\u00A0'];

const text = fc.array(fc.tuple(fc.constantFrom(...WORDS), fc.constantFrom(...MARKS)), { minLength: 1, maxLength: 14 });
const terms = fc.uniqueArray(fc.constantFrom(...TERMS), { minLength: 1, maxLength: 6 });

test('finds the same evidence as a plain comparison of words', () => {
  fc.assert(
    fc.property(text, terms, (parts, chosen) => {
      const document = codeText(codebookOf(chosen), parts.flat().join(''));
      const found =
        document.codings[0]?.evidence.map(({ spans, term }) => [term, spans[0]?.start, spans[0]?.end]) ?? [];
      expect(found).toEqual(findPlainly(parts, chosen));
    }),
    cases(2000),
  );
});

interface PlainHit {
  term: string;
  order: number;
  first: number;
  last: number;
}

function findPlainly(parts: [string, string][], chosen: string[]): unknown[] {
  const starts = parts.map((_, at) => parts.slice(0, at).flat().join('').length);
  const hits: PlainHit[] = [];
  chosen.forEach((term, order) => {
    parts.forEach((_, first) => {
      const last = matchFrom(parts, first, term.replace(/^=/, '').split(' '), term.startsWith('='));
      if (last >= 0) hits.push({ term, order, first, last });
    });
  });
  const size = (hit: PlainHit) => hit.last - hit.first;
  const characters = (hit: PlainHit) =>
    (starts[hit.last] ?? 0) + (parts[hit.last]?.[0].length ?? 0) - (starts[hit.first] ?? 0);
  hits.sort((a, b) => size(b) - size(a) || characters(b) - characters(a) || a.order - b.order || a.first - b.first);
  const kept: PlainHit[] = [];
  for (const hit of hits) if (kept.every((other) => hit.last < other.first || other.last < hit.first)) kept.push(hit);
  kept.sort((a, b) => a.first - b.first);
  return kept.map((hit) => [hit.term, starts[hit.first], (starts[hit.last] ?? 0) + (parts[hit.last]?.[0].length ?? 0)]);
}

/** Index of the last word of a match from `at`, or -1. */
function matchFrom(parts: [string, string][], at: number, pieces: string[], exact: boolean): number {
  const [piece = '', ...rest] = pieces;
  const word = parts[at]?.[0];
  if (word === undefined || !matches(word, piece, exact)) return -1;
  if (rest.length === 0) return at;
  for (let next = at + 1; next < parts.length && !/[,.]/.test(parts[next - 1]?.[1] ?? ''); next++) {
    const end = matchFrom(parts, next, rest, exact);
    if (end >= 0) return end;
    if (parts[next]?.[0] !== 'eh') return -1;
  }
  return -1;
}

function matches(word: string, piece: string, exact: boolean): boolean {
  if (piece === '*') return word !== 'eh';
  if (exact) return piece === piece.toLowerCase() ? word.toLowerCase() === piece : word === piece;
  if (/[*?]/.test(piece)) return new RegExp(`^${piece.replaceAll('*', '.*').replaceAll('?', '.')}$`).test(fold(word));
  return stemKey(word, dutch) === stemKey(piece, dutch);
}
