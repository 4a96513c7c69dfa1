/** Code frequencies: how often each code was given, in how many documents, and what share of what that is. */
import { listCodes } from '../codebook/code-tree.ts';
import type { Cell, Codebook, CodedDocument, Column, Row } from '../model.ts';
import type { Analysis, Fold, TableOptions } from './analysis.ts';
import { type CountKind, createCodeRows } from './code-rows.ts';
import { type CodeCounts, countCodes } from './count-codes.ts';
import { describeAggregation, percent, StudySize, UNIT_NOTE } from './notes.ts';

export const codeFrequencies: Analysis = {
  name: 'code-frequencies',
  command: 'frequencies',
  summary: 'coded segments and documents per code, with percentages',
  options: ['aggregate', 'depth'],
  create: (codebook, options) => new Frequencies(codebook, options),
};

class Frequencies implements Fold {
  #codes;
  #options: TableOptions;
  #size = new StudySize();
  #segments: Record<CountKind, number[]>;
  #documents: Record<CountKind, number[]>;
  #codings = 0;
  #codedSegments = 0;
  #documentsWithCode = 0;

  constructor(codebook: Codebook, options: TableOptions) {
    this.#codes = listCodes(codebook);
    this.#options = options;
    const zeros = () => new Array<number>(this.#codes.length).fill(0);
    this.#segments = { directly: zeros(), distinct: zeros(), sum: zeros() };
    this.#documents = { directly: zeros(), distinct: zeros(), sum: zeros() };
  }

  add(document: CodedDocument): void {
    const counts = countCodes(document, this.#codes);
    this.#size.add(document);
    this.#codings += counts.codings;
    this.#codedSegments += counts.segments;
    if (counts.segments > 0) this.#documentsWithCode++;
    for (const kind of ['directly', 'distinct', 'sum'] as const) this.#addCounts(counts, kind);
  }

  #addCounts(counts: CodeCounts, kind: CountKind): void {
    counts[kind].forEach((count, index) => {
      this.#segments[kind][index] = (this.#segments[kind][index] ?? 0) + count;
      if (count > 0) this.#documents[kind][index] = (this.#documents[kind][index] ?? 0) + 1;
    });
  }

  finish() {
    return {
      name: 'code-frequencies',
      title: 'Code frequencies',
      columns: COLUMNS,
      rows: [
        ...createCodeRows(this.#codes, this.#options, {
          cellsOf: (index, kind) => this.#cells(this.#segments[kind][index] ?? 0, this.#documents[kind][index] ?? 0),
          hasOwn: (index) => (this.#segments.directly[index] ?? 0) > 0,
        }),
        this.#total('Coded segments', this.#codings, false),
        this.#total('Segments with a code', this.#codedSegments, true),
      ],
      notes: [
        UNIT_NOTE,
        describeAggregation(this.#options),
        `% of codings: of all ${this.#codings} codings (every code on every segment); rows overlap, so they need not add up to 100.`,
        `% of segments: of all ${this.#size.segments} codable segments. % of documents: of all ${this.#size.documents} documents.`,
        `Per 1,000 words: coded segments per 1,000 of the ${this.#size.words} codable words.`,
        this.#size.describe(),
      ],
    };
  }

  #cells(segments: number, documents: number): Cell[] {
    const { words } = this.#size;
    return [
      segments,
      percent(segments, this.#codings),
      percent(segments, this.#size.segments),
      documents,
      percent(documents, this.#size.documents),
      words === 0 ? null : (segments / words) * 1000,
    ];
  }

  /** Codings are no share of segments: one segment can have many. */
  #total(title: string, count: number, areSegments: boolean): Row {
    const cells = this.#cells(count, this.#documentsWithCode);
    return {
      kind: 'total',
      cells: [title, '', ...cells.map((cell, at) => (at === (areSegments ? 1 : 2) ? null : cell))],
    };
  }
}

const COLUMNS = [
  { key: 'code', title: 'Code', kind: 'text' },
  { key: 'code_id', title: 'Code id', kind: 'text' },
  { key: 'coded_segments', title: 'Coded segments', kind: 'integer' },
  { key: 'percent_of_codings', title: '% of codings', kind: 'percent' },
  { key: 'percent_of_segments', title: '% of segments', kind: 'percent' },
  { key: 'documents', title: 'Documents', kind: 'integer' },
  { key: 'percent_of_documents', title: '% of documents', kind: 'percent' },
  { key: 'per_1000_words', title: 'Per 1,000 words', kind: 'decimal' },
] as const satisfies Column[];
