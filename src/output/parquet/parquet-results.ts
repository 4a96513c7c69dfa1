/** Codings and segments as Parquet, for databases and statistics programs: gathers documents and writes as it goes. */
import { type CodeNode, listCodes } from '../../codebook/code-tree.ts';
import type { Codebook, CodedDocument, Coding } from '../../model.ts';
import { findTouched } from '../../tables/touched-segments.ts';
import { type ParquetColumn, ParquetFile, type Sink } from './parquet-file.ts';
import { PASSAGE_COLUMNS, type PassageRow, prepareDocument, textOf, VARIABLES_COLUMN } from './passage-columns.ts';

/** What the files hold, in the order of their sinks. */
export const PARQUET_CONTENTS = ['codings', 'segments'] as const;

interface CodingRow extends PassageRow {
  passage: Coding;
  node: CodeNode;
  /** Names from the top down. */
  levels: string[];
}

interface SegmentRow extends PassageRow {
  codes: string[];
}

const CODING_COLUMNS: readonly ParquetColumn<CodingRow>[] = [
  { name: 'code_id', kind: 'text', value: ({ node }) => node.code.id },
  { name: 'code', kind: 'text', value: ({ node }) => node.path },
  { name: 'code_levels', kind: 'texts', value: ({ levels }) => levels },
  ...PASSAGE_COLUMNS,
  { name: 'weight', kind: 'integer', value: ({ passage }) => passage.weight },
  { name: 'terms', kind: 'texts', value: ({ passage }) => passage.evidence.map(({ term }) => term) },
  { name: 'evidence', kind: 'texts', value: listEvidence },
  { name: 'negations', kind: 'texts', value: ({ passage }) => listNegations(passage) },
  { name: 'negated', kind: 'boolean', value: ({ passage }) => listNegations(passage).length > 0 },
  { name: 'coder', kind: 'text', value: ({ passage }) => passage.coder },
  { name: 'memo', kind: 'text', value: ({ passage }) => passage.memo },
  VARIABLES_COLUMN,
];

const SEGMENT_COLUMNS: readonly ParquetColumn<SegmentRow>[] = [
  ...PASSAGE_COLUMNS,
  { name: 'codes', kind: 'texts', value: ({ codes }) => codes },
  VARIABLES_COLUMN,
];

/** One for each term that matched: several words of one term are one text. */
function listEvidence({ from, passage }: CodingRow): string[] {
  return passage.evidence.map(({ spans }) => spans.map((span) => textOf(from, span)).join(' … '));
}

function listNegations({ evidence }: Coding): string[] {
  return evidence.flatMap(({ negation }) => negation ?? []);
}

/** Takes documents as the tables do. */
export class ParquetResults {
  #nodes: ReadonlyMap<string, { node: CodeNode; levels: string[] }>;
  #codings: ParquetFile<CodingRow>;
  #segments: ParquetFile<SegmentRow>;

  constructor(codebook: Codebook, sinks: Record<(typeof PARQUET_CONTENTS)[number], Sink>) {
    const nodes = listCodes(codebook);
    const nameOf = (index: number) => nodes[index]?.code.name ?? '';
    this.#nodes = new Map(
      nodes.map((node) => [node.code.id, { node, levels: [...node.ancestors.map(nameOf).reverse(), node.code.name] }]),
    );
    this.#codings = new ParquetFile(CODING_COLUMNS, sinks.codings);
    this.#segments = new ParquetFile(SEGMENT_COLUMNS, sinks.segments);
  }

  add(document: CodedDocument): void {
    const from = prepareDocument(document);
    const codesAt = new Map<number, Set<string>>();
    const { segments } = document;
    for (const passage of document.codings) {
      const code = this.#nodes.get(passage.code);
      if (!code) continue;
      this.#codings.add({ from, passage, ...code });
      const { from: first, to } = findTouched(segments, passage);
      for (let at = first; at < to; at++) codesAt.set(at, (codesAt.get(at) ?? new Set()).add(passage.code));
    }
    segments.forEach((passage, at) => {
      this.#segments.add({ from, passage, codes: [...(codesAt.get(at) ?? [])] });
    });
  }

  /** After the last document. */
  finish(): void {
    this.#codings.finish();
    this.#segments.finish();
  }
}
