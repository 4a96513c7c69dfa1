/** Coded segments: one row a quote, with where it stands, why it was coded, and the document's variables. */
import { type CodeNode, listCodes } from '../codebook/code-tree.ts';
import type { Cell, Codebook, CodedDocument, Column, Row, Table, VariableValue } from '../model.ts';
import { countCharacters } from '../text/characters.ts';
import { copyText } from '../text/copy-text.ts';
import { createParagraphCounter } from '../text/paragraph-counter.ts';
import type { CreateFold, Fold, TableOptions } from './analysis.ts';
import { balanceQuotes, hashText, rankDocument } from './balance-quotes.ts';
import { type CreateList, createListInMemory, type KeptList } from './kept-list.ts';
import { count, percent, StudySize } from './notes.ts';
import { createSegmentCells, SEGMENT_COLUMNS } from './segment-cells.ts';
import { createContext } from './sentence-context.ts';
import { VariableColumns } from './variable-columns.ts';

/** What is told of it stands in the list of analyses. */
export const createCodedSegments: CreateFold = (codebook, options, createList = createListInMemory) =>
  new CodedSegments(codebook, options, createList);

/** A row but for the cells of document variables, which are known when all documents have passed by. */
interface Entry {
  /** Index of its document. */
  from: number;
  /** Index of its code. */
  code: number;
  speaker: string;
  /** Where it stands, what is said and why it was coded. */
  cells: Cell[];
  characters: number;
  memo?: string;
}

/** What is kept of a document. */
interface QuotedDocument {
  name: string;
  group: string;
  variables: Record<string, VariableValue>;
  characters: number;
  /** Of its text, where it is needed to balance quotes. */
  hash: number;
}

/** One of the entries of a code. */
interface QuotedEntry {
  at: number;
  from: number;
  speaker: string;
}

const SEGMENT_AT = SEGMENT_COLUMNS.findIndex(({ key }) => key === 'segment');

/** Keeps rows, and of the documents what is needed to balance them. */
class CodedSegments implements Fold {
  #options: TableOptions;
  #nodes: readonly CodeNode[];
  #indexOf: ReadonlyMap<string, number>;
  #levels: number;
  #entries: KeptList<Entry>;
  /** Of the entries, for orders other than that of the documents. */
  #keys: { code: number; weight: number }[] = [];
  #documents: QuotedDocument[] = [];
  /** What people wrote to single codings; the program writes nothing. */
  #hasMemos = false;
  #variables = new VariableColumns();
  #size = new StudySize();

  constructor(codebook: Codebook, options: TableOptions, createList: CreateList) {
    this.#options = options;
    this.#entries = createList<Entry>();
    this.#nodes = listCodes(codebook);
    this.#indexOf = new Map(this.#nodes.map(({ code, index }) => [code.id, index]));
    this.#levels = this.#nodes.reduce((most, node) => Math.max(most, levelsOf(node).length), 0);
  }

  add(document: CodedDocument): void {
    const { transcript, codings } = document;
    this.#size.add(document);
    this.#variables.add(transcript.variables);
    if (codings.length === 0) return;
    const { text, variables, group = '', document: name } = transcript;
    const { context, perCode } = this.#options;
    const paragraphOf = createParagraphCounter(text);
    const contextOf = context === undefined ? undefined : createContext(transcript, context);
    const hash = perCode === undefined ? 0 : hashText(text);
    const from = this.#documents.length;
    this.#documents.push({ name, group, variables, characters: countCharacters(text), hash });
    for (const coding of codings) {
      const code = this.#indexOf.get(coding.code);
      const node = this.#nodes[code ?? -1];
      if (code === undefined || !node) continue;
      const cells: Cell[] = createSegmentCells(document, coding, node, paragraphOf);
      const around = contextOf?.(coding);
      if (around) cells.splice(SEGMENT_AT, 1, around.before, cells[SEGMENT_AT] ?? '', around.after);
      const { weight, turn, memo } = coding;
      if (memo !== undefined) this.#hasMemos = true;
      const speaker = transcript.turns[turn]?.speaker ?? '';
      this.#entries.add({
        from,
        code,
        speaker,
        cells,
        characters: countCharacters(text, coding),
        ...(memo === undefined ? {} : { memo }),
      });
      this.#keys.push({ code, weight });
    }
  }

  finish(): Table {
    const all = this.#keys.map((_, at) => at);
    const balanced = this.#options.perCode === undefined ? all : this.#balance(this.#options.perCode);
    const sorted = this.#sort(balanced);
    const shown = sorted.slice(0, this.#options.top);
    return {
      name: 'coded-segments',
      title: 'Coded segments',
      columns: this.#createColumns(),
      rows: { [Symbol.iterator]: () => this.#listRows(shown) },
      rowsOf: (code) => {
        const index = this.#indexOf.get(code);
        const own = shown.filter((at) => this.#keys[at]?.code === index);
        return { count: own.length, rows: { [Symbol.iterator]: () => this.#listRows(own) } };
      },
      notes: [
        ...this.#describeRows(shown.length, balanced.length),
        ...this.#describeColumns(),
        ...this.#size.describe(),
      ],
    };
  }

  *#listRows(entries: readonly number[]): Generator<Row> {
    for (const at of entries) yield this.#createRow(this.#entries.at(at));
  }

  /** In the order in which they came. */
  #balance(most: number): number[] {
    const byCode = new Map<number, QuotedEntry[]>();
    let at = 0;
    for (const { from, code, speaker } of this.#entries) {
      const entries = byCode.get(code) ?? [];
      entries.push({ at: at++, from, speaker: copyText(speaker) });
      byCode.set(code, entries);
    }
    const picked: number[] = [];
    for (const [code, entries] of byCode) {
      const id = this.#nodes[code]?.code.id ?? '';
      const quotes = balanceQuotes(entries, most, ({ from, speaker }) => {
        const { group, name, hash } = this.#documents[from] as QuotedDocument;
        return { group, document: name, speaker, rank: rankDocument(hash, id) };
      });
      for (const entry of quotes) picked.push(entry.at);
    }
    return picked.sort((a, b) => a - b);
  }

  /** Where it makes no difference, in the order of the documents and of their text. */
  #sort(entries: number[]): number[] {
    const { sort } = this.#options;
    const keyOf = (at: number, key: 'code' | 'weight') => this.#keys[at]?.[key] ?? 0;
    if (sort === 'code') return entries.toSorted((a, b) => keyOf(a, 'code') - keyOf(b, 'code'));
    if (sort === 'weight') return entries.toSorted((a, b) => keyOf(b, 'weight') - keyOf(a, 'weight'));
    return entries;
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

  #createRow({ from, code, cells: own, characters, memo }: Entry): Row {
    const document = this.#documents[from] as QuotedDocument;
    const node = this.#nodes[code] as CodeNode;
    const { id, color } = node.code;
    const levels = levelsOf(node);
    const cells: Cell[] = [
      ...own,
      ...(this.#hasMemos ? [memo ?? ''] : []),
      ...this.#variables.cells(document.variables),
      characters,
      percent(characters, document.characters),
      color ?? '',
      ...Array.from({ length: this.#levels }, (_, at) => levels[at] ?? ''),
    ];
    return { kind: 'body', code: id, ...(color ? { color } : {}), cells };
  }

  #describeRows(shown: number, balanced: number): string[] {
    const { perCode, sort, top } = this.#options;
    const rest = perCode === undefined && top === undefined ? '' : ` of ${this.#keys.length}`;
    const place = this.#size.coders.isOwn ? 'segment' : 'passage by each coder';
    return [
      `One row for each code on each ${place}: ${shown}${rest} rows.`,
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

/** Names from the top down. */
function levelsOf({ path }: CodeNode): string[] {
  return path.split(' \\ ');
}
