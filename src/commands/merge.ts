/** `merge`: the results of a study that was coded in parts, as one run writes them. */
import type { Io } from '../io.ts';
import { type Flags, resolveSettings } from '../settings.ts';
import type { ExitCode } from '../study/run-study.ts';
import { findParts, mergeSettings, openParts } from '../study/shards/open-parts.ts';
import { giveUp } from '../study/tell.ts';
import { DEFAULT_OUTPUT, showResults } from './code.ts';
import { writeOptions } from './write-options.ts';

/** Exit code 0, 1 when some transcripts could not be used, 2 when nothing was written. */
export async function run(paths: string[], flags: Flags, io: Io): Promise<ExitCode> {
  const found = findParts(paths, io);
  if (!('parts' in found)) return giveUp(found.messages, io, 'nothing was merged').exitCode;
  const settings = mergeSettings(found, resolveSettings(paths, flags));
  const output = settings.output ?? DEFAULT_OUTPUT;
  const open = async () => openParts(found, settings, io);
  return showResults(settings, io, { output, writing: writeOptions(settings, io), open });
}
