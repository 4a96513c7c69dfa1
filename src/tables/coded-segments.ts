/** Coded segments: one row a quote, with where it stands, why it was coded, and the document's variables. */
import { type CodeNode, listCodes } from '../codebook/code-tree.ts';
import type { Cell, Codebook, CodedDocument, Coding, Column, Row, Segment, Transcript } from '../model.ts';
import { countCharacters } from '../text/characters.ts';
import { createParagraphCounter } from '../text/paragraph-counter.ts';
import type { CreateFold, Fold, TableOptions } from './analysis.ts';
import { balanceQuotes, hashText, rankDocument } from './balance-quotes.ts';
import { count, percent, StudySize } from './notes.ts';
import { createSegmentCells, SEGMENT_COLUMNS } from './segment-cells.ts';
import { type Context, createContext } from './sentence-context.ts';
import { VariableColumns } from './variable-columns.ts';

/** What is told of it stands in the list of analyses. */
export const createCodedSegments: CreateFold = (codebook, options) => new CodedSegments(codebook, options);

/** What is needed of a document to make its rows; the rest is made when the first of them is. */
interface Quoted {
  transcript: Transcript;
  segments: Segment[];
  made?: { paragraphOf(offset: number): number; characters: number; contextOf?(coding: Coding): Context };
}

interface Entry {
  quoted: Quoted;
  coding: Coding;
  node: CodeNode;
}

const SEGMENT_AT = SEGMENT_COLUMNS.findIndex(({ key }) => key === 'segment');

/** Keeps transcripts and codings, of which cells are made row by row. */
class CodedSegments implements Fold {
  #options: TableOptions;
  #codes: ReadonlyMap<string, CodeNode>;
  #levels: number;
  #entries: Entry[] = [];
  /** What people wrote to single codings; the program writes nothing. */
  #hasMemos = false;
  #variables = new VariableColumns();
  #size = new StudySize();

  constructor(codebook: Codebook, options: TableOptions) {
    this.#options = options;
    const nodes = listCodes(codebook);
    this.#codes = new Map(nodes.map((node) => [node.code.id, node]));
    this.#levels = nodes.reduce((most, node) => Math.max(most, levelsOf(node).length), 0);
  }

  add(document: CodedDocument): void {
    this.#size.add(document);
    this.#variables.add(document.transcript.variables);
    const { transcript, segments } = document;
    const quoted: Quoted = { transcript, segments };
    for (const coding of document.codings) {
      const node = this.#codes.get(coding.code);
      if (!node) continue;
      this.#entries.push({ quoted, coding, node });
      if (coding.memo !== undefined) this.#hasMemos = true;
    }
  }

  finish() {
    const balanced = this.#options.perCode === undefined ? this.#entries : this.#balance(this.#options.perCode);
    const sorted = sortEntries(balanced, this.#options.sort);
    const shown = sorted.slice(0, this.#options.top);
    return {
      name: 'coded-segments',
      title: 'Coded segments',
      columns: this.#createColumns(),
      rows: { [Symbol.iterator]: () => this.#listRows(shown) },
      notes: [
        ...this.#describeRows(shown.length, balanced.length),
        ...this.#describeColumns(),
        ...this.#size.describe(),
      ],
    };
  }

  *#listRows(entries: readonly Entry[]): Generator<Row> {
    for (const entry of entries) yield this.#createRow(entry);
  }

  /** In the order in which they came. */
  #balance(most: number): Entry[] {
    const byCode = new Map<string, Entry[]>();
    for (const entry of this.#entries) {
      const entries = byCode.get(entry.node.code.id);
      if (entries) entries.push(entry);
      else byCode.set(entry.node.code.id, [entry]);
    }
    const hashes = new Map<Quoted, number>();
    const picked = new Set<Entry>();
    for (const [code, entries] of byCode) {
      const quotes = balanceQuotes(entries, most, ({ quoted, coding }) => {
        const { transcript } = quoted;
        const hash = hashes.get(quoted) ?? hashText(transcript.text);
        hashes.set(quoted, hash);
        const speaker = transcript.turns[coding.turn]?.speaker ?? '';
        const { group = '', document } = transcript;
        return { group, document, speaker, rank: rankDocument(hash, code) };
      });
      for (const entry of quotes) picked.add(entry);
    }
    return this.#entries.filter((entry) => picked.has(entry));
  }

  #createColumns(): Column[] {
    const own: Column[] = [...SEGMENT_COLUMNS];
    if (this.#options.context !== undefined) own.splice(SEGMENT_AT, 1, ...CONTEXT_COLUMNS);
    if (this.#hasMemos) own.push(MEMO_COLUMN);
    const levels = Array.from({ length: this.#levels }, (_, at): Column => {
      return { key: `code_${at + 1}`, title: `Code, level ${at + 1}`, kind: 'text', inFilesOnly: true };
    });
    const last = [...MEASURE_COLUMNS, ...levels];
    return [...own, ...this.#variables.columns([...own, ...last]), ...last];
  }

  #createRow({ quoted, coding, node }: Entry): Row {
    const { transcript } = quoted;
    quoted.made ??= this.#prepare(transcript);
    const { paragraphOf, characters, contextOf } = quoted.made;
    const cells: Cell[] = createSegmentCells(quoted, coding, node, paragraphOf);
    const context = contextOf?.(coding);
    if (context) cells.splice(SEGMENT_AT, 1, context.before, cells[SEGMENT_AT] ?? '', context.after);
    if (this.#hasMemos) cells.push(coding.memo ?? '');
    const area = countCharacters(transcript.text, coding);
    const levels = levelsOf(node);
    const { id, color } = node.code;
    cells.push(...this.#variables.cells(transcript.variables), area, percent(area, characters), color ?? '');
    for (let at = 0; at < this.#levels; at++) cells.push(levels[at] ?? '');
    return { kind: 'body', code: id, ...(color ? { color } : {}), cells };
  }

  #prepare(transcript: Transcript): NonNullable<Quoted['made']> {
    const { text } = transcript;
    const { context } = this.#options;
    return {
      paragraphOf: createParagraphCounter(text),
      characters: countCharacters(text),
      ...(context === undefined ? {} : { contextOf: createContext(transcript, context) }),
    };
  }

  #describeRows(shown: number, balanced: number): string[] {
    const { perCode, sort, top } = this.#options;
    const all = this.#entries.length;
    const rest = perCode === undefined && top === undefined ? '' : ` of ${all}`;
    return [
      this.#size.coders.isOwn
        ? `One row for each code on each segment: ${shown}${rest} rows.`
        : `One row for each code on each passage by each coder: ${shown}${rest} rows.`,
      ...(perCode === undefined
        ? []
        : [
            `Up to ${perCode} for each code, without those of its subcodes: document groups take turns, in them documents, in them speakers, each quoted from the beginning of the text; which document comes first is drawn by its text, and is the same every time.`,
          ]),
      ...(shown < balanced ? [`The first ${shown} ${ORDERS[sort ?? 'document'] ?? ''}.`] : []),
    ];
  }

  #describeColumns(): string[] {
    const { context } = this.#options;
    return [
      'Begin and end are paragraph numbers, counted from 1 with headings and label lines included.',
      'Area: characters of the segment, blanks included; coverage: their share of all characters of the document, whoever speaks.',
      ...(this.#size.coders.hasTerms
        ? [
            'Near a negation: a negating word within three words before or two words after the evidence; such segments are counted all the same.',
          ]
        : []),
      ...(context === undefined
        ? []
        : [
            `Before and after: up to ${count(context, 'sentence')}, of whoever speaks; where it is somebody else or another turn, the name stands before.`,
          ]),
    ];
  }
}

const CONTEXT_COLUMNS = [
  { key: 'before', title: 'Before', kind: 'text' },
  SEGMENT_COLUMNS[SEGMENT_AT] as Column,
  { key: 'after', title: 'After', kind: 'text' },
] as const satisfies Column[];

const MEMO_COLUMN = { key: 'memo', title: 'Memo', kind: 'text' } as const satisfies Column;

const MEASURE_COLUMNS = [
  { key: 'characters', title: 'Area (characters)', kind: 'integer' },
  { key: 'percent_of_document', title: 'Coverage (% of document)', kind: 'percent' },
  { key: 'color', title: 'Colour', kind: 'text', inFilesOnly: true },
] as const satisfies Column[];

const ORDERS: Record<string, string> = {
  document: 'in the order of the documents are shown',
  code: 'in the order of the codebook are shown',
  weight: 'by weight are shown',
};

/** Where it makes no difference, in the order of the documents and of their text. */
function sortEntries(entries: readonly Entry[], sort: string | undefined): readonly Entry[] {
  if (sort === 'code') return entries.toSorted((a, b) => a.node.index - b.node.index);
  if (sort === 'weight') return entries.toSorted((a, b) => b.coding.weight - a.coding.weight);
  return entries;
}

/** Names from the top down. */
function levelsOf({ path }: CodeNode): string[] {
  return path.split(' \\ ');
}
