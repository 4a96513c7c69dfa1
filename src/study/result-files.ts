/** Makes the files of a result: every table as CSV, all of them as one workbook, the quotes to read and to edit, the report. */
import type { Io } from '../io.ts';
import type { Table } from '../model.ts';
import { writeCsv } from '../output/csv.ts';
import { writeQuotes } from '../output/quotes.ts';
import type { WriteOptions, Written } from '../output/table-format.ts';
import type { Settings } from '../settings.ts';
import type { CreateList } from '../tables/kept-list.ts';
import { createMessage } from '../text/messages.ts';
import { describeMethod } from './describe-method.ts';
import { describeRun } from './describe-run.ts';
import type { PartialFile } from './partial-file.ts';
import { nextTurn } from './progress.ts';
import { RUN_FILE, writeRunFile } from './run-file.ts';
import { type ReportedStudy, TOO_LONG_REPORT } from './run-report.ts';
import { fillFile } from './table-file.ts';
import { tellMessages } from './tell.ts';

export interface ResultOptions {
  /** In the order in which they are listed. */
  tables: readonly Table[];
  /** The coded segments that are shown as quotes, where not all are. */
  quotes: Table | undefined;
  settings: Settings;
  writing: WriteOptions;
  /** Names of files that are written apart from these. */
  apart: readonly string[];
  io: Io;
  createList: CreateList;
  /** Begins a file of the result. */
  begin(name: string): PartialFile;
}

/**
 * Begins and fills all files but `run.json`; gives their names and the content of that one. Now and then the program notices
 * that somebody wants to end it.
 */
export async function makeResultFiles(
  finished: ReportedStudy,
  { tables, quotes, settings, writing, apart, io, createList, begin }: ResultOptions,
): Promise<{ names: string[]; runFile: ReadonlyMap<string, string> }> {
  const { codebook } = finished.study;
  const names: string[] = [];
  const write = async (name: string, pieces: Iterable<Written>) => {
    names.push(name);
    await fillFile(begin(name), pieces);
    await nextTurn();
  };
  for (const table of tables) await write(`${table.name}.csv`, writeCsv(table, writing));
  const [{ writeWorkbook }, { writeQuotesDocx }] = await Promise.all([
    import('../output/office/workbook.ts'),
    import('../output/quotes-docx.ts'),
  ]);
  const notes = describeMethod(describeRun(finished, settings, []));
  await write('results.xlsx', writeWorkbook(tables, { title: codebook.title ?? codebook.name, notes, createList }));
  const segments = tables.find((table) => table.name === 'coded-segments');
  if (segments) {
    const languages = new Map(finished.documents.map(({ document, language }) => [document, language]));
    await write('quotes.md', writeQuotes(codebook, segments, quotes));
    await write('quotes.docx', writeQuotesDocx(codebook, segments, { quotes, languages }));
  }
  if (finished.report) await write('report.html', finished.report);
  else tellTooLong(settings, io);
  const all = [...names, ...apart];
  return {
    names: [...all, RUN_FILE],
    runFile: new Map([[RUN_FILE, writeRunFile(describeRun(finished, settings, all))]]),
  };
}

function tellTooLong(settings: Settings, io: Io): void {
  const { reason, hint } = TOO_LONG_REPORT;
  const message = createMessage(`${reason}, so that report.html is not written`, {
    rule: 'too-long-report',
    severity: 'warning',
    hint,
  });
  tellMessages([message], io, settings.quiet);
}
