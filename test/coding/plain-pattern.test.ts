/** Plain patterns are searched by other means, and find the same as RE2 does. */

import fc from 'fast-check';
import { RE2JS } from 're2js';
import { expect, test } from 'vitest';
import { readPlainPattern } from '../../src/coding/terms/plain-pattern.ts';
import { toPlainText } from '../../src/coding/terms/plain-text.ts';
import { regex } from '../../src/coding/terms/regex.ts';
import { requiredLiterals } from '../../src/coding/terms/required-literals.ts';
import type { Term } from '../../src/model.ts';
import { dutch } from '../../src/text/languages/nl.ts';
import { cases } from '../fuzz.ts';

test.each([
  '(een|de) vrijwilliger',
  'it.s',
  '\\d+ (keer|maal)',
  '(hulpverlen\\w*|(a|b)\\w+)( \\w+){0,8} (niet|geen)',
  '[a-z0-9]+ euro',
  '(\\w+ ){0,4}over',
  'los ?laten',
  '\\w+ en \\w+',
  '(a|b){2,3}',
  '[^.!?]{2,70} niet',
  'één (keer|maal)',
  'te[ -]veel',
  "collega('s)?",
  '(\\w+,? ){0,10}over',
  '( \\w+,?){0,9} over',
  '\\w+( \\w+){0,3},? (ik |jij )?(zie|ziet)',
])('%s is plain', (pattern) => {
  expect(readPlainPattern(pattern)).toMatchObject({ isEmpty: false });
});

test.each([
  'a+',
  '(a|b)*',
  '(\\w+ )+',
  '\\W',
  '[[:alpha:]]',
  'a??',
  '(a?){2}',
  'ß',
  '(a',
  'a)',
  '\\w+){2}',
  '(\\w*a){9}',
  '(\\w+){9} b',
  '(\\w+,?){9} b',
  '(b|\\w+){9} b',
  '( \\w+|b){9} b',
  '( ?\\w+){9} b',
  '( ){9} b',
  '(\\w+( een)?){9} b',
  'a{2,1}',
  '^a',
  '(?i)a',
  '\\p{N}',
  '[^.]*a',
  '[\\w-]+',
])('%s is not', (pattern) => {
  expect(readPlainPattern(pattern)).toBeUndefined();
});

test.each(['a?', '( |a)', ' ?', 'a{0,2}', '\\w*', '(a|)'])('%s needs nothing', (pattern) => {
  expect(readPlainPattern(pattern)).toMatchObject({ isEmpty: true });
  expect(RE2JS.compile(pattern).matches('') || RE2JS.compile(pattern).matches(' ')).toBe(true);
});

test.each([
  ['Één ŷ', 'GGn _'],
  ['K', 'k'],
  ['ſo', 'so'],
  ['İ', undefined],
  ['😀', undefined],
  ['½', undefined],
  ['a_b', undefined],
  ['’ß', '’_'],
  ['naïef', 'naMef'],
])('%s as plain text', (text, plain) => {
  expect(toPlainText(text)).toBe(plain);
});

const sign = fc.constantFrom(
  'a',
  'b',
  'é',
  'A',
  ' ',
  "'",
  ',',
  '\\w',
  '\\w+',
  '\\w*',
  '[ab]',
  '[^.!?]',
  '[^ab]{1,3}',
  '[^.! ]+',
  '[^\\s,]+',
  '[a-z]*',
  '\\p{L}+',
  '.',
  '.{0,3}',
  '\\d+',
  '[ \\w]',
);
const pattern = fc.letrec<{ all: string; group: string; sequence: string }>((tie) => ({
  sequence: fc
    .array(fc.oneof({ weight: 4, arbitrary: sign }, tie('group')), { minLength: 1, maxLength: 4 })
    .map((parts) => parts.join('')),
  group: fc
    .tuple(fc.array(tie('sequence'), { minLength: 1, maxLength: 3 }), fc.constantFrom('', '?', '{0,2}', '{2}', '{1,3}'))
    .map(([branches, repeat]) => `(${branches.join('|')})${repeat}`),
  all: fc.array(tie('sequence'), { minLength: 1, maxLength: 2 }).map((branches) => branches.join('|')),
})).all;
const text = fc
  .array(fc.constantFrom('a', 'b', 'é', 'B', 'ŷ', ' ', '  ', '\n', '.', ',', "'", '\u00A0', '_', '1', '²'), {
    maxLength: 14,
  })
  .map((signs) => signs.join(''));

const EDGE = String.raw`[^\p{L}\p{M}\p{N}_]`;
const WORD = String.raw`\p{L}\p{M}\p{N}_`;

const createTerm = (source: string): Term => {
  return { kind: 'regex', source: `/${source}/`, language: 'any', except: [], position: { line: 1, column: 1 } };
};

/** As RE2 finds it, hit by hit, with the edges inside the pattern. */
function findByRe2(source: string, said: string): [number, number][] {
  const inner = source.replace(/\[[^\]]*\]| |\\w/g, (piece) =>
    piece === ' '
      ? String.raw`(?:\s+)`
      : piece === '\\w'
        ? `(?-i:[${WORD}])`
        : piece.replace(/\\w| /g, (inside) => (inside === ' ' ? String.raw`\s` : WORD)),
  );
  const matcher = RE2JS.compile(`(?:^|${EDGE})((?i:${inner}))(?:$|${EDGE})`).matcher(said);
  const spans: [number, number][] = [];
  for (let from = 0; from <= said.length && matcher.find(from); ) {
    if (matcher.end(1) > matcher.start(1)) spans.push([matcher.start(1), matcher.end(1)]);
    from = Math.max(matcher.end(1), from + 1);
  }
  return spans;
}

test('they find what RE2 finds', () => {
  let plain = 0;
  fc.assert(
    fc.property(pattern, text, (source, said) => {
      const read = readPlainPattern(source);
      fc.pre(read !== undefined && !read.isEmpty);
      plain++;
      expect(read.required).toEqual(requiredLiterals(source));
      const compiled = regex.compile(createTerm(source), dutch);
      const found = compiled.by === 'text' ? compiled.find(said).map(({ start, end }) => [start, end]) : [];
      expect(found).toEqual(findByRe2(source, said));
    }),
    cases(4000),
  );
  expect(plain).toBeGreaterThan(500);
});
