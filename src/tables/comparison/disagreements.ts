/** What coders disagree on, to be talked over: every segment that some gave a code and others did not, with its text. */
import type { CodeNode } from '../../codebook/code-tree.ts';
import type { Cell, Coding, Column, Row, Span, Table, Transcript } from '../../model.ts';
import { createParagraphCounter } from '../../text/paragraph-counter.ts';
import { count } from '../notes.ts';
import { timeAt } from '../place.ts';
import { findTouched } from '../touched-segments.ts';
import type { SegmentSets } from './coder-patterns.ts';
import { CodeRows, type ComparedCoders, type ComparedDocument } from './compared-coders.ts';
import { findSegments } from './find-segments.ts';

/** Keeps what is said in the segments that coders disagree on. */
export class Disagreements {
  #compared: ComparedCoders;
  #rows: CodeRows;
  #found: Disagreement[] = [];

  constructor(compared: ComparedCoders) {
    this.#compared = compared;
    this.#rows = new CodeRows(compared.codes);
  }

  /** A document that at least two coders worked on, and who gave its segments which code. */
  add(document: ComparedDocument, sets: SegmentSets): void {
    const { codes, coders } = this.#compared;
    const paragraphOf = createParagraphCounter(document.transcript.text);
    const judged = coders.flatMap((_, at) => (document.judged[at] ? [at] : []));
    const reasons = this.#gatherReasons(document);
    for (const node of codes) {
      for (const [segment, set] of sets.get(this.#rows.own(node.index)) ?? []) {
        const by = judged.filter((at) => (set & (1 << at)) !== 0);
        if (by.length === judged.length) continue;
        const not = judged.filter((at) => !by.includes(at));
        const codings = reasons.get(segment)?.filter(({ code }) => code === node.code.id) ?? [];
        const others = this.#listOthers(sets, segment, { node, not });
        this.#found.push(describe(document, segment, { node, by, not, codings, others, paragraphOf }));
      }
    }
  }

  /** Codes with most disagreements first; in each the order of the documents and of their text. */
  finish(): Table {
    return this.#tabulate('disagreements', 'Disagreements to talk over', sortByCode(this.#found), [
      `${count(this.#found.length, 'disagreement')}: a segment and a code that some of those who worked on the document gave it and others did not. Codes with most of them come first.`,
    ]);
  }

  /** What the reference coded and the other one, or any of the others, did not. */
  finishMissed(): Table {
    const { reference = 0, coders } = this.#compared;
    const missed = this.#found.filter(({ by }) => by.includes(reference));
    return this.#tabulate(
      'missed-segments',
      `Missed by ${coders.filter((_, at) => at !== reference).join(', ')}`,
      sortByCode(missed),
      [
        `${count(missed.length, 'segment')} that ${coders[reference]} gave a code and somebody who is measured did not. Codes with most of them come first.`,
      ],
    );
  }

  #tabulate(name: string, title: string, found: readonly Disagreement[], notes: string[]): Table {
    const { coders, unit } = this.#compared;
    const rows = found.map((each) => createRow(each, coders));
    const columns = COLUMNS.map((column) => (column.key === 'segment' ? { ...column, title: TITLES[unit] } : column));
    return {
      name,
      title,
      columns,
      rows,
      notes: [
        ...notes,
        'Every code is taken by itself, without its subcodes. Instead: other codes that those without this code gave the segment.',
        'Passage: what was coded, where that is only a part of the segment. Begin and end are paragraph numbers, counted from 1 with headings and label lines included.',
      ],
      display: 'records',
    };
  }

  /** By segment, the codings that reach it. */
  #gatherReasons({ codings, segments }: ComparedDocument): Map<number, Coding[]> {
    const bySegment = new Map<number, Coding[]>();
    for (const coding of codings) {
      const { from, to } = findTouched(segments, coding);
      if (to - from > MOST_SEGMENTS) continue;
      for (const segment of findSegments(segments, coding, this.#compared.match)) {
        const list = bySegment.get(segment);
        if (list) list.push(coding);
        else bySegment.set(segment, [coding]);
      }
    }
    return bySegment;
  }

  /** "ben: Roles, Time": codes by those who do not have this one here. */
  #listOthers(sets: SegmentSets, segment: number, { node, not }: { node: CodeNode; not: readonly number[] }): string {
    const { codes, coders } = this.#compared;
    return not
      .flatMap((coder) => {
        const given = codes.filter(({ index }) => {
          const set = index === node.index ? 0 : (sets.get(this.#rows.own(index))?.get(segment) ?? 0);
          return (set & (1 << coder)) !== 0;
        });
        return given.length === 0 ? [] : [`${coders[coder]}: ${given.map(({ path }) => path).join(', ')}`];
      })
      .join('; ');
  }
}

/** A passage over more says little about any of them. */
const MOST_SEGMENTS = 1000;

interface Disagreement {
  node: CodeNode;
  by: readonly number[];
  /** Cells between the document and who coded. */
  place: Cell[];
  not: readonly number[];
  text: string;
  others: string;
  why: Cell[];
}

const TITLES = { paragraph: 'Paragraph', sentence: 'Sentence', turn: 'Turn' } as const;

const COLUMNS: readonly Column[] = [
  { key: 'document_group', title: 'Document group', kind: 'text' },
  { key: 'document', title: 'Document', kind: 'text' },
  { key: 'code', title: 'Code', kind: 'text' },
  { key: 'code_id', title: 'Code id', kind: 'text' },
  { key: 'coded_by', title: 'Coded by', kind: 'text' },
  { key: 'not_by', title: 'Not by', kind: 'text' },
  { key: 'instead', title: 'Instead', kind: 'text' },
  { key: 'begin', title: 'Begin', kind: 'integer' },
  { key: 'end', title: 'End', kind: 'integer' },
  { key: 'speaker', title: 'Speaker', kind: 'text' },
  { key: 'time', title: 'Time', kind: 'text' },
  { key: 'segment', title: 'Segment', kind: 'text' },
  { key: 'passage', title: 'Passage', kind: 'text' },
  { key: 'terms', title: 'Terms', kind: 'text' },
  { key: 'evidence', title: 'Evidence', kind: 'text' },
  { key: 'memo', title: 'Memo', kind: 'text' },
];

interface Describing {
  node: CodeNode;
  by: readonly number[];
  not: readonly number[];
  codings: readonly Coding[];
  others: string;
  paragraphOf(offset: number): number;
}

function describe(
  { transcript, segments }: ComparedDocument,
  at: number,
  { node, by, not, codings, others, paragraphOf }: Describing,
): Disagreement {
  const segment = segments[at];
  if (!segment) throw new Error(`No segment ${at}`);
  const turn = transcript.turns[segment.turn];
  return {
    node,
    by,
    not,
    others,
    place: [
      transcript.group ?? '',
      transcript.document,
      paragraphOf(segment.start),
      paragraphOf(segment.end - 1),
      turn?.speaker ?? '',
      timeAt(turn, segment.start) ?? '',
    ],
    text: transcript.text.slice(segment.start, segment.end),
    why: [listPassages(transcript, segment, codings), ...listWhy(transcript, codings)],
  };
}

/** What was coded of the segment, where it is only a part. */
function listPassages({ text }: Transcript, segment: Span, codings: readonly Coding[]): Cell {
  const parts = codings.flatMap(({ coder, start, end }) => {
    const part = { start: Math.max(start, segment.start), end: Math.min(end, segment.end) };
    const isWhole = part.start === segment.start && part.end === segment.end;
    return isWhole ? [] : [`${coder}: ${text.slice(part.start, part.end)}`];
  });
  return [...new Set(parts)].join('; ');
}

/** Terms, their words, and memos. */
function listWhy({ text }: Transcript, codings: readonly Coding[]): Cell[] {
  const evidence = codings.flatMap((coding) => coding.evidence);
  const words = evidence.flatMap(({ spans }) => spans.map(({ start, end }) => text.slice(start, end)));
  const memos = codings.flatMap(({ coder, memo }) => (memo === undefined ? [] : [`${coder}: ${memo}`]));
  return [evidence.map(({ term }) => term), words, memos].map((texts) => [...new Set(texts)].join('; '));
}

function createRow({ node, by, not, place, text, others, why }: Disagreement, coders: readonly string[]): Row {
  const [group = '', document = '', ...where] = place;
  const names = (list: readonly number[]) => list.map((at) => coders[at]).join(', ');
  const { id, color } = node.code;
  const cells = [group, document, node.path, id, names(by), names(not), others, ...where, text, ...why];
  return { kind: 'body', code: id, ...(color ? { color } : {}), cells };
}

function sortByCode(found: readonly Disagreement[]): Disagreement[] {
  const counts = new Map<number, number>();
  for (const { node } of found) counts.set(node.index, (counts.get(node.index) ?? 0) + 1);
  const size = ({ node }: Disagreement) => counts.get(node.index) ?? 0;
  return found.toSorted((a, b) => size(b) - size(a) || a.node.index - b.node.index);
}
