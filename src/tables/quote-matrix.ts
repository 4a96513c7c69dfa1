/** Quote matrix: rows are codes, columns documents, groups, speakers or values of a variable, cells the quotes themselves. */
import { type CodeNode, listCodes } from '../codebook/code-tree.ts';
import type { Codebook, CodedDocument, Coding, Row, Table, Transcript } from '../model.ts';
import { createParagraphCounter } from '../text/paragraph-counter.ts';
import type { CreateFold, Fold, TableOptions } from './analysis.ts';
import type { SplitColumn } from './column-split.ts';
import { StudySize } from './notes.ts';
import { writeOrigin } from './place.ts';
import { joinQuotes } from './quote-cells.ts';
import { createColumnSplit } from './split-columns.ts';

/** What is told of it stands in the list of analyses. */
export const createQuoteMatrix: CreateFold = (codebook, options) => new QuoteMatrix(codebook, options);

/** What is needed of a document to write its quotes. */
interface Quoted {
  transcript: Transcript;
  paragraphOf?: (offset: number) => number;
}

/** One segment in a cell. */
interface Quote {
  quoted: Quoted;
  start: number;
  end: number;
  /** The largest of the codes that brought it there. */
  weight: number;
}

interface CodeRow {
  node: CodeNode;
  /** By the id of the column. */
  cells: Map<string, Quote[]>;
}

/** Keeps transcripts and places, of which cells are written row by row. */
class QuoteMatrix implements Fold {
  #rows: CodeRow[];
  /** The row of a code: its own, or that of the code above it which is the deepest that has one. */
  #rowOf = new Map<string, CodeRow>();
  #split;
  #size = new StudySize();
  #isFolded: boolean;

  constructor(codebook: Codebook, { by, depth = Number.POSITIVE_INFINITY }: TableOptions) {
    this.#split = createColumnSplit(by);
    const nodes = listCodes(codebook);
    this.#rows = nodes.filter((node) => node.depth < depth).map((node) => ({ node, cells: new Map() }));
    const rows = new Map(this.#rows.map((row) => [row.node.index, row]));
    for (const { code, index, ancestors } of nodes) {
      const [row] = [index, ...ancestors].flatMap((each) => rows.get(each) ?? []);
      if (row) this.#rowOf.set(code.id, row);
    }
    this.#isFolded = rows.size < nodes.length;
  }

  add(document: CodedDocument): void {
    this.#size.add(document);
    const quoted: Quoted = { transcript: document.transcript };
    for (const { column, part } of this.#split.split(document)) {
      for (const coding of part.codings) this.#addQuote(column, quoted, coding);
    }
  }

  /** Codings come in the order of the text, so that those of one segment follow each other. */
  #addQuote(column: string, quoted: Quoted, { code, start, end, weight }: Coding): void {
    const row = this.#rowOf.get(code);
    if (!row) return;
    const quotes = row.cells.get(column) ?? [];
    row.cells.set(column, quotes);
    const last = quotes.at(-1);
    if (last?.quoted === quoted && last.start === start && last.end === end)
      last.weight = Math.max(last.weight, weight);
    else quotes.push({ quoted, start, end, weight });
  }

  finish(): Table {
    const columns = this.#split.columns(OWN_COLUMNS.map(({ key }) => key));
    const noun = this.#split.noun;
    return {
      name: 'quote-matrix',
      title: noun === 'document' ? 'Quote matrix' : `Quote matrix by ${noun}`,
      display: 'quotes',
      columns: [...OWN_COLUMNS, ...columns.map(({ key, title }) => ({ key, title, kind: 'text' as const }))],
      rows: { [Symbol.iterator]: () => this.#listRows(columns) },
      notes: [
        'A cell holds the text of every coded segment, an empty line between them. Below each stands where it comes from: Group \\ Document : first paragraph - last paragraph (weight).',
        this.#isFolded
          ? 'Segments of codes without a row stand with the code above them, each once.'
          : 'Segments of subcodes stand in their own rows and not with the code above them.',
        ...(this.#size.coders.isOwn ? [] : ['A passage that several coders gave the code stands there once.']),
        ...this.#split.describe(),
        ...this.#size.describe(),
      ],
    };
  }

  *#listRows(columns: readonly SplitColumn[]): Generator<Row> {
    for (const { node, cells } of this.#rows) {
      const { code, depth, path } = node;
      yield {
        kind: 'body',
        code: code.id,
        depth,
        ...(code.color ? { color: code.color } : {}),
        cells: [path, code.id, ...columns.map(({ id }) => joinQuotes((cells.get(id) ?? []).map(writeQuote)))],
      };
    }
  }
}

const OWN_COLUMNS = [
  { key: 'code', title: 'Code', kind: 'text' },
  { key: 'code_id', title: 'Code id', kind: 'text' },
] as const;

function writeQuote({ quoted, start, end, weight }: Quote): string {
  const { text, group = '', document } = quoted.transcript;
  quoted.paragraphOf ??= createParagraphCounter(text);
  const [begin, last] = [quoted.paragraphOf(start), quoted.paragraphOf(end - 1)];
  return `${text.slice(start, end)}\n${writeOrigin({ group, document, begin, end: last, weight })}`;
}
