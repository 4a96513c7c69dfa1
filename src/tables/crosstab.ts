/** Crosstab: rows are codes, columns are values of a document variable, or conditions on documents. */
import type { Codebook } from '../model.ts';
import type { CreateFold, Fold, TableOptions } from './analysis.ts';
import { CodeGridTable, type CodeView } from './code-grid-table.ts';
import type { ColumnSplit } from './column-split.ts';
import { findMeasure, type Measure } from './measures.ts';
import { count } from './notes.ts';
import { OptionError } from './option-error.ts';
import { createColumnSplit } from './split-columns.ts';
import { ConditionSplit } from './split-conditions.ts';

/** `crosstab`: what is told of it stands in the list of analyses. */
export const createCrosstab: CreateFold = (codebook: Codebook, options: TableOptions): Fold => {
  const measure = findMeasure(options.value);
  const split = createSplit(options);
  const counts = new CodeGridTable(codebook, options, { measure: nameSum(measure), split, hasSize: true });
  return {
    add: (document) => counts.add(document),
    finish() {
      const view = counts.view();
      const what = measure.name === 'segments' ? '' : `: ${measure.label}`;
      const { notes, ...table } = counts.tabulate(view);
      return {
        name: 'crosstab',
        title: `Crosstab${what} by ${split.noun}`,
        ...table,
        display: 'numbers',
        notes: [...warnOfSizes(view, measure), ...warnOfSingles(view, split), ...notes],
      };
    },
  };
};

/** The sum is called as in MAXQDA, where it belongs to every crosstab. */
function nameSum(measure: Measure): Measure {
  const totals = measure.totals.map((total) =>
    total.key === 'coded_segments' ? { ...total, title: 'SUM (coded segments)' } : total,
  );
  return { ...measure, totals };
}

/** Throws an `OptionError` where it is not said what the columns are. */
function createSplit({ by, condition = [] }: TableOptions): ColumnSplit {
  if (condition.length > 0) return new ConditionSplit(condition);
  if (by !== undefined) return createColumnSplit(by);
  throw new OptionError(
    'A crosstab needs columns',
    "name a document variable with --by, or give conditions such as --condition 'age>=65'; `documents` shows the variables",
  );
}

/** Numbers of segments, and of documents, grow with the documents of a column. */
function warnOfSizes({ columns }: CodeView, { kind, name }: Measure): string[] {
  const sizes = columns.map(({ tally }) => tally.documents);
  const [least, most] = [Math.min(...sizes), Math.max(...sizes)];
  if (least === most || sizes.length === 0 || (kind !== 'integer' && name !== 'row-percent')) return [];
  const what = name === 'row-percent' ? 'row %' : 'these numbers';
  return [
    `Careful: N differs between the columns (${least} to ${most} documents), so ${what} cannot be compared between them; --value percent-of-documents or column-percent can.`,
  ];
}

const FEWEST_SEGMENTS = 3;
const MOST_NAMED = 5;

/** Cells that look like a trait of a column and are that of one document. */
function warnOfSingles({ codes, columns }: CodeView, { noun }: ColumnSplit): string[] {
  const cells = columns.flatMap(({ title, tally }) =>
    codes.flatMap(({ index, path }) => {
      const segments = tally.countOf(index, 'distinct');
      const isSingle = tally.documents > 1 && tally.documentsOf(index, 'distinct') === 1;
      if (!isSingle || segments < FEWEST_SEGMENTS) return [];
      return [
        { segments, text: `${path} in ${title} (${count(segments, 'segment')}, ${tally.lastDocumentOf(index)})` },
      ];
    }),
  );
  if (cells.length === 0 || noun === 'document') return [];
  const named = cells.sort((a, b) => b.segments - a.segments).slice(0, MOST_NAMED);
  const more = cells.length > MOST_NAMED ? `; and ${cells.length - MOST_NAMED} more` : '';
  return [
    `Careful: all segments of ${count(cells.length, 'cell')} come from one document: ${named.map(({ text }) => text).join('; ')}${more}.`,
  ];
}
