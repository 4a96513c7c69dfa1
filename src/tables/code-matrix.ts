/** Code matrix: rows are codes, columns are documents, cells are coded segments (MAXQDA's Code Matrix Browser). */
import type { Codebook, Table } from '../model.ts';
import type { Fold, TableOptions } from './analysis.ts';
import { CaseRows } from './case-rows.ts';
import { CodeGridTable } from './code-grid-table.ts';
import { findMeasure, type Measure, measures, presence } from './measures.ts';
import { createColumnSplit } from './split-columns.ts';

/** What is told of it stands in the list of analyses. */
export function createCodeMatrix(codebook: Codebook, options: TableOptions): Fold {
  const measure = options.binary ? presence : findMeasure(options.value);
  const split = createColumnSplit(options.by);
  const counts = new CodeGridTable(codebook, options, { measure, split, hasSize: split.noun !== 'document' });
  const cases = new CaseRows(split);
  return {
    add(document) {
      counts.add(document);
      if (options.transpose) cases.add(document);
    },
    finish(): Table {
      const view = counts.view();
      const content = options.transpose ? cases.tabulate(view, measure) : counts.tabulate(view);
      return { name: 'code-matrix', title: describeTitle(measure, split.noun), ...content };
    },
  };
}

/** "Code matrix: % of documents by function"; what is shown when nothing is asked for is not named. */
function describeTitle({ name, label }: Measure, noun: string): string {
  const what = name === measures[0].name ? '' : `: ${label}`;
  const by = noun === 'document' ? '' : ` by ${noun}`;
  return `Code matrix${what}${by}`;
}
