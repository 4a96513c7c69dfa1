/** `code --shard`: codes a part of the study, to be merged with the others. */
import type { Io } from '../io.ts';
import type { Settings } from '../settings.ts';
import type { ExitCode } from '../study/run-study.ts';
import { runShard } from '../study/shards/run-shard.ts';
import { parseShard } from '../study/shards/shard.ts';

const DEFAULT_OUTPUT = 'parts';

/** Exit code 0, 1 when some transcripts could not be used, 2 when nothing was written. */
export function run(asked: string, settings: Settings, io: Io): Promise<ExitCode> {
  const shard = parseShard(asked, io.environment);
  return runShard(settings, io, { shard, output: settings.output ?? DEFAULT_OUTPUT });
}
