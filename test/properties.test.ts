/** What must hold for any transcript and any codebook: found by trying hundreds of made-up ones. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { AUTOMATIC_CODER } from '../src/coding/code-transcript.ts';
import type { CodedDocument, Row, VariableValue } from '../src/model.ts';
import type { CreateFold, TableOptions } from '../src/tables/analysis.ts';
import { createCodeFrequencies } from '../src/tables/code-frequencies.ts';
import { createCodeMatrix } from '../src/tables/code-matrix.ts';
import { createCodedSegments } from '../src/tables/coded-segments.ts';
import { createCrosstab } from '../src/tables/crosstab.ts';
import { splitWords } from '../src/text/words.ts';
import { codeText, parseCodebook, readText } from './builders.ts';
import { cases } from './fuzz.ts';

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

const check = (property: Parameters<typeof fc.assert>[0]) => fc.assert(property, cases(300));

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

const variable = fc.constantFrom<Record<string, VariableValue>>({ x: 1 }, { X: 2 }, { x: 'veel' }, {});
const group = fc.constantFrom(undefined, 'North', 'South');
const study = fc
  .tuple(fc.array(fc.tuple(interview, variable, group), { minLength: 1, maxLength: 4 }), unit)
  .map(([texts, size]) =>
    texts.map(([text, variables, name], at): CodedDocument => {
      const coded = codeText(CODEBOOK, text, { path: `d${at}.txt`, unit: size });
      return { ...coded, transcript: { ...coded.transcript, variables, ...(name ? { group: name } : {}) } };
    }),
  );

describe('the tables of one study agree', () => {
  // Coding takes longer than tabulating, so that all these tests share their studies.
  const studies = fc.sample(study, { numRuns: 60, seed: 20260101 });
  const hasVariable = (documents: CodedDocument[]) =>
    documents.some(({ transcript }) => Object.keys(transcript.variables).length > 0);
  const forEachStudy = (check: (documents: CodedDocument[], by: string) => void) => {
    for (const documents of studies)
      for (const by of ['document', 'group', 'speaker', 'x'])
        if (by !== 'x' || hasVariable(documents)) check(documents, by);
  };

  test('their totals are the number of codings, in whatever columns', () => {
    forEachStudy((documents, what) => {
      const codings = documents.reduce((sum, document) => sum + document.codings.length, 0);
      const matrix = tabulate(createCodeMatrix, documents, { by: what, aggregate: 'sum' });
      expect(addRow(matrix, 'Coded segments')).toEqual([codings, codings]);
      const top = matrix.filter(({ depth, kind }) => depth === 0 && kind === 'body');
      expect(top.reduce((sum, { cells }) => sum + Number(cells.at(-1)), 0)).toBe(codings);
      const crosstab = tabulate(createCrosstab, documents, { by: what });
      expect(addRow(crosstab, 'SUM (coded segments)')).toEqual([codings, codings]);
      expect(tabulate(createCodedSegments, documents, {})).toHaveLength(codings);
      const frequencies = tabulate(createCodeFrequencies, documents, {});
      expect(totalOf(frequencies, 'Coded segments')?.[2]).toBe(codings);
      const parts = totalOf(tabulate(createCodeFrequencies, documents, { by: what }), 'Coded segments') ?? [];
      const counts = parts.slice(2).filter((_, at) => at % 2 === 0);
      expect(counts.reduce((sum: number, each) => sum + Number(each), 0)).toBe(2 * codings);
    });
  });

  test('every row of the matrix is that of the frequencies, in segments and in documents', () => {
    forEachStudy((documents, what) => {
      for (const aggregate of ['distinct', 'sum'] as const) {
        const lastOf = (value: string) =>
          tabulate(createCodeMatrix, documents, { by: what, value, aggregate })
            .filter(({ kind }) => kind === 'body')
            .map(({ cells }) => cells.at(-1));
        const frequencies = tabulate(createCodeFrequencies, documents, { aggregate }).filter(
          ({ kind }) => kind === 'body',
        );
        expect(lastOf('segments')).toEqual(frequencies.map(({ cells }) => cells[2]));
        expect(lastOf('documents')).toEqual(frequencies.map(({ cells }) => cells[5]));
        expect(lastOf('per-1000-words')).toEqual(frequencies.map(({ cells }) => cells[7]));
      }
    });
  });

  test('shares add up to 100 or are undefined; nothing is more than all', () => {
    const isWhole = (sum: number) => sum === 0 || Math.abs(sum - 100) < 1e-9;
    forEachStudy((documents, what) => {
      const body = (value: string) =>
        tabulate(createCodeMatrix, documents, { by: what, value }).filter(({ kind }) => kind === 'body');
      for (const { cells } of body('row-percent'))
        expect(isWhole(cells.slice(2, -1).reduce((sum: number, cell) => sum + Number(cell), 0))).toBe(true);
      const top = body('column-percent').filter(({ depth }) => depth === 0);
      const columns = top[0]?.cells.slice(2) ?? [];
      columns.forEach((_, at) => {
        expect(isWhole(top.reduce((sum, { cells }) => sum + Number(cells[at + 2]), 0))).toBe(true);
      });
      for (const value of ['coverage', 'percent-of-documents'])
        for (const { cells } of body(value))
          for (const cell of cells.slice(2)) expect(Number(cell)).toBeLessThanOrEqual(100);
    });
  });

  test('a condition and its opposite hold every document with a value once', () => {
    forEachStudy((documents, what) => {
      if (what !== 'x') return;
      const rows = tabulate(createCrosstab, documents, { condition: ['x=1', 'x!=1', 'x=""'] });
      const [sum, all] = addRow(rows, 'N (documents)') ?? [];
      expect([sum, all]).toEqual([documents.length, documents.length]);
    });
  });

  test('the order of the documents does not matter for frequencies', () => {
    for (const documents of studies)
      expect(tabulate(createCodeFrequencies, documents.toReversed(), {})).toEqual(
        tabulate(createCodeFrequencies, documents, {}),
      );
  });
});

function tabulate(create: CreateFold, documents: CodedDocument[], options: Partial<TableOptions>): Row[] {
  const fold = create(CODEBOOK, { aggregate: 'distinct', ...options });
  for (const document of documents) fold.add(document);
  return [...fold.finish().rows];
}

function totalOf(rows: Row[], title: string): Row['cells'] | undefined {
  return rows.find(({ cells }) => cells[0] === title)?.cells;
}

/** The columns of a row added up, and its last cell. */
function addRow(rows: Row[], title: string): number[] | undefined {
  const cells = totalOf(rows, title)?.slice(2).map(Number);
  return cells && [cells.slice(0, -1).reduce((sum, each) => sum + each, 0), cells.at(-1) ?? 0];
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
