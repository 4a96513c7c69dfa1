/** What the cells of a code matrix or a crosstab can show: how each number is made, and the sentences that define it. */
import type { Cell, ColumnKind } from '../model.ts';
import type { CodeTally } from './code-tally.ts';
import type { CountUnit } from './count-codes.ts';
import { AGGREGATION, percent, TOTALS_NOTE, UNIT_NOTE, WORDS_NOTE } from './notes.ts';

/** What a cell is made of: a count and the documents that have it. */
export interface Count {
  count: number;
  documents: number;
}

/** What a share is a share of. */
export interface Base {
  /** Of the column. */
  tally: CodeTally;
  /** Sum of the top-level codes of the column, as they are shown. */
  top: number;
  /** Sum of the row over the columns. */
  row: number;
}

/** A row below the codes. */
export interface TotalRow {
  key: string;
  title: string;
  of(tally: CodeTally, base: Base): Count;
  /** Whether it is a plain number among shares: what they are shares of. */
  plain?: true;
}

export interface Measure {
  name: string;
  /** Behind the title of the table. */
  label: string;
  unit: CountUnit;
  kind: ColumnKind;
  /** What is taken from a count before it is made a share, if at all. */
  take(count: Count): number;
  share?(taken: number, base: Base): Cell;
  /** `sum`: the columns are added, as plain numbers; `all`: the same measure of all documents together. */
  last: 'sum' | 'all';
  totals: readonly TotalRow[];
  /** Defines the numbers. */
  notes: readonly [string, ...string[]];
  /** How codes with subcodes count; where there is no `sum`, adding them up makes no sense. */
  aggregation: { distinct: string; sum?: string };
}

const CODINGS: TotalRow = {
  key: 'coded_segments',
  title: 'Coded segments',
  of: ({ codings, documentsWithCode }) => ({ count: codings, documents: documentsWithCode }),
};
const SEGMENTS: TotalRow = {
  key: 'segments_with_a_code',
  title: 'Segments with a code',
  of: ({ coded, documentsWithCode }) => ({ count: coded, documents: documentsWithCode }),
};
const ANY = { key: 'any_code', title: 'Any code' };

/** How many documents there are in a column. */
export const DOCUMENTS: TotalRow = {
  key: 'documents',
  title: 'N (documents)',
  of: ({ documents }) => ({ count: documents, documents }),
  plain: true,
};

const takeCount = ({ count }: Count) => count;
const takeDocuments = ({ documents }: Count) => documents;
/** A sum of counts; of no document it says nothing more. */
const plainCount = (count: number): Count => ({ count, documents: count });

const OF_DOCUMENTS = {
  distinct: 'A code with subcodes counts each document that has it or any of its subcodes once.',
};

export const measures = [
  {
    name: 'segments',
    label: 'coded segments',
    unit: 'segments',
    kind: 'integer',
    take: takeCount,
    last: 'sum',
    totals: [CODINGS, SEGMENTS],
    notes: [UNIT_NOTE, TOTALS_NOTE],
    aggregation: AGGREGATION,
  },
  {
    name: 'documents',
    label: 'documents with the code',
    unit: 'segments',
    kind: 'integer',
    take: takeDocuments,
    last: 'all',
    totals: [{ ...SEGMENTS, key: 'documents_with_a_code', title: 'Documents with a code' }],
    notes: ['Unit of count: the document; it counts once for a code, however many of its segments have it.'],
    aggregation: OF_DOCUMENTS,
  },
  {
    name: 'hits',
    label: 'hits',
    unit: 'hits',
    kind: 'integer',
    take: takeCount,
    last: 'sum',
    totals: [
      { ...CODINGS, key: 'hits', title: 'Hits' },
      { ...SEGMENTS, key: 'places_with_a_hit', title: 'Places with a hit' },
    ],
    notes: [
      'Unit of count: the hit, a place where a term of the code matched; three hits in one coded segment count three times.',
      '"Hits" adds the own hits of all codes; "Places with a hit" counts words that two codes matched once.',
    ],
    aggregation: {
      distinct: 'A code with subcodes counts each place where a term of it or of any of its subcodes matched once.',
      sum: 'A code with subcodes shows the sum of its own hits and those of its subcodes.',
    },
  },
  {
    name: 'words',
    label: 'words of coded segments',
    unit: 'words',
    kind: 'integer',
    take: takeCount,
    last: 'sum',
    totals: [
      { ...SEGMENTS, key: 'words_with_a_code', title: 'Words with a code' },
      { key: 'words', title: 'Words', of: ({ words }) => plainCount(words) },
    ],
    notes: [WORDS_NOTE],
    aggregation: {
      distinct: 'A code with subcodes counts the words of each segment that has it or any of its subcodes once.',
      sum: 'A code with subcodes shows the sum of its own words and those of its subcodes; a segment can count more than once.',
    },
  },
  {
    name: 'per-1000-words',
    label: 'coded segments per 1,000 words',
    unit: 'segments',
    kind: 'decimal',
    take: takeCount,
    share: (segments, { tally }) => (tally.words === 0 ? null : (segments / tally.words) * 1000),
    last: 'all',
    totals: [CODINGS, SEGMENTS, { key: 'words', title: 'Words', of: ({ words }) => plainCount(words), plain: true }],
    notes: [
      'Coded segments per 1,000 codable words of the column (interviewers and marks left out); several hits of one code in one segment count once.',
      TOTALS_NOTE,
    ],
    aggregation: AGGREGATION,
  },
  {
    name: 'coverage',
    label: '% of characters',
    unit: 'characters',
    kind: 'percent',
    take: takeCount,
    share: (characters, { tally }) => percent(characters, tally.characters),
    last: 'all',
    totals: [
      { ...SEGMENTS, ...ANY },
      { key: 'characters', title: 'Characters', of: ({ characters }) => plainCount(characters), plain: true },
    ],
    notes: [
      'Coverage: % of the characters of the documents in the column that lie in coded segments. Characters are those of the whole text: blanks, labels and interviewers included.',
    ],
    aggregation: {
      distinct: 'A code with subcodes covers each segment that has it or any of its subcodes once.',
    },
  },
  {
    name: 'row-percent',
    label: '% of the code',
    unit: 'segments',
    kind: 'percent',
    take: takeCount,
    share: (segments, { row }) => percent(segments, row),
    last: 'sum',
    totals: [CODINGS, SEGMENTS],
    notes: [
      'Row %: of the coded segments of the code in all columns that are shown, the share of each column. The sums are the numbers that this is a share of.',
      UNIT_NOTE,
    ],
    aggregation: AGGREGATION,
  },
  {
    name: 'column-percent',
    label: '% of the column',
    unit: 'segments',
    kind: 'percent',
    take: takeCount,
    share: (segments, { top }) => percent(segments, top),
    last: 'all',
    totals: [
      { key: 'sum_of_codes', title: 'Sum of top-level codes', of: (_tally, { top }) => plainCount(top), plain: true },
    ],
    notes: [
      'Column %: of the coded segments of all top-level codes that are shown, added up for the column, the share of each code. Top-level codes add up to 100; those of subcodes are parts of them.',
      UNIT_NOTE,
    ],
    aggregation: AGGREGATION,
  },
  {
    name: 'percent-of-documents',
    label: '% of documents',
    unit: 'segments',
    kind: 'percent',
    take: takeDocuments,
    share: (documents, { tally }) => percent(documents, tally.documents),
    last: 'all',
    totals: [{ ...SEGMENTS, key: 'documents_with_a_code', title: 'Documents with a code' }],
    notes: ['% of documents: the share of the N documents of the column that have the code in at least one segment.'],
    aggregation: OF_DOCUMENTS,
  },
] as const satisfies readonly Measure[];

/** 1 or 0. */
export const presence: Measure = {
  name: 'binary',
  label: 'present or not',
  unit: 'segments',
  kind: 'integer',
  take: ({ count }) => (count > 0 ? 1 : 0),
  last: 'sum',
  totals: [{ ...CODINGS, ...ANY }],
  notes: [
    '1: the code is on at least one segment of the column; 0: on none. The sum is the number of columns with it.',
  ],
  aggregation: { distinct: 'A code with subcodes is present where it or any of its subcodes is.' },
};

/** The measure of that name; coded segments where none is named. */
export function findMeasure(name: string | undefined): Measure {
  return measures.find((measure) => measure.name === name) ?? measures[0];
}
