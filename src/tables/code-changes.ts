/** What another codebook does to the coded segments of a study: gained and lost, by code, by document, and as quotes. */
import { type CodeNode, listCodes } from '../codebook/code-tree.ts';
import type { Cell, Codebook, CodedDocument, Coding, Column, Row, Table } from '../model.ts';
import { createParagraphCounter } from '../text/paragraph-counter.ts';
import { percent } from './notes.ts';
import { createSegmentCells, SEGMENT_COLUMNS } from './segment-cells.ts';

/** One transcript coded with both books; a side is missing where that book cannot code it, and counts as 0. */
export interface DocumentPair {
  before?: CodedDocument;
  after?: CodedDocument;
}

export interface ChangesOptions {
  /** At most so many gained and as many lost segments are kept for each code. */
  mostQuotes: number;
  /** Whether codes that neither gained nor lost a segment have no row. */
  onlyChanged: boolean;
}

interface CodeChange {
  node: CodeNode;
  before: number;
  after: number;
  gained: number;
  lost: number;
  quotes: Record<'gained' | 'lost', Cell[][]>;
}

/** Gathers pairs of one document after the other; a segment counts for the code itself, not for those above it. */
export class CodeChanges {
  #codes: Map<string, CodeChange>;
  #matrix: Row[] = [];
  #options: ChangesOptions;
  #documents = 0;

  constructor(before: Codebook, after: Codebook, options: ChangesOptions) {
    const nodes = new Map(listCodes(after).map((node) => [node.code.id, node]));
    for (const node of listCodes(before)) if (!nodes.has(node.code.id)) nodes.set(node.code.id, node);
    this.#codes = new Map([...nodes].map(([id, node]) => [id, createChange(node)]));
    this.#options = options;
  }

  add(pair: DocumentPair): void {
    this.#documents++;
    const [before, after] = [groupByCode(pair.before), groupByCode(pair.after)];
    for (const [id, change] of this.#codes) {
      const [was, is] = [before.get(id) ?? NONE, after.get(id) ?? NONE];
      change.before += was.size;
      change.after += is.size;
      if (was.size !== is.size) this.#matrix.push(createMatrixRow(change.node, pair, [was.size, is.size]));
      if (pair.after) this.#addQuotes(change, 'gained', pair.after, missingIn(was, is));
      if (pair.before) this.#addQuotes(change, 'lost', pair.before, missingIn(is, was));
    }
  }

  #addQuotes(change: CodeChange, kind: 'gained' | 'lost', document: CodedDocument, codings: Coding[]): void {
    change[kind] += codings.length;
    const quotes = change.quotes[kind];
    if (codings.length === 0 || quotes.length >= this.#options.mostQuotes) return;
    const paragraphOf = createParagraphCounter(document.transcript.text);
    for (const coding of codings.slice(0, this.#options.mostQuotes - quotes.length))
      quotes.push([kind, ...createSegmentCells(document, coding, change.node, paragraphOf)]);
  }

  /** One line on the codes whose number changed by more than so many percent, if there are any: "Barriers (12 → 15, 25 %)". */
  describeExceeding(limit: number): string | undefined {
    const exceeding = [...this.#codes.values()].flatMap(({ node, before, after }) => {
      const share = changeInPercent(before, after);
      const shown = `${node.path} (${before} → ${after}, ${Math.round(share * 10) / 10} %)`;
      return share > limit + ROUNDING ? [shown] : [];
    });
    if (exceeding.length === 0) return undefined;
    const more = exceeding.length > MOST_NAMED ? ` and ${exceeding.length - MOST_NAMED} more` : '';
    return `More than ${limit} % change: ${exceeding.slice(0, MOST_NAMED).join(', ')}${more}`;
  }

  /** Codes, cells of the matrix and quotes; the last without any that did not change. */
  finish(): { codes: Table; matrix: Table; quotes: Table } {
    const changes = [...this.#codes.values()];
    const total = (key: 'before' | 'after' | 'gained' | 'lost') => changes.reduce((sum, each) => sum + each[key], 0);
    const [before, after] = [total('before'), total('after')];
    const cells = [before, after, total('gained'), total('lost'), ...describeChange(before, after)];
    const shown = this.#options.onlyChanged ? changes.filter(({ gained, lost }) => gained + lost > 0) : changes;
    // Without the codes between them, names say only as paths where they belong.
    const rows = shown
      .map(createCodeRow)
      .map(({ depth = 0, ...row }): Row => (shown.length < changes.length ? row : { ...row, depth }));
    const codes: Table = {
      name: 'code-changes',
      title: 'Coded segments before and after',
      columns: CODE_COLUMNS,
      rows: [...rows, { kind: 'total', cells: ['Coded segments', '', ...cells] }],
      notes: [
        ...describeLeftOut(changes.length - shown.length),
        `Base: ${this.#documents} document${this.#documents === 1 ? '' : 's'}, coded with both codebooks. A code counts the segments coded with itself, without its subcodes.`,
        'Gained: segments that only the new codebook puts the code on; lost: only the old one. % change: of the old number; from 0 it is 100.',
      ],
    };
    return { codes, matrix: this.#createMatrix(), quotes: this.#createQuotes(changes) };
  }

  #createMatrix(): Table {
    const order = new Map([...this.#codes.keys()].map((id, index) => [id, index]));
    const rows = this.#matrix.sort((a, b) => (order.get(a.code ?? '') ?? 0) - (order.get(b.code ?? '') ?? 0));
    const notes = [rows.length === 0 ? 'No cell of the code matrix changed.' : 'Only cells whose number changed.'];
    return { name: 'matrix-changes', title: 'Changes in the code matrix', columns: MATRIX_COLUMNS, rows, notes };
  }

  #createQuotes(changes: readonly CodeChange[]): Table {
    const rows = changes.flatMap(({ node, quotes }) =>
      [...quotes.gained, ...quotes.lost].map((cells): Row => ({ ...describeRow(node), cells })),
    );
    const all = changes.reduce((sum, { gained, lost }) => sum + gained + lost, 0);
    const left = all - rows.length;
    const shown = `At most ${this.#options.mostQuotes} gained and ${this.#options.mostQuotes} lost ones of each code`;
    return {
      name: 'changed-segments',
      title: 'Gained and lost segments',
      display: 'records',
      columns: [{ key: 'change', title: 'Change', kind: 'text' }, ...SEGMENT_COLUMNS],
      rows,
      notes: [left > 0 ? `${shown}; ${left} more are not shown.` : all === 0 ? 'None.' : `All ${all} are shown.`],
    };
  }
}

function describeLeftOut(count: number): string[] {
  if (count === 0) return [];
  return [`${count === 1 ? '1 code has' : `${count} codes have`} the same segments as before and no row.`];
}

const MOST_NAMED = 5;
/** What a share that is computed may differ from one that is written. */
const ROUNDING = 1e-9;
const NONE: ReadonlyMap<string, Coding> = new Map();

function createChange(node: CodeNode): CodeChange {
  return { node, before: 0, after: 0, gained: 0, lost: 0, quotes: { gained: [], lost: [] } };
}

/** For each code its codings, one a segment. */
function groupByCode(document: CodedDocument | undefined): Map<string, Map<string, Coding>> {
  const codes = new Map<string, Map<string, Coding>>();
  for (const coding of document?.codings ?? []) {
    const segments = codes.get(coding.code) ?? new Map<string, Coding>();
    codes.set(coding.code, segments.set(`${coding.start}-${coding.end}`, coding));
  }
  return codes;
}

function missingIn(those: ReadonlyMap<string, Coding>, these: ReadonlyMap<string, Coding>): Coding[] {
  return [...these].flatMap(([segment, coding]) => (those.has(segment) ? [] : [coding]));
}

function changeInPercent(before: number, after: number): number {
  if (before === 0) return after === 0 ? 0 : 100;
  return (Math.abs(after - before) / before) * 100;
}

function describeRow({ code, depth }: CodeNode): Pick<Row, 'kind' | 'code' | 'color' | 'depth'> {
  return { kind: 'body', code: code.id, depth, ...(code.color ? { color: code.color } : {}) };
}

function createCodeRow({ node, before, after, gained, lost }: CodeChange): Row {
  const cells = [node.path, node.code.id, before, after, gained, lost, ...describeChange(before, after)];
  return { ...describeRow(node), cells };
}

/** The difference, and its share of the old number with its sign. */
function describeChange(before: number, after: number): Cell[] {
  const share = before === 0 ? (after === 0 ? 0 : 100) : percent(after - before, before);
  return [after - before, share];
}

function createMatrixRow(node: CodeNode, { before, after }: DocumentPair, [was, is]: [number, number]): Row {
  const { depth: _depth, ...row } = describeRow(node);
  const transcript = (after ?? before)?.transcript;
  const place = [transcript?.group ?? '', transcript?.document ?? ''];
  return { ...row, cells: [...place, node.path, node.code.id, was, is, is - was] };
}

const CODE_COLUMNS = [
  { key: 'code', title: 'Code', kind: 'text' },
  { key: 'code_id', title: 'Code id', kind: 'text' },
  { key: 'before', title: 'Before', kind: 'integer' },
  { key: 'after', title: 'After', kind: 'integer' },
  { key: 'gained', title: 'Gained', kind: 'integer' },
  { key: 'lost', title: 'Lost', kind: 'integer' },
  { key: 'difference', title: 'Difference', kind: 'integer' },
  { key: 'percent_change', title: '% change', kind: 'percent' },
] as const satisfies Column[];

const MATRIX_COLUMNS = [
  { key: 'document_group', title: 'Document group', kind: 'text' },
  { key: 'document', title: 'Document', kind: 'text' },
  { key: 'code', title: 'Code', kind: 'text' },
  { key: 'code_id', title: 'Code id', kind: 'text' },
  { key: 'before', title: 'Before', kind: 'integer' },
  { key: 'after', title: 'After', kind: 'integer' },
  { key: 'difference', title: 'Difference', kind: 'integer' },
] as const satisfies Column[];
