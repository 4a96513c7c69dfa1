/** A written codebook reads back as the same book, whatever stands in its texts. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { writeCodebook } from '../../src/codebook/write-codebook.ts';
import type { Code, Codebook, Term } from '../../src/model.ts';
import { parseCodebook } from '../builders.ts';
import { withoutPositions } from './without-positions.ts';

const FULL = `# Imported from a file.
name: work
title: 'Work: what it asks'
version: '1.0'
languages: [nl, en]
codes:
  - id: pressure
    name: Pressure
    color: '#aa0000'
    definition: >-
      Whatever people say of having more to do than they can do, of being hurried by others, and of
      not getting round to what they think matters in their work
    include: |-
      deadlines

      rosters
    exclude: no work at all, as in "niks te doen"
    memo: ask again
    examples:
      match:
        - Ik heb het te druk.
      no_match:
        - 'druk: een knop'
    terms:
      nl:
        - druk
        - '*druk'
        - =no
        - term: rol
          except:
            - rol van
          weight: 50
          memo: often a hat
      any:
        - =AVG
    codes:
      - id: deadlines
        name: 'yes'
        terms:
          - "'t jaagt"
`;

test('every field is written as people would write it', () => {
  const written = FULL.replace(`"'t jaagt"`, "'''t jaagt'");
  expect(writeCodebook(parseCodebook(FULL), { comments: ['Imported from a file.'] })).toBe(written);
});

test('terms of several terms are written on one line', () => {
  const book = parseCodebook('name: x\nlanguages: [nl]\ncodes: [{ id: a, name: A, terms: [rol] }]\n');
  const [term] = book.codes[0]?.terms ?? [];
  if (!term) throw new Error('no term');
  const near = { ...term, kind: 'near', items: [term, { ...term, source: '/a[bc],/' }], within: 3, ordered: true };
  book.codes[0]?.terms.push(near);
  expect(writeCodebook(book)).toContain("      - near: [rol, '/a[bc],/']\n        within: 3\n        ordered: true\n");
});

describe('any text', () => {
  const piece = fc.constantFrom(
    ': ',
    ' #',
    '- ',
    '"',
    "'",
    '\\',
    '\n',
    '\n\n',
    ' ',
    '  ',
    '\t',
    '%',
    '@',
    '*',
    '&',
    '!',
  );
  const word = fc.constantFrom(
    'a',
    'no',
    '1e3',
    '~',
    'é',
    '😀',
    '…',
    '\u0007',
    '\u2028',
    '\u0085',
    '\uFEFF',
    '{',
    ']',
    ',',
    '|',
    '>',
  );
  const text = fc
    .array(fc.oneof(piece, word, fc.string({ maxLength: 4 })), { minLength: 1, maxLength: 60 })
    .map((parts) =>
      parts
        .join('')
        .replace(/\p{Surrogate}/gu, '?')
        .normalize('NFC'),
    )
    .filter((written) => written !== '');

  test('is read back as it was', () => {
    fc.assert(
      fc.property(text, text, text, (name, prose, example) => {
        const position = { line: 1, column: 1 };
        const term: Term = { kind: 'word', source: 'rol', language: 'nl', except: [], memo: prose, position };
        const code: Code = {
          id: 'a',
          name,
          definition: prose,
          examples: { match: [{ text: example, position }], noMatch: [] },
          terms: [term],
          codes: [],
          position,
        };
        const book: Codebook = { name: 'x', title: name, languages: ['nl'], codes: [code] };
        expect(withoutPositions(parseCodebook(writeCodebook(book)))).toEqual(withoutPositions(book));
      }),
      { numRuns: 500, seed: 20260101 },
    );
  });
});
