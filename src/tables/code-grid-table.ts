/** A table of codes by columns: codes are rows or, for statistics programs, columns. */
import { type CodeNode, listCodes } from '../codebook/code-tree.ts';
import type { Codebook, CodedDocument, Row, Table } from '../model.ts';
import type { TableOptions } from './analysis.ts';
import { CodeCells, type CountedColumn } from './code-cells.ts';
import { createCodeRows } from './code-rows.ts';
import { CodeGrid } from './code-tally.ts';
import type { ColumnSplit } from './column-split.ts';
import { DOCUMENTS, type Measure, type TotalRow } from './measures.ts';
import { count, fitNote } from './notes.ts';
import { sortCodes } from './sort-codes.ts';

/** What is shown of the counts, in its order. */
export interface CodeView {
  codes: CodeNode[];
  columns: CountedColumn[];
  cells: CodeCells;
  totals: TotalRow[];
  /** Definitions, and what was left out. */
  notes: string[];
}

interface Request {
  measure: Measure;
  split: ColumnSplit;
  /** Whether the number of documents of each column is told; below columns of one document it would be a row of ones. */
  hasSize: boolean;
}

/** Counts while documents pass by. */
export class CodeGridTable {
  readonly #codes: CodeNode[];
  readonly #grid: CodeGrid;
  readonly #request: Request;
  readonly #options: TableOptions;

  constructor(codebook: Codebook, options: TableOptions, request: Request) {
    this.#codes = listCodes(codebook);
    this.#request = request;
    const canSum = request.measure.aggregation.sum !== undefined;
    this.#options = canSum ? options : { ...options, aggregate: 'distinct' };
    const { aggregate } = this.#options;
    this.#grid = new CodeGrid(this.#codes, request.split, { unit: request.measure.unit, aggregate });
  }

  add(document: CodedDocument): void {
    this.#grid.add(document);
  }

  /** Codes and columns in the order asked for, without those of zeros where that is asked for. */
  view(): CodeView {
    const { measure, split, hasSize } = this.#request;
    const { aggregate, hideEmpty = false, sort } = this.#options;
    const all = split.columns(OWN_KEYS).map((column) => ({ ...column, tally: this.#grid.column(column.id) }));
    const columns = hideEmpty ? all.filter(({ tally }) => tally.codings > 0) : all;
    const shared = { codes: this.#codes, all: this.#grid.all, measure, aggregate, overlaps: split.overlaps };
    const cells = new CodeCells({ ...shared, columns });
    const levels = this.#options.depth ?? Number.POSITIVE_INFINITY;
    const sorted = sortCodes(this.#codes, sort, (index) => Number(cells.ofCode(index).at(-1) ?? 0));
    const shown = sorted.filter(({ depth }) => depth < levels);
    const codes = hideEmpty ? shown.filter(({ index }) => !cells.isEmpty(index)) : shown;
    const hidden = { codes: shown.length - codes.length, columns: all.length - columns.length };
    const totals = hasSize ? [...measure.totals, DOCUMENTS] : [...measure.totals];
    const hasAll = split.overlaps && cells.lastColumn.key === 'all';
    return { codes, columns, cells, totals, notes: this.#describe(hidden, hasAll) };
  }

  /** Rows are codes, with the totals below. */
  tabulate({ codes, columns, cells, totals, notes }: CodeView): Pick<Table, 'columns' | 'rows' | 'notes' | 'display'> {
    const { all } = this.#grid;
    return {
      display: 'circles',
      columns: [
        { key: 'code', title: 'Code', kind: 'text' },
        { key: 'code_id', title: 'Code id', kind: 'text' },
        ...columns.map(({ key, title, document }) => ({
          key,
          title,
          kind: this.#request.measure.kind,
          ...(document ? { document } : {}),
        })),
        cells.lastColumn,
      ],
      rows: [
        ...createCodeRows(codes, this.#options, {
          cellsOf: (index, kind) => cells.ofCode(index, kind),
          hasOwn: (index) => all.countOf(index, 'directly') > 0,
        }),
        ...totals.map(
          (total): Row => ({
            kind: 'total',
            ...(total.plain ? { numbers: 'integer' as const } : {}),
            cells: [total.title, '', ...cells.ofTotal(total)],
          }),
        ),
      ],
      notes,
    };
  }

  #describe(hidden: { codes: number; columns: number }, hasAll: boolean): string[] {
    const { measure, split } = this.#request;
    const { distinct, sum } = measure.aggregation;
    const aggregation = this.#options.aggregate === 'sum' ? (sum ?? distinct) : distinct;
    const left = [
      ...(hidden.codes > 0 ? [count(hidden.codes, 'code')] : []),
      ...(hidden.columns > 0 ? [`${count(hidden.columns, 'column')} (${split.noun})`] : []),
    ];
    const { size } = this.#grid;
    const [unit, ...others] = measure.notes;
    return [
      ...[unit, aggregation, ...others].map((note) => fitNote(note, size.coders)),
      ...(measure.unit === 'hits' && size.coders.hasHandCodings ? [NO_HITS] : []),
      ...split.describe(),
      ...(hasAll ? ['All: all documents together, each once, whatever columns they stand in.'] : []),
      ...(left.length > 0 ? [`Left out, since nothing is coded there: ${left.join(' and ')}.`] : []),
      ...size.describe(),
    ];
  }
}

const NO_HITS = 'What people coded has no hits, and counts as 0 here.';

/** Keys of the columns that are not those of the split. */
export const OWN_KEYS = ['code', 'code_id', 'sum', 'all'];
