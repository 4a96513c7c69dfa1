/** The cells that describe one coded segment: where it stands, what is said there, and why it was coded. */
import type { CodeNode } from '../codebook/code-tree.ts';
import type { Cell, CodedDocument, Coding, Column } from '../model.ts';
import { timeAt } from './place.ts';
import { turnsOf } from './touched-segments.ts';

/** What is known of every coded segment. */
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

/** Cells for `SEGMENT_COLUMNS` of one coding. */
export function createSegmentCells(
  { transcript, segments }: Pick<CodedDocument, 'transcript' | 'segments'>,
  coding: Coding,
  code: CodeNode,
  paragraphOf: (offset: number) => number,
): Cell[] {
  const turn = transcript.turns[coding.turn];
  const words = coding.evidence.flatMap(({ spans }) =>
    spans.map((span) => transcript.text.slice(span.start, span.end)),
  );
  return [
    transcript.group ?? '',
    transcript.document,
    code.path,
    code.code.id,
    joinDistinct(turnsOf(coding, segments).map((each) => transcript.turns[each]?.speaker ?? '')),
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
