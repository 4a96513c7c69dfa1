/** Cells of a table of codes by columns: one number a column, made by the measure, and one for all of them. */
import type { CodeNode } from '../codebook/code-tree.ts';
import type { Cell, Column } from '../model.ts';
import type { CountKind } from './code-rows.ts';
import type { CodeTally } from './code-tally.ts';
import type { SplitColumn } from './column-split.ts';
import type { Count, Measure, TotalRow } from './measures.ts';

/** A column with what was counted for it. */
export interface CountedColumn extends SplitColumn {
  tally: CodeTally;
}

interface Content {
  codes: readonly CodeNode[];
  columns: readonly CountedColumn[];
  /** Of all documents. */
  all: CodeTally;
  measure: Measure;
  /** How codes with subcodes count. */
  aggregate: 'distinct' | 'sum';
  /** Whether something can stand in several columns, so that columns are not to be added. */
  overlaps: boolean;
}

export class CodeCells {
  readonly #content: Content;
  readonly #last: 'sum' | 'all';
  readonly #tops: number[];
  readonly #topOfAll: number;

  constructor(content: Content) {
    const { columns, all, measure, overlaps } = content;
    this.#content = content;
    this.#last = overlaps && !measure.share ? 'all' : measure.last;
    this.#tops = columns.map(({ tally }) => this.#sumTop(tally));
    this.#topOfAll = this.#sumTop(all);
  }

  /** The column behind the others. */
  get lastColumn(): Column {
    return this.#last === 'sum'
      ? { key: 'sum', title: 'Sum', kind: 'integer' }
      : { key: 'all', title: 'All', kind: this.#content.measure.kind };
  }

  /** One cell a column, and the last. */
  ofCode(index: number, kind: CountKind = this.#content.aggregate): Cell[] {
    return this.#row((tally) => countOf(tally, index, kind));
  }

  ofTotal({ of, plain }: TotalRow): Cell[] {
    return this.#row((tally, top) => of(tally, { tally, top, row: 0 }), plain);
  }

  /** Whether the code, with its subcodes, has nothing in any column. */
  isEmpty(index: number): boolean {
    const { columns, all } = this.#content;
    return [all, ...columns.map(({ tally }) => tally)].every((tally) => countOf(tally, index, 'distinct').count === 0);
  }

  #row(of: (tally: CodeTally, top: number) => Count, plain = false): Cell[] {
    const { columns, all, measure } = this.#content;
    const take = (count: Count) => (plain ? count.count : measure.take(count));
    const taken = columns.map(({ tally }, at) => take(of(tally, this.#tops[at] ?? 0)));
    const row = taken.reduce((sum, each) => sum + each, 0);
    const share = (each: number, tally: CodeTally, top: number) =>
      plain || !measure.share ? each : measure.share(each, { tally, top, row });
    const cells = columns.map(({ tally }, at) => share(taken[at] ?? 0, tally, this.#tops[at] ?? 0));
    const whole = take(of(all, this.#topOfAll));
    return [...cells, this.#last === 'all' || plain ? share(whole, all, this.#topOfAll) : row];
  }

  #sumTop(tally: CodeTally): number {
    const { codes, aggregate } = this.#content;
    return codes.reduce((sum, { depth, index }) => sum + (depth === 0 ? tally.countOf(index, aggregate) : 0), 0);
  }
}

function countOf(tally: CodeTally, index: number, kind: CountKind): Count {
  return { count: tally.countOf(index, kind), documents: tally.documentsOf(index, kind) };
}
