/** The main job: writes every result to the output folder and prints the code matrix. */
import type { Io } from '../io.ts';
import { csv } from '../output/csv.ts';
import { writeQuotes } from '../output/quotes.ts';
import { terminal } from '../output/terminal.ts';
import { type Flags, resolveSettings } from '../settings.ts';
import { describeRun } from '../study/describe-run.ts';
import { ResultsFolder } from '../study/results-folder.ts';
import { RUN_FILE, writeRunFile } from '../study/run-file.ts';
import { runReport } from '../study/run-report.ts';
import type { ExitCode } from '../study/run-study.ts';
import { codeMatrix } from '../tables/code-matrix.ts';
import { codedSegments } from '../tables/coded-segments.ts';
import { analyses } from '../tables/index.ts';
import { writeOptions } from './write-options.ts';

const DEFAULT_OUTPUT = 'coded';
const REPORT_FILE = 'report.html';

/** Exit code 0, 1 when some transcripts could not be used, 2 when nothing was written. */
export async function run(paths: string[], flags: Flags, io: Io): Promise<ExitCode> {
  const settings = resolveSettings(paths, flags);
  const output = settings.output ?? DEFAULT_OUTPUT;
  const folder = new ResultsFolder(output, io, settings.force);
  const { perCode, ...table } = settings.table;
  const finished = await runReport(settings, io, (codebook) => [
    codeMatrix.create(codebook, { depth: 1, ...table }),
    ...(perCode === undefined ? [] : [codedSegments.create(codebook, { ...table, perCode })]),
    ...analyses.map((analysis) => analysis.create(codebook, table)),
  ]);
  if (!('study' in finished)) return finished.exitCode;
  const [overview, ...others] = finished.tables;
  const tables = perCode === undefined ? others : others.slice(1);
  const { codebook } = finished.study;
  const options = writeOptions(settings, io);
  const files = new Map(tables.map((table) => [`${table.name}${csv.extension}`, csv.write(table, options)]));
  const segments = tables.find((table) => table.name === 'coded-segments');
  if (segments) files.set('quotes.md', writeQuotes(codebook, segments, perCode === undefined ? segments : others[0]));
  files.set(REPORT_FILE, finished.report);
  files.set(RUN_FILE, writeRunFile(describeRun(finished, settings, [...files.keys()])));
  folder.write(files);
  if (overview) io.out(terminal.write(overview, options));
  if (!settings.quiet) io.err(`\nResults in ${output}/: ${[...files.keys()].join(', ')}\n`);
  return finished.exitCode;
}
