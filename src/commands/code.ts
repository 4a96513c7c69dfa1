/** The main job: writes every result to the output folder and prints the code matrix. */
import type { Io } from '../io.ts';
import { type Flags, resolveSettings } from '../settings.ts';
import type { ExitCode } from '../study/run-study.ts';
import { writeResults } from './write-results.ts';

/** Exit code 0, 1 when some transcripts could not be used, 2 when nothing was written. */
export async function run(paths: string[], flags: Flags, io: Io): Promise<ExitCode> {
  const settings = resolveSettings(paths, flags);
  if (settings.shard === undefined) return writeResults(settings, io);
  return (await import('./shard.ts')).run(settings.shard, settings, io);
}
