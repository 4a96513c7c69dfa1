/** The main job: writes every result to the output folder and prints the code matrix. */
import type { Io } from '../io.ts';
import { terminal } from '../output/terminal.ts';
import { type Flags, resolveSettings, type Settings } from '../settings.ts';
import { makeResultFiles } from '../study/result-files.ts';
import { ResultsFolder } from '../study/results-folder.ts';
import { runReport } from '../study/run-report.ts';
import type { ExitCode, RunOptions } from '../study/run-study.ts';
import { createCodeMatrix } from '../tables/code-matrix.ts';
import { createCodedSegments } from '../tables/coded-segments.ts';
import { results } from '../tables/index.ts';
import { writeOptions } from './write-options.ts';

const DEFAULT_OUTPUT = 'coded';

/** Exit code 0, 1 when some transcripts could not be used, 2 when nothing was written. */
export async function run(paths: string[], flags: Flags, io: Io): Promise<ExitCode> {
  const settings = resolveSettings(paths, flags);
  if (settings.shard !== undefined) return (await import('./shard.ts')).run(settings.shard, settings, io);
  return writeResults(settings, io);
}

/** The same with a study that is opened otherwise than by the paths of the settings. */
export async function writeResults(
  settings: Settings,
  io: Io,
  { open }: Pick<RunOptions, 'open'> = {},
): Promise<ExitCode> {
  const output = settings.output ?? DEFAULT_OUTPUT;
  const folder = new ResultsFolder(output, io, settings.force);
  const { perCode, ...table } = settings.table;
  const creators = await Promise.all(results.map(({ load }) => load()));
  const finished = await runReport(
    settings,
    io,
    (codebook) => [
      createCodeMatrix(codebook, { depth: 1, ...table }),
      ...(perCode === undefined ? [] : [createCodedSegments(codebook, { ...table, perCode })]),
      ...creators.map((create) => create(codebook, table)),
    ],
    open ? { open } : {},
  );
  if (!('study' in finished)) return finished.exitCode;
  const [overview, ...others] = finished.tables;
  const [quotes, tables] = perCode === undefined ? [undefined, others] : [others[0], others.slice(1)];
  const writing = writeOptions(settings, io);
  const files = await makeResultFiles(finished, { tables, quotes, settings, writing });
  folder.write(files);
  if (overview) io.out(terminal.write(overview, writing));
  if (!settings.quiet) io.err(`\nResults in ${output}/: ${[...files.keys()].join(', ')}\n`);
  return finished.exitCode;
}
