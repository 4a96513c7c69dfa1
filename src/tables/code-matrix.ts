/** Code matrix: rows are codes, columns are documents, cells are coded segments (MAXQDA's Code Matrix Browser). */
import { type CodeNode, listCodes } from '../codebook/code-tree.ts';
import type { Codebook, Column, Row, Table } from '../model.ts';
import type { Analysis, Fold, TableOptions } from './analysis.ts';
import { createCodeRows } from './code-rows.ts';
import { type CodeCounts, countCodes } from './count-codes.ts';
import { describeAggregation, StudySize, UNIT_NOTE } from './notes.ts';

export const codeMatrix: Analysis = {
  name: 'code-matrix',
  command: 'matrix',
  summary: 'codes by documents: the number of coded segments',
  options: ['aggregate', 'depth', 'numbers'],
  create: createCodeMatrix,
};

function createCodeMatrix(codebook: Codebook, options: TableOptions): Fold {
  const codes = listCodes(codebook);
  const size = new StudySize();
  const documents: Column[] = [];
  const counts: CodeCounts[] = [];
  return {
    add(document) {
      const { document: name, group } = document.transcript;
      const key = RESERVED.has(name) ? `document ${name}` : name;
      documents.push({
        key,
        title: name,
        kind: 'integer',
        document: { name, ...(group === undefined ? {} : { group }) },
      });
      counts.push(countCodes(document.codings, codes));
      size.add(document);
    },
    finish: () => createTable({ codes, documents, counts, size, options }),
  };
}

interface Counted {
  codes: CodeNode[];
  documents: Column[];
  /** One per document column. */
  counts: CodeCounts[];
  size: StudySize;
  options: TableOptions;
}

function createTable({ codes, documents, counts, size, options }: Counted): Table {
  return {
    name: 'code-matrix',
    title: 'Code matrix',
    display: 'circles',
    columns: [
      { key: 'code', title: 'Code', kind: 'text' },
      { key: 'code_id', title: 'Code id', kind: 'text' },
      ...documents,
      { key: 'sum', title: 'Sum', kind: 'integer' },
    ],
    rows: [
      ...createCodeRows(codes, options, {
        cellsOf: (index, kind) => withSum(counts.map((count) => count[kind][index] ?? 0)),
        hasOwn: (index) => counts.some((count) => (count.directly[index] ?? 0) > 0),
      }),
      totalRow(
        'Coded segments',
        counts.map((count) => count.codings),
      ),
      totalRow(
        'Segments with a code',
        counts.map((count) => count.segments),
      ),
    ],
    notes: [
      UNIT_NOTE,
      describeAggregation(options),
      '"Coded segments" is the number of codings (a segment with two codes counts twice); "Segments with a code" counts it once.',
      size.describe(),
    ],
  };
}

const RESERVED = new Set(['code', 'code_id', 'sum']);

function withSum(cells: number[]): number[] {
  return [...cells, cells.reduce((sum, cell) => sum + cell, 0)];
}

function totalRow(title: string, cells: number[]): Row {
  return { kind: 'total', cells: [title, '', ...withSum(cells)] };
}
