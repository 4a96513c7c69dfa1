/** The columns that rows of codings and of segments have in common: where the passage stands, who speaks, and what is said. */
import type { CodedDocument, Span } from '../../model.ts';
import { createWordCounter } from '../../tables/measure-codings.ts';
import { timeAt } from '../../tables/place.ts';
import { findTouched } from '../../tables/touched-segments.ts';
import { countCharacters } from '../../text/characters.ts';
import { createParagraphCounter } from '../../text/paragraph-counter.ts';
import type { ParquetColumn } from './parquet-file.ts';

/** What is asked of a document for many rows. */
export interface RowDocument {
  document: CodedDocument;
  paragraphOf(offset: number): number;
  /** Words of coded speakers in a passage, marks left out. */
  wordsOf(passage: Span): number;
  /** Of the whole text. */
  characters: number;
  variables: Record<string, string>;
}

export interface PassageRow {
  from: RowDocument;
  passage: Span & { turn: number };
}

export function prepareDocument(document: CodedDocument): RowDocument {
  const { text, variables } = document.transcript;
  return {
    document,
    paragraphOf: createParagraphCounter(text),
    wordsOf: createWordCounter(document),
    characters: countCharacters(text),
    variables: Object.fromEntries(Object.entries(variables).map(([name, value]) => [name, String(value)])),
  };
}

const turnOf = ({ from, passage }: PassageRow) => from.document.transcript.turns[passage.turn];

/** Of the first segment that the passage touches, counted from 1. */
function numberOf({ from, passage }: PassageRow): number | undefined {
  const touched = findTouched(from.document.segments, passage);
  return touched.from < touched.to ? touched.from + 1 : undefined;
}

export const PASSAGE_COLUMNS: readonly ParquetColumn<PassageRow>[] = [
  { name: 'document_group', kind: 'text', value: ({ from }) => from.document.transcript.group },
  { name: 'document', kind: 'text', value: ({ from }) => from.document.transcript.document },
  { name: 'language', kind: 'text', value: ({ from }) => from.document.transcript.language },
  { name: 'segment', kind: 'integer', value: numberOf },
  { name: 'turn', kind: 'integer', value: ({ passage }) => passage.turn + 1 },
  { name: 'speaker', kind: 'text', value: (row) => turnOf(row)?.speaker },
  { name: 'role', kind: 'text', value: (row) => turnOf(row)?.role },
  { name: 'begin', kind: 'integer', value: ({ from, passage }) => from.paragraphOf(passage.start) },
  { name: 'end', kind: 'integer', value: ({ from, passage }) => from.paragraphOf(passage.end - 1) },
  { name: 'time', kind: 'text', value: (row) => timeAt(turnOf(row), row.passage.start) },
  { name: 'text', kind: 'text', value: ({ from, passage }) => textOf(from, passage) },
  { name: 'words', kind: 'integer', value: ({ from, passage }) => from.wordsOf(passage) },
  { name: 'characters', kind: 'integer', value: ({ from, passage }) => charactersOf(from, passage) },
  {
    name: 'percent_of_document',
    kind: 'decimal',
    value: ({ from, passage }) => (100 * charactersOf(from, passage)) / Math.max(from.characters, 1),
  },
];

/** Stands last, since it is the longest to look at. */
export const VARIABLES_COLUMN: ParquetColumn<PassageRow> = {
  name: 'variables',
  kind: 'map',
  value: ({ from }) => from.variables,
};

export function textOf({ document }: RowDocument, { start, end }: Span): string {
  return document.transcript.text.slice(start, end);
}

function charactersOf({ document }: RowDocument, span: Span): number {
  return countCharacters(document.transcript.text, span);
}
