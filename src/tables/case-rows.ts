/** The counts of codes for statistics programs: a row for every document, group, speaker or value, a column for every code. */
import type { Cell, CodedDocument, Column, Row, Table, VariableValue } from '../model.ts';
import type { CodeView } from './code-grid-table.ts';
import type { ColumnSplit } from './column-split.ts';
import type { Measure } from './measures.ts';
import { VariableColumns } from './variable-columns.ts';

/** Keeps the document variables while documents pass by. */
export class CaseRows {
  readonly #split: ColumnSplit;
  readonly #variables = new VariableColumns();
  readonly #values = new Map<string, Record<string, VariableValue>>();

  constructor(split: ColumnSplit) {
    this.#split = split;
  }

  /** Only where a row is a document it has document variables. */
  add({ transcript: { document, variables } }: CodedDocument): void {
    if (this.#split.noun !== 'document') return;
    this.#variables.add(variables);
    this.#values.set(document, variables);
  }

  /** Names, document variables, one column a code with its id as key, then the totals. */
  tabulate(view: CodeView, measure: Measure): Pick<Table, 'columns' | 'rows' | 'notes'> {
    const { codes, columns, cells, totals, notes } = view;
    const names = createNameColumns(this.#split.noun);
    const ends = totals.map(
      ({ key, title, plain }): Column => ({ key, title, kind: plain ? 'integer' : measure.kind }),
    );
    const taken = new Set([...names, ...ends].map(({ key }) => key));
    const counted = codes.map(({ code: { id }, path }): Column => {
      return { key: taken.has(id) ? `code ${id}` : id, title: path, kind: measure.kind };
    });
    const variables = this.#variables.columns([...names, ...counted, ...ends]);
    const numbers = [...codes.map(({ index }) => cells.ofCode(index)), ...totals.map((total) => cells.ofTotal(total))];
    const rows = columns.map(({ id, title, document }, at): Row => {
      const name = names.length > 1 ? [document?.group ?? '', title] : [title];
      const values = this.#variables.cells(this.#values.get(id) ?? {});
      return { kind: 'body', cells: [...name, ...values, ...numbers.map((row): Cell => row[at] ?? null)] };
    });
    return { columns: [...names, ...variables, ...counted, ...ends], rows, notes };
  }
}

function createNameColumns(noun: string): Column[] {
  if (noun !== 'document') return [{ key: noun.replaceAll(' ', '_'), title: noun, kind: 'text' }];
  return [
    { key: 'document_group', title: 'Document group', kind: 'text' },
    { key: 'document', title: 'Document', kind: 'text' },
  ];
}
