/** What must hold for any transcript and any codebook: found by trying hundreds of made-up ones. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { AUTOMATIC_CODER } from '../src/coding/code-transcript.ts';
import type { CodedDocument } from '../src/model.ts';
import { codeFrequencies } from '../src/tables/code-frequencies.ts';
import { codeMatrix } from '../src/tables/code-matrix.ts';
import { splitWords } from '../src/text/words.ts';
import { codeText, parseCodebook, readText } from './builders.ts';

const CODEBOOK = parseCodebook(`
name: any
languages: [nl]
codes:
  - id: top
    name: Top
    terms: ['hoge eisen', 'v*', =Wmo]
    codes:
      - { id: sub, name: Sub, terms: [eis, { term: rol, except: [rol van] }] }
      - { id: other, name: Other, terms: ['hoge * rol', e-mail, vrijwilliger] }
  - { id: last, name: Last, terms: [niet, 'geen rol'] }
`);

const word = fc.constantFrom(
  'eis',
  'eisen',
  'hoge',
  'rol',
  'rollen',
  'van',
  'vrijwilligers',
  'e-mail',
  'niet',
  'geen',
  'Wmo',
  'één',
  "z'n",
  '\u2019t',
  'coördinator',
  'caf\u00ADe\u0301',
  'eh',
  '[lacht]',
  '(…)',
  '😀',
  '3.30',
  'x',
);
const mark = fc.constantFrom(' ', ' ', ' ', ', ', '. ', '? ', '-', '\u00A0', ' – ');
const sentence = fc.array(fc.tuple(word, mark), { minLength: 1, maxLength: 12 }).map((parts) => parts.flat().join(''));
const label = fc.constantFrom('I: ', 'R: ', '**R:** ', 'Interviewer: ', 'Jan 0:12\n', '', '');
const ending = fc.constantFrom('\n', '\n\n', '\r\n', '  \n');
const interview = fc
  .array(fc.tuple(label, sentence, ending), { maxLength: 12 })
  .map((turns) => `I: Ja?\nR: Nee.\n${turns.flat().join('')}`);
const path = fc.constantFrom('a.txt', 'a.md');
const unit = fc.constantFrom('paragraph' as const, 'sentence' as const, 'turn' as const);

const check = (property: Parameters<typeof fc.assert>[0]) => fc.assert(property, { numRuns: 500, seed: 20260101 });

describe('coding', () => {
  test('evidence lies inside its segment, in order, outside the masks, and holds words', () => {
    check(
      fc.property(interview, path, unit, (text, name, size) => {
        const { transcript, codings } = codeText(CODEBOOK, text, { path: name, unit: size });
        for (const coding of codings) {
          expect([coding.coder, coding.evidence.length > 0]).toEqual([AUTOMATIC_CODER, true]);
          let last = coding.start;
          for (const { spans } of coding.evidence) {
            for (const span of spans) {
              expect(span.start).toBeGreaterThanOrEqual(last);
              expect(span.end).toBeLessThanOrEqual(coding.end);
              expect(splitWords(transcript.text.slice(span.start, span.end)).length).toBeGreaterThan(0);
              const masks = transcript.turns[coding.turn]?.masks ?? [];
              expect(masks.some((mask) => mask.start <= span.start && span.start < mask.end)).toBe(false);
              last = span.end;
            }
          }
        }
      }),
    );
  });

  test('segments lie in their turns, in order, without overlap; speakers have all words that are coded', () => {
    check(
      fc.property(interview, path, unit, (text, name, size) => {
        const { transcript, segments, segmentWords, words, speakers } = codeText(CODEBOOK, text, {
          path: name,
          unit: size,
        });
        let last = 0;
        for (const segment of segments) {
          const turn = transcript.turns[segment.turn];
          expect(
            segment.start >= last &&
              segment.end > segment.start &&
              segment.start >= (turn?.start ?? 0) &&
              segment.end <= (turn?.end ?? 0),
          ).toBe(true);
          last = segment.end;
        }
        expect(segmentWords.reduce((sum, count) => sum + count, 0)).toBe(words);
        expect(speakers.filter((each) => each.coded).reduce((sum, each) => sum + each.words, 0)).toBe(words);
      }),
    );
  });

  test('no segment has a code twice', () => {
    check(
      fc.property(interview, path, unit, (text, name, size) => {
        const { codings } = codeText(CODEBOOK, text, { path: name, unit: size });
        expect(new Set(codings.map((each) => `${each.start} ${each.code}`)).size).toBe(codings.length);
      }),
    );
  });
});

test('the sums of the tables are the number of codings, in any order of documents', () => {
  check(
    fc.property(fc.array(interview, { minLength: 1, maxLength: 4 }), unit, (texts, size) => {
      const documents = texts.map(
        (text, at): CodedDocument => codeText(CODEBOOK, text, { path: `d${at}.txt`, unit: size }),
      );
      const codings = documents.reduce((sum, document) => sum + document.codings.length, 0);
      const matrix = tabulate(codeMatrix, documents, 'sum');
      const top = matrix.filter((row) => row.depth === 0 && row.kind === 'body');
      expect(top.reduce((sum, row) => sum + Number(row.cells.at(-1)), 0)).toBe(codings);
      expect(matrix.find((row) => row.cells[0] === 'Coded segments')?.cells.at(-1)).toBe(codings);
      expect(tabulate(codeFrequencies, documents.toReversed(), 'distinct')).toEqual(
        tabulate(codeFrequencies, documents, 'distinct'),
      );
    }),
  );
});

function tabulate(analysis: typeof codeMatrix, documents: CodedDocument[], aggregate: 'distinct' | 'sum') {
  const fold = analysis.create(CODEBOOK, { aggregate });
  for (const document of documents) fold.add(document);
  return [...fold.finish().rows];
}

describe('reading', () => {
  test('no word of the input is missing from the text', () => {
    check(
      fc.property(interview, path, (text, name) => {
        const words = (source: string) => splitWords(source.normalize('NFC')).toSorted();
        expect(words(readText(text, { path: name }).transcript.text)).toEqual(words(text));
      }),
    );
  });
});
