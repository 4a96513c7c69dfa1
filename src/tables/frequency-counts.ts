/** What code frequencies can count: coded segments, documents, or documents in which a code is the most frequent one. */
import type { Cell, ColumnKind } from '../model.ts';
import type { TableOptions } from './analysis.ts';
import type { CountKind } from './code-rows.ts';
import type { CodeTally } from './code-tally.ts';
import { AGGREGATION, count, percent, UNIT_NOTE } from './notes.ts';

/** A column of numbers, of one code or of a row below the codes. */
interface FrequencyColumn {
  key: string;
  title: string;
  kind: ColumnKind;
  of(frequency: Frequency, tally: CodeTally): Cell;
}

/** What there is of a code in some documents. */
export interface Frequency {
  /** Nothing where it is no number of segments, or no share of them. */
  segments: number | null;
  /** Codable segments that these touch, where they are not one each. */
  touched?: number;
  documents: number;
  ties: number | null;
  /** Which shares make no sense. */
  without?: readonly string[];
}

export interface FrequencyCount {
  name: string;
  /** Behind the title of the table. */
  label: string;
  columns: readonly FrequencyColumn[];
  /** Keys of those that stand side by side for every column of `--by`: a number and its share. */
  beside: readonly [string, string];
  /** Whether a parent's own codings have a row. */
  hasOwnRows: boolean;
  ofCode(tally: CodeTally, index: number, kind: CountKind): Frequency;
  totals: readonly { title: string; of(tally: CodeTally): Frequency }[];
  /** The unit of count, and how codes with subcodes count. */
  notes(tally: CodeTally, options: TableOptions): string[];
  /** What the shares are shares of. */
  shares(tally: CodeTally): string[];
  /** The same for the share that stands beside a number. */
  shareBeside: string;
}

const DOCUMENTS: FrequencyColumn = {
  key: 'documents',
  title: 'Documents',
  kind: 'integer',
  of: ({ documents }) => documents,
};
const PERCENT_OF_DOCUMENTS: FrequencyColumn = {
  key: 'percent_of_documents',
  title: '% of documents',
  kind: 'percent',
  of: ({ documents }, tally) => percent(documents, tally.documents),
};
const VALID_DOCUMENTS: FrequencyColumn = {
  key: 'percent_valid',
  title: '% valid',
  kind: 'percent',
  of: ({ documents }, tally) => percent(documents, tally.documentsWithCode),
};

const shareOf = (segments: number | null, whole: number): Cell => (segments === null ? null : percent(segments, whole));

const SEGMENT_COLUMNS: FrequencyColumn[] = [
  { key: 'coded_segments', title: 'Coded segments', kind: 'integer', of: ({ segments }) => segments },
  {
    key: 'percent_of_codings',
    title: '% of codings',
    kind: 'percent',
    of: ({ segments }, tally) => shareOf(segments, tally.codings),
  },
  {
    key: 'percent_of_segments',
    title: '% of segments',
    kind: 'percent',
    of: ({ segments, touched = segments }, tally) => shareOf(touched, tally.segments),
  },
  DOCUMENTS,
  PERCENT_OF_DOCUMENTS,
  {
    key: 'per_1000_words',
    title: 'Per 1,000 words',
    kind: 'decimal',
    of: ({ segments }, { words }) => (segments === null || words === 0 ? null : (segments / words) * 1000),
  },
  {
    key: 'percent_valid',
    title: '% valid',
    kind: 'percent',
    of: ({ segments, touched = segments }, tally) => shareOf(touched, tally.coded),
  },
];

/** Rows of documents: with codes, without, all. */
const DOCUMENT_TOTALS: FrequencyCount['totals'] = [
  { title: 'Documents with code(s)', of: ({ documentsWithCode }) => rowOfDocuments(documentsWithCode) },
  {
    title: 'Documents without codes',
    of: (tally) => rowOfDocuments(tally.documents - tally.documentsWithCode, ['percent_valid']),
  },
  { title: 'Analysed documents', of: ({ documents }) => rowOfDocuments(documents, ['percent_valid']) },
];

function rowOfDocuments(documents: number, without: readonly string[] = []): Frequency {
  return { segments: null, documents, ties: null, without };
}

const ofCounts = (tally: CodeTally, index: number, kind: CountKind): Frequency => ({
  segments: tally.countOf(index, kind),
  touched: tally.touchedOf(index, kind),
  documents: tally.documentsOf(index, kind),
  ties: null,
});

const SHARES_OF_DOCUMENTS =
  '% of documents: of all documents analysed. % valid: of the documents with at least one of the codes, which leaves the others out as missing.';

const SHARE_BESIDE = '%: of all documents of the column.';

/** Below coded segments that stand side by side; the others have it anyway. */
export const SIZE_ROW: FrequencyCount['totals'][number] = {
  title: 'N (documents)',
  of: ({ documents }) => ({ segments: documents, documents, ties: null, without: ['percent_of_segments'] }),
};

export const frequencyCounts = [
  {
    name: 'segments',
    label: 'coded segments',
    columns: SEGMENT_COLUMNS,
    beside: ['coded_segments', 'percent_of_segments'],
    hasOwnRows: true,
    ofCode: ofCounts,
    totals: [
      // Codings are no share of segments: one segment can have many.
      {
        title: 'Coded segments',
        of: ({ codings, documentsWithCode }) => ({
          segments: codings,
          documents: documentsWithCode,
          ties: null,
          without: ['percent_of_segments', 'percent_valid'],
        }),
      },
      {
        title: 'Segments with a code',
        of: ({ coded, documentsWithCode }) => ({
          segments: coded,
          documents: documentsWithCode,
          ties: null,
          without: ['percent_of_codings'],
        }),
      },
    ],
    notes: (_tally, { aggregate }) => [UNIT_NOTE, AGGREGATION[aggregate]],
    shares: ({ codings, segments, documents, words, coded }) => [
      `% of codings: of all ${count(codings, 'coding')} (every code on every segment); rows overlap, so they need not add up to 100.`,
      `% of segments: of all ${count(segments, 'codable segment')}. % of documents: of all ${count(documents, 'document')}.`,
      `Per 1,000 words: coded segments per 1,000 of the ${count(words, 'codable word')}.`,
      `% valid: of the ${count(coded, 'segment')} with at least one of the codes, which leaves the others out as missing.`,
    ],
    shareBeside: '%: of all codable segments of the column.',
  },
  {
    name: 'documents',
    label: 'documents',
    columns: [DOCUMENTS, PERCENT_OF_DOCUMENTS, VALID_DOCUMENTS],
    beside: ['documents', 'percent_of_documents'],
    hasOwnRows: true,
    ofCode: ofCounts,
    totals: DOCUMENT_TOTALS,
    notes: () => [
      'Unit of count: the document; it counts once for a code, however many of its segments have it.',
      'A code with subcodes counts each document that has it or any of its subcodes once.',
    ],
    shares: () => [SHARES_OF_DOCUMENTS],
    shareBeside: SHARE_BESIDE,
  },
  {
    name: 'most-frequent',
    label: 'documents in which the code is the most frequent',
    columns: [
      DOCUMENTS,
      PERCENT_OF_DOCUMENTS,
      VALID_DOCUMENTS,
      { key: 'ties', title: 'Ties', kind: 'integer', of: ({ ties }) => ties },
    ],
    beside: ['documents', 'percent_of_documents'],
    hasOwnRows: false,
    ofCode: ({ leads }, index) => ({
      segments: null,
      documents: leads.documents[index] ?? 0,
      ties: leads.ties[index] ?? 0,
    }),
    totals: DOCUMENT_TOTALS,
    notes: ({ leads }, { aggregate }) => [
      'Unit of count: the document; it counts for the code with the most coded segments in it. A code is compared with the codes of the same level, those below it folded in.',
      `Ties: documents in which others have as many; they count for each of them, so shares can add up to more than 100. Top-level codes share the first place in ${count(leads.tiedDocuments, 'document')}.`,
      AGGREGATION[aggregate],
    ],
    shares: () => [SHARES_OF_DOCUMENTS],
    shareBeside: SHARE_BESIDE,
  },
] as const satisfies readonly FrequencyCount[];

/** The one of that name; coded segments where none is named. */
export function findFrequencyCount(name: string | undefined): FrequencyCount {
  return frequencyCounts.find((each) => each.name === name) ?? frequencyCounts[0];
}
