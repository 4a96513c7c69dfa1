/** Runs an analysis of the program over what is selected, so that a number here is that of the tables. */
import type { Row, Table } from '../../model.ts';
import type { CreateFold, TableOptions } from '../../tables/analysis.ts';
import type { Selection } from './selection.ts';

/** The table with its rows made. */
export function runAnalysis(
  create: CreateFold,
  { codebook, documents, limits, aggregate }: Selection,
  options: Partial<TableOptions> = {},
): Table & { rows: Row[] } {
  const fold = create(codebook, { aggregate, ...options });
  for (const document of documents) fold.add(document);
  const table = fold.finish();
  return { ...table, rows: [...table.rows], notes: [...limits, ...table.notes] };
}
