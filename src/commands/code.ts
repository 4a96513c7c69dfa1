/** The main job: writes every result to the output folder and prints the code matrix. */
import type { Io } from '../io.ts';
import { terminal } from '../output/terminal.ts';
import { type Flags, resolveSettings, type Settings } from '../settings.ts';
import type { ExitCode } from '../study/run-study.ts';
import { type ResultsOptions, writeResults } from '../study/write-results.ts';
import { writeOptions } from './write-options.ts';

export const DEFAULT_OUTPUT = 'coded';

/** Exit code 0, 1 when some transcripts could not be used, 2 when nothing was written. */
export async function run(paths: string[], flags: Flags, io: Io): Promise<ExitCode> {
  const settings = resolveSettings(paths, flags);
  if (settings.shard !== undefined) return (await import('./shard.ts')).run(settings.shard, settings, io);
  const options = { output: settings.output ?? DEFAULT_OUTPUT, writing: writeOptions(settings, io) };
  if (flags.watch) return (await import('../study/watch-study.ts')).watchStudy(settings, io, options);
  return showResults(settings, io, options);
}

/** Writes the results and shows what the main job shows of them. Exit codes as of `run`. */
export async function showResults(settings: Settings, io: Io, options: ResultsOptions): Promise<ExitCode> {
  const written = await writeResults(settings, io, options);
  if (written.exitCode === 2) return 2;
  io.out(terminal.write(written.overview, options.writing));
  if (!settings.quiet) io.err(`\nResults in ${options.output}/: ${written.files.join(', ')}\n`);
  return written.exitCode;
}
