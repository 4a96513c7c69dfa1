/** Makes the files of a result: every table as CSV, all of them as one workbook, the quotes to read and to edit, the report. */
import type { Table } from '../model.ts';
import { csv } from '../output/csv.ts';
import { writeQuotes } from '../output/quotes.ts';
import type { WriteOptions, Written } from '../output/table-format.ts';
import type { Settings } from '../settings.ts';
import { describeMethod } from './describe-method.ts';
import { describeRun } from './describe-run.ts';
import { nextTurn } from './progress.ts';
import { RUN_FILE, writeRunFile } from './run-file.ts';
import type { ReportedStudy } from './run-report.ts';

export interface ResultOptions {
  /** In the order in which they are listed. */
  tables: readonly Table[];
  /** The coded segments that are shown as quotes, where not all are. */
  quotes: Table | undefined;
  settings: Settings;
  writing: WriteOptions;
  /** Names of files that are written apart from these. */
  apart: readonly string[];
}

/** By their names, `run.json` last. Between two that take long the program notices that somebody wants to end it. */
export async function makeResultFiles(
  finished: ReportedStudy,
  { tables, quotes, settings, writing, apart }: ResultOptions,
): Promise<Map<string, Written>> {
  const { codebook } = finished.study;
  const files = new Map<string, Written>();
  for (const table of tables) {
    files.set(`${table.name}${csv.extension}`, csv.write(table, writing));
    await nextTurn();
  }
  const [{ writeWorkbook }, { writeQuotesDocx }] = await Promise.all([
    import('../output/office/workbook.ts'),
    import('../output/quotes-docx.ts'),
  ]);
  const notes = describeMethod(describeRun(finished, settings, []));
  files.set('results.xlsx', writeWorkbook(tables, { title: codebook.title ?? codebook.name, notes }));
  await nextTurn();
  const segments = tables.find((table) => table.name === 'coded-segments');
  if (segments) {
    const languages = new Map(finished.documents.map(({ document, language }) => [document, language]));
    files.set('quotes.md', writeQuotes(codebook, segments, quotes));
    await nextTurn();
    files.set('quotes.docx', writeQuotesDocx(codebook, segments, { quotes, languages }));
  }
  files.set('report.html', finished.report);
  files.set(RUN_FILE, writeRunFile(describeRun(finished, settings, [...files.keys(), ...apart])));
  return files;
}
