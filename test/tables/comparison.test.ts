/** Tables of agreement over a study of two documents whose numbers can be counted in the head. */
import { describe, expect, test } from 'vitest';
import { listCodes } from '../../src/codebook/code-tree.ts';
import type { CodedDocument, Coding, Evidence, Table } from '../../src/model.ts';
import { roundCell } from '../../src/output/format-cell.ts';
import { terminal } from '../../src/output/terminal.ts';
import { CoderComparison } from '../../src/tables/comparison/coder-comparison.ts';
import type { ComparedCoders } from '../../src/tables/comparison/compared-coders.ts';
import { findSegments } from '../../src/tables/comparison/find-segments.ts';
import { describeLowAgreement } from '../../src/tables/comparison/low-agreement.ts';
import { codeDocument, FRUIT } from './fruit-study.ts';

/** By coder and code, the segments that were coded; a segment with a term is coded by it. */
type Marks = Record<string, Record<string, (number | [number, string])[]>>;

function documentOf(name: string, segments: number, marks: Marks): CodedDocument {
  const document = codeDocument(
    name,
    `I: En?\n${Array.from({ length: segments }, (_, at) => `R: Zin ${at}.\n`).join('')}`,
  );
  const codings = Object.entries(marks).flatMap(([coder, codes]) =>
    Object.entries(codes).flatMap(([code, places]) =>
      places.map((place): Coding => {
        const [at, term] = typeof place === 'number' ? [place] : place;
        const { start, end, turn } = document.segments[at] ?? { start: 0, end: 0, turn: 0 };
        const evidence: Evidence[] = term === undefined ? [] : [{ term, spans: [{ start, end: start + 3 }] }];
        return { code, document: name, coder, start, end, turn, weight: 0, evidence };
      }),
    ),
  );
  return { ...document, codings };
}

const ONE = documentOf('one', 4, {
  anna: { apple: [0, 1], bread: [3] },
  ben: { apple: [0, 2], pear: [[1, 'peer']], bread: [[3, 'brood']] },
});
const TWO = documentOf('two', 2, { anna: { bread: [0] }, ben: { bread: [0] } });
const THREE = documentOf('three', 2, { anna: { bread: [1] } });

function compare(
  documents: readonly CodedDocument[],
  compared: Partial<ComparedCoders> = {},
  { countEmpty = false, everywhere = [] as string[] } = {},
): CoderComparison {
  const codes = listCodes(FRUIT);
  const coders: ComparedCoders = {
    codes,
    coders: ['anna', 'ben'],
    unit: 'paragraph',
    match: 'any',
    overlap: 0.9,
    ...compared,
  };
  const comparison = new CoderComparison(coders, { countEmpty, everywhere: new Set(everywhere) });
  for (const document of documents) comparison.add(document);
  return comparison;
}

const REQUEST = { level: 'segments', isWhole: false } as const;

/** Rows with some of the columns. */
function pick(table: Table | undefined, ...keys: string[]): unknown[][] {
  const { columns = [], rows = [] } = table ?? {};
  const places = keys.map((key) => columns.findIndex((column) => column.key === key));
  return Array.from(rows, ({ cells }) => places.map((at) => roundCell(cells[at] ?? null, columns[at])));
}

describe('agreement by code', () => {
  test('on segments', () => {
    const table = compare([ONE, TWO, THREE]).tabulate('agreement', REQUEST);
    expect(pick(table, 'code', 'a', 'b', 'c', 'd', 'percent', 'cohen', 'brennan_prediger')).toEqual([
      ['Fruit', 2, 0, 1, 3, 83.33, 0.667, 0.667],
      ['Fruit \\ Apple', 1, 1, 1, 3, 66.67, 0.25, 0.333],
      ['Fruit \\ Pear', 0, 0, 1, 5, 83.33, 0, 0.667],
      ['Bread', 2, 0, 0, 4, 100, 1, 1],
      ['All codes', 3, 1, 2, 18, 87.5, 0.591, 0.75],
      ['Any code', 4, 0, 1, 1, 83.33, 0.571, 0.667],
      ['Mean over codes', null, null, null, null, 83.33, 0.479, 0.667],
    ]);
  });

  test('over the units that anybody coded', () => {
    const table = compare([ONE, TWO]).tabulate('agreement', REQUEST);
    expect(pick(table, 'code', 'units', 'coded_units', 'percent_coded').slice(1, 5)).toEqual([
      ['Fruit \\ Apple', 6, 5, 60],
      ['Fruit \\ Pear', 6, 5, 80],
      ['Bread', 6, 5, 100],
      ['All codes', 24, 20, 85],
    ]);
  });

  test('on documents and on characters', () => {
    const comparison = compare([ONE, TWO]);
    const documents = comparison.tabulate('agreement', { ...REQUEST, level: 'documents' });
    expect(pick(documents, 'a', 'b', 'c', 'd').slice(1, 4)).toEqual([
      [1, 0, 0, 1],
      [0, 0, 1, 1],
      [2, 0, 0, 0],
    ]);
    // "I: En?\n" and lines "R: Zin 0.\n": 10 characters each, of which 6 are the segment; the last line end is none.
    const characters = comparison.tabulate('agreement', { ...REQUEST, level: 'characters' });
    const length = ONE.transcript.text.length + TWO.transcript.text.length;
    expect(pick(characters, 'a', 'b', 'c', 'd')[1]).toEqual([6, 6, 6, length - 18]);
  });

  test("a parent's own codings have a row of their own", () => {
    const own = documentOf('own', 2, { anna: { fruit: [0], apple: [1] }, ben: { fruit: [1] } });
    expect(pick(compare([own]).tabulate('agreement', REQUEST), 'code', 'a', 'b', 'c', 'd').slice(0, 3)).toEqual([
      ['Fruit', 1, 1, 0, 0],
      ['Fruit (directly)', 0, 1, 1, 0],
      ['Fruit \\ Apple', 0, 1, 0, 1],
    ]);
    const alike = documentOf('own', 2, { anna: { fruit: [0, 1], apple: [0] }, ben: { fruit: [0, 1] } });
    const notes = compare([alike]).tabulate('agreement', REQUEST)?.notes.join('\n');
    expect(notes).toContain("Krippendorff's alpha (Fruit, Fruit (directly), ");
  });

  test('three coders, of whom one did not work on every document', () => {
    const more = documentOf('one', 2, { anna: { apple: [0] }, ben: { apple: [0] }, cor: { apple: [0, 1] } });
    const table = compare([more, TWO], { coders: ['anna', 'ben', 'cor'] }).tabulate('agreement', REQUEST);
    expect(pick(table, 'code', 'units', 'all', 'some', 'none', 'percent')[1]).toEqual([
      'Fruit \\ Apple',
      4,
      1,
      1,
      2,
      // 1, 1/3, 1 and 1.
      83.33,
    ]);
  });

  test('what is not defined has no number, and the notes say why', () => {
    const empty = documentOf('one', 2, { anna: { bread: [0, 1] }, ben: { bread: [0, 1] } });
    const table = compare([empty]).tabulate('agreement', REQUEST);
    expect(pick(table, 'code', 'cohen', 'alpha', 'ac1')[3]).toEqual(['Bread', null, null, 1]);
    const notes = table?.notes.join('\n');
    expect(notes).toContain(
      "– not defined, since everybody gave every unit the same: Cohen's kappa, Krippendorff's alpha (Fruit,",
    );
    if (table) expect(terminal.write(table, { width: 80, colorLevel: 0, numbers: false, excel: false })).toContain('–');
  });
});

describe('who worked on what', () => {
  test('a document that one coder alone coded is left out, and is told', () => {
    const { tally } = compare([ONE, TWO, THREE]);
    expect([tally.documents, tally.leftOut]).toEqual([2, ['three']]);
    const notes = compare([ONE, TWO, THREE]).tabulate('agreement', REQUEST)?.notes.join('\n');
    expect(notes).toContain('Left out: 1 document in which fewer than two of them coded anything (three)');
  });

  test('unless it is to count as coded with nothing found', () => {
    const table = compare([ONE, TWO, THREE], {}, { countEmpty: true }).tabulate('agreement', REQUEST);
    expect(pick(table, 'a', 'b', 'c', 'd')[3]).toEqual([2, 1, 0, 5]);
  });

  test('the program works on every document', () => {
    const { tally } = compare([ONE, TWO, THREE], {}, { everywhere: ['ben'] });
    expect(tally.documents).toBe(3);
  });

  test('passages outside all segments are told', () => {
    const outside = { ...TWO, codings: TWO.codings.map((coding) => ({ ...coding, start: 0, end: 3 })) };
    const table = compare([outside]).tabulate('agreement', REQUEST);
    expect(table?.notes.join('\n')).toContain('count on documents and characters only: anna 1, ben 1.');
    expect(pick(table, 'a', 'd')[3]).toEqual([0, 2]);
  });
});

describe('which segments a passage reaches', () => {
  const segments = [
    { start: 0, end: 10 },
    { start: 12, end: 22 },
    { start: 24, end: 34 },
  ];
  test.each([
    ['a word inside one', { start: 2, end: 4 }, [0], [0]],
    ['one, and the first letter of the next', { start: 0, end: 13 }, [0, 1], [0]],
    ['more than half of each of two', { start: 3, end: 19 }, [0, 1], [0, 1]],
    ['the ends of two, a little more of the second', { start: 7, end: 16 }, [0, 1], [1]],
    ['a part of each of three', { start: 6, end: 28 }, [0, 1, 2], [1]],
    ['the same small part of two', { start: 8, end: 14 }, [0, 1], [0]],
    ['nothing', { start: 10, end: 12 }, [], []],
  ])('%s', (_, passage, any, half) => {
    expect(findSegments(segments, passage, 'any')).toEqual(any);
    expect(findSegments(segments, passage, 'half')).toEqual(half);
  });
});

describe('all codes together', () => {
  test('every number says its unit, N and codes', () => {
    const table = compare([ONE, TWO]).tabulate('summary', REQUEST);
    const rows = pick(table, 'measure', 'unit', 'value', 'units', 'codes');
    expect(rows).toContainEqual(["Cohen's kappa", 'paragraph by code', 0.591, 24, 4]);
    expect(rows).toContainEqual(['Percent agreement (0–1)', 'coded paragraph by code', 0.85, 20, 4]);
    expect(rows).toContainEqual(['Existence of the code (level 1)', 'document by code', 0.875, 8, 4]);
    // Of two documents by four codes, one pear differs.
    expect(rows).toContainEqual(['Frequency of the code (level 2)', 'document by code', 0.875, 8, 4]);
    // 3 passages both have, counted twice; one of anna and two of ben alone.
    expect(rows).toContainEqual(['Same passages (level 3)', 'passage', 0.667, 9, 4]);
    // Three codes are used: (2/3 − 1/3) / (1 − 1/3).
    expect(rows).toContainEqual(['Kappa of same passages', 'passage', 0.5, 9, 3]);
  });

  test('intervals lie around the values, and are the same every time', () => {
    const documents = Array.from({ length: 8 }, (_, at) =>
      documentOf(`d${at}`, 5, { anna: { apple: [0, 1] }, ben: { apple: [0, (at % 4) + 1] } }),
    );
    const [one, again] = [0, 1].map(() =>
      pick(compare(documents).tabulate('summary', REQUEST), 'value', 'low', 'high'),
    );
    expect(again).toEqual(one);
    const [percent] = one ?? [];
    const [value, low, high] = percent as number[];
    expect(low).toBeLessThan(value as number);
    expect(high).toBeGreaterThan(value as number);
  });

  test('alphas for several codes need codes that exclude each other', () => {
    const both = documentOf('one', 2, { anna: { apple: [0], bread: [0] }, ben: { apple: [0] } });
    const table = compare([both]).tabulate('summary', REQUEST);
    expect(pick(table, 'measure', 'value', 'undefined_because')).toContainEqual([
      'uα 2019',
      null,
      'somebody put several codes on the same characters',
    ]);
  });

  test('every two of three coders', () => {
    const more = documentOf('one', 2, { anna: { apple: [0] }, ben: { apple: [0] }, cor: { apple: [1] } });
    const table = compare([more], { coders: ['anna', 'ben', 'cor'] }).tabulate('pairs', REQUEST);
    expect(pick(table, 'coder_1', 'coder_2', 'units', 'a', 'b', 'c', 'cohen')).toEqual([
      ['anna', 'ben', 8, 1, 0, 0, 1],
      ['anna', 'cor', 8, 0, 1, 1, -0.143],
      ['ben', 'cor', 8, 0, 1, 1, -0.143],
    ]);
  });
});

describe('against a reference', () => {
  const comparison = compare([ONE, TWO], { reference: 0 });

  test('precision, recall and F1', () => {
    const table = comparison.tabulate('agreement', REQUEST);
    expect(pick(table, 'code', 'precision', 'recall', 'f1').slice(0, 5)).toEqual([
      ['Fruit', 66.67, 100, 80],
      ['Fruit \\ Apple', 50, 50, 50],
      ['Fruit \\ Pear', 0, null, 0],
      ['Bread', 100, 100, 100],
      ['All codes', 60, 75, 66.67],
    ]);
  });

  test('the first coder as the one who is measured', () => {
    const table = compare([ONE, TWO], { reference: 1 }).tabulate('agreement', REQUEST);
    expect(pick(table, 'precision', 'recall')[4]).toEqual([75, 60]);
  });

  test('terms, those that cost most first', () => {
    expect(
      pick(comparison.tabulate('terms', REQUEST), 'term', 'code', 'hits', 'right', 'wrong', 'precision', 'low', 'high'),
    ).toEqual([
      ['peer', 'Fruit \\ Pear', 1, 0, 1, 0, 0, 79.35],
      ['brood', 'Bread', 1, 1, 0, 100, 20.65, 100],
    ]);
  });

  test('what was missed', () => {
    expect(pick(comparison.tabulate('missed', REQUEST), 'code', 'document', 'begin', 'segment', 'instead')).toEqual([
      ['Fruit \\ Apple', 'one', 3, 'Zin 1.', 'ben: Fruit \\ Pear'],
    ]);
  });

  test('there is none without one', () => {
    expect(compare([ONE]).tabulate('terms', REQUEST)).toBeUndefined();
    expect(compare([ONE]).tabulate('missed', REQUEST)).toBeUndefined();
  });
});

test('disagreements, the code with most of them first, each with its text and who coded it', () => {
  const table = compare([ONE, TWO]).tabulate('disagreements', REQUEST);
  expect(pick(table, 'code', 'coded_by', 'not_by', 'instead', 'begin', 'segment', 'terms', 'evidence')).toEqual([
    ['Fruit \\ Apple', 'anna', 'ben', 'ben: Fruit \\ Pear', 3, 'Zin 1.', '', ''],
    ['Fruit \\ Apple', 'ben', 'anna', '', 4, 'Zin 2.', '', ''],
    ['Fruit \\ Pear', 'ben', 'anna', 'anna: Fruit \\ Apple', 3, 'Zin 1.', 'peer', 'Zin'],
  ]);
});

test('the same passages, code by code', () => {
  const table = compare([ONE, TWO]).tabulate('passages', REQUEST);
  expect(pick(table, 'code', 'existence_percent', 'same', 'only_first', 'only_second', 'same_percent')).toEqual([
    ['Fruit', 100, 0, 0, 0, null],
    ['Fruit \\ Apple', 100, 2, 1, 1, 50],
    ['Fruit \\ Pear', 50, 0, 0, 1, 0],
    ['Bread', 100, 4, 0, 0, 100],
    ['All codes', 87.5, 6, 1, 2, 66.67],
  ]);
});

describe('enough agreement', () => {
  test.each([
    [0.2, "Cohen's kappa is below 0.2 for pear (0.000)"],
    [0.6, "Cohen's kappa is below 0.6 for apple (0.250), pear (0.000), all codes together (0.591)"],
    [-1, undefined],
  ])('at least %f', (least, told) => expect(describeLowAgreement(compare([ONE, TWO]).tally, least)).toBe(told));

  test('codes that all gave to all or to nothing pass, but not a study without anything else', () => {
    const same = documentOf('one', 2, { anna: { bread: [0, 1] }, ben: { bread: [0, 1] } });
    expect(describeLowAgreement(compare([same]).tally, 0.7)).toBeUndefined();
    expect(describeLowAgreement(compare([]).tally, 0.7)).toBe(
      "Cohen's kappa is below 0.7 for all codes together (not defined)",
    );
  });
});
