/** Runs a study for its tables and its report. */
import type { Io } from '../io.ts';
import type { Codebook } from '../model.ts';
import { Report } from '../report/report.ts';
import type { Settings } from '../settings.ts';
import type { Fold } from '../tables/analysis.ts';
import { describeRun } from './describe-run.ts';
import { type FinishedStudy, type RunOptions, runStudy } from './run-study.ts';

export interface ReportedStudy extends FinishedStudy {
  /** The report as HTML. */
  report: string;
}

/** As `runStudy`, with a report beside the tables and what the options ask for. */
export async function runReport(
  settings: Settings,
  io: Io,
  createFolds: (codebook: Codebook) => Fold[],
  options: RunOptions = {},
): Promise<ReportedStudy | { exitCode: 2 }> {
  let report: Report | undefined;
  const createGatherers = (codebook: Codebook) => {
    report = new Report(codebook);
    return [report, ...(options.createGatherers?.(codebook) ?? [])];
  };
  const finished = await runStudy(settings, io, createFolds, { ...options, createGatherers });
  if (!('study' in finished) || !report) return { exitCode: 2 };
  const read = (name: string) => new TextDecoder().decode(io.readBytes(`${io.reportProgram}/${name}`));
  const program = { script: read('page.js'), style: read('page.css') };
  const told = { selected: finished.selected, messages: finished.study.messages };
  return { ...finished, report: report.finish({ ...describeRun(finished, settings, []), ...told }, program) };
}
