/** Runs a study for its tables and its report. */
import type { Io } from '../io.ts';
import type { Codebook } from '../model.ts';
import { Report } from '../report/report.ts';
import type { Settings } from '../settings.ts';
import type { Fold } from '../tables/analysis.ts';
import type { CreateList } from '../tables/kept-list.ts';
import { describeRun } from './describe-run.ts';
import { type FinishedStudy, type RunOptions, runStudy } from './run-study.ts';

export interface ReportedStudy extends FinishedStudy {
  /** The report as HTML, in pieces; nothing where it is too long for a browser. */
  report: Iterable<string> | undefined;
}

export interface ReportOptions extends RunOptions {
  createList: CreateList;
}

/** As `runStudy`, with a report beside the tables and what the options ask for. */
export async function runReport(
  settings: Settings,
  io: Io,
  createFolds: (codebook: Codebook) => Fold[],
  options: ReportOptions,
): Promise<ReportedStudy | { exitCode: 2 }> {
  let report: Report | undefined;
  const createGatherers = (codebook: Codebook) => {
    report = new Report(codebook, options);
    return [report, ...(options.createGatherers?.(codebook) ?? [])];
  };
  const finished = await runStudy(settings, io, createFolds, { ...options, createGatherers });
  if (!('study' in finished) || !report) return { exitCode: 2 };
  if (report.isTooLong) return { ...finished, report: undefined };
  const read = (name: string) => new TextDecoder().decode(io.readBytes(`${io.reportProgram}/${name}`));
  const program = { script: read('page.js'), style: read('page.css') };
  const told = { selected: finished.selected, messages: finished.study.messages };
  return { ...finished, report: report.finish({ ...describeRun(finished, settings, []), ...told }, program) };
}

export const TOO_LONG_REPORT = {
  reason: 'The report would be longer than any browser can open',
  hint: 'make one of a part of the study, with --where or of a folder; the tables and quotes hold everything',
};
