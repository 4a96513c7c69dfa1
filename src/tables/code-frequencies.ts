/** Code frequencies: how often each code was given, in how many documents, and what share of what that is. */
import { type CodeNode, listCodes } from '../codebook/code-tree.ts';
import type { Cell, Codebook, CodedDocument, Column, Row, Table } from '../model.ts';
import type { CreateFold, Fold, TableOptions } from './analysis.ts';
import { createCodeRows } from './code-rows.ts';
import { CodeGrid, type CodeTally } from './code-tally.ts';
import type { ColumnSplit } from './column-split.ts';
import {
  type Frequency,
  type FrequencyCount,
  findFrequencyCount,
  frequencyCounts,
  SIZE_ROW,
} from './frequency-counts.ts';
import { fitNote } from './notes.ts';
import { sortCodes } from './sort-codes.ts';
import { createColumnSplit } from './split-columns.ts';

/** What is told of it stands in the list of analyses. */
export const createCodeFrequencies: CreateFold = (codebook, options) => new Frequencies(codebook, options);

type NumberColumn = FrequencyCount['columns'][number];

/** Numbers of some documents that stand side by side. */
interface Part {
  tally: CodeTally;
  columns: readonly NumberColumn[];
  headings: Column[];
}

class Frequencies implements Fold {
  readonly #codes: CodeNode[];
  readonly #options: TableOptions;
  readonly #count: FrequencyCount;
  /** Only where it is asked for. */
  readonly #split: ColumnSplit | undefined;
  readonly #grid: CodeGrid;

  constructor(codebook: Codebook, options: TableOptions) {
    this.#codes = listCodes(codebook);
    this.#options = options;
    this.#count = findFrequencyCount(options.count);
    this.#split = options.by === undefined ? undefined : createColumnSplit(options.by);
    this.#grid = new CodeGrid(this.#codes, this.#split ?? NO_SPLIT, {
      unit: 'segments',
      aggregate: options.aggregate,
    });
  }

  add(document: CodedDocument): void {
    this.#grid.add(document);
  }

  finish(): Table {
    const { all, size } = this.#grid;
    const { label, ofCode, hasOwnRows } = this.#count;
    const what = this.#count === frequencyCounts[0] ? '' : `: ${label}`;
    const parts = this.#listParts();
    const draw = (read: (tally: CodeTally) => Frequency) => parts.flatMap((part) => createCells(part, read));
    const first = this.#count.columns[0];
    const numberOf = (index: number) => Number(first?.of(ofCode(all, index, this.#options.aggregate), all) ?? 0);
    return {
      name: 'code-frequencies',
      title: `Code frequencies${what}${this.#split ? ` by ${this.#split.noun}` : ''}`,
      columns: [
        { key: 'code', title: 'Code', kind: 'text' },
        { key: 'code_id', title: 'Code id', kind: 'text' },
        ...parts.flatMap(({ headings }) => headings),
      ],
      rows: [
        ...createCodeRows(sortCodes(this.#codes, this.#options.sort, numberOf), this.#options, {
          cellsOf: (index, kind) => draw((tally) => ofCode(tally, index, kind)),
          hasOwn: (index) => hasOwnRows && all.countOf(index, 'directly') > 0,
        }),
        ...this.#listTotals().map(({ title, of }): Row => ({ kind: 'total', cells: [title, '', ...draw(of)] })),
      ],
      ...(this.#split ? { display: 'numbers' as const } : {}),
      notes: [...this.#describe(), ...size.describe()],
    };
  }

  #listTotals(): FrequencyCount['totals'] {
    const { totals } = this.#count;
    return this.#split && this.#count === frequencyCounts[0] ? [...totals, SIZE_ROW] : totals;
  }

  #describe(): string[] {
    const { notes, shares, shareBeside } = this.#count;
    const { all, size } = this.#grid;
    return [
      ...notes(all, this.#options).map((note) => fitNote(note, size.coders)),
      ...(this.#split
        ? [shareBeside, ...this.#split.describe()]
        : shares(all).map((note) => (size.coders.isOwn ? note : note.replace(ON_SEGMENTS, '')))),
    ];
  }

  /** All documents together; where they are split, before that a number and its share for each column. */
  #listParts(): Part[] {
    const { columns, beside } = this.#count;
    const all = this.#grid.all;
    if (!this.#split) return [{ tally: all, columns, headings: columns.map(createHeading) }];
    const shown = columns.filter(({ key }) => beside.includes(key));
    const parts = this.#split.columns([]).map(({ id, key, title }) => ({
      tally: this.#grid.column(id),
      columns: shown,
      headings: shown.map((column, at) =>
        nameBeside({ ...createHeading(column), key: `${column.key}: ${key}` }, title, at),
      ),
    }));
    const headings = shown.map((column, at) => nameBeside(createHeading(column), 'All', at));
    return [...parts, { tally: all, columns: shown, headings }];
  }
}

function createHeading({ key, title, kind }: NumberColumn): Column {
  return { key, title, kind };
}

/** People give codes to other passages too. */
const ON_SEGMENTS = ' (every code on every segment)';

/** The share beside a number needs no name of its own. */
function nameBeside(column: Column, title: string, at: number): Column {
  return at === 0 ? { ...column, title } : { ...column, title: '%', isShare: true };
}

function createCells({ tally, columns }: Part, read: (tally: CodeTally) => Frequency): Cell[] {
  const frequency = read(tally);
  return columns.map(({ key, of }) => (frequency.without?.includes(key) ? null : of(frequency, tally)));
}

const NO_SPLIT = { split: () => [] };
