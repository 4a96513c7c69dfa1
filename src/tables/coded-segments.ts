/** Coded segments: one row a quote, with where it stands, why it was coded, and the document's variables. */
import { type CodeNode, listCodes } from '../codebook/code-tree.ts';
import type { Cell, Codebook, CodedDocument, Coding, Column, Row, VariableValue } from '../model.ts';
import { createParagraphCounter } from '../text/paragraph-counter.ts';
import type { Analysis, Fold } from './analysis.ts';
import { StudySize } from './notes.ts';
import { timeAt } from './place.ts';
import { VariableColumns } from './variable-columns.ts';

export const codedSegments: Analysis = {
  name: 'coded-segments',
  command: 'segments',
  summary: 'every coded segment with its text, place, terms and document variables',
  options: [],
  create: createCodedSegments,
};

/** Columns before the document variables. */
export const SEGMENT_COLUMNS = [
  { key: 'document_group', title: 'Document group', kind: 'text' },
  { key: 'document', title: 'Document', kind: 'text' },
  { key: 'code', title: 'Code', kind: 'text' },
  { key: 'code_id', title: 'Code id', kind: 'text' },
  { key: 'speaker', title: 'Speaker', kind: 'text' },
  { key: 'begin', title: 'Begin', kind: 'integer' },
  { key: 'end', title: 'End', kind: 'integer' },
  { key: 'weight', title: 'Weight', kind: 'integer' },
  { key: 'segment', title: 'Segment', kind: 'text' },
  { key: 'terms', title: 'Terms', kind: 'text' },
  { key: 'evidence', title: 'Evidence', kind: 'text' },
  { key: 'negation', title: 'Near a negation', kind: 'text' },
  { key: 'time', title: 'Time', kind: 'text' },
  { key: 'coder', title: 'Coder', kind: 'text' },
] as const satisfies Column[];

interface Entry {
  cells: Cell[];
  code: CodeNode;
  variables: Record<string, VariableValue>;
}

function createCodedSegments(codebook: Codebook): Fold {
  const codes = new Map(listCodes(codebook).map((node) => [node.code.id, node]));
  const entries: Entry[] = [];
  const variableColumns = new VariableColumns();
  const size = new StudySize();
  return {
    add(document) {
      size.add(document);
      const { variables } = document.transcript;
      variableColumns.add(variables);
      const paragraphOf = createParagraphCounter(document.transcript.text);
      for (const coding of document.codings) {
        const code = codes.get(coding.code);
        if (code) entries.push({ cells: createSegmentCells(document, coding, code, paragraphOf), code, variables });
      }
    },
    finish() {
      return {
        name: 'coded-segments',
        title: 'Coded segments',
        columns: [...SEGMENT_COLUMNS, ...variableColumns.columns(SEGMENT_COLUMNS)],
        rows: entries.map((entry) => createRow(entry, variableColumns)),
        notes: [
          `One row for each code on each segment: ${entries.length} rows.`,
          'Begin and end are paragraph numbers, counted from 1 with headings and label lines included.',
          'Near a negation: a negating word within three words before or two words after the evidence; such segments are counted all the same.',
          size.describe(),
        ],
      };
    },
  };
}

function createRow({ cells, code, variables }: Entry, variableColumns: VariableColumns): Row {
  const { id, color } = code.code;
  return {
    kind: 'body',
    code: id,
    ...(color ? { color } : {}),
    cells: [...cells, ...variableColumns.cells(variables)],
  };
}

/** Cells for `SEGMENT_COLUMNS` of one coding. */
export function createSegmentCells(
  document: CodedDocument,
  coding: Coding,
  code: CodeNode,
  paragraphOf: (offset: number) => number,
): Cell[] {
  const { transcript } = document;
  const turn = transcript.turns[coding.turn];
  const words = coding.evidence.flatMap(({ spans }) =>
    spans.map((span) => transcript.text.slice(span.start, span.end)),
  );
  return [
    transcript.group ?? '',
    transcript.document,
    code.path,
    code.code.id,
    turn?.speaker ?? '',
    paragraphOf(coding.start),
    paragraphOf(coding.end - 1),
    coding.weight,
    transcript.text.slice(coding.start, coding.end),
    joinDistinct(coding.evidence.map(({ term }) => term)),
    joinDistinct(words),
    joinDistinct(coding.evidence.flatMap(({ negation }) => negation ?? [])),
    timeAt(turn, coding.start) ?? '',
    coding.coder,
  ];
}

function joinDistinct(texts: string[]): string {
  return [...new Set(texts)].join('; ');
}
