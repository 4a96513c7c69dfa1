/** `report`: the study as one HTML page, to a file. */
import type { Io } from '../io.ts';
import { type Flags, resolveSettings } from '../settings.ts';
import { runReport } from '../study/run-report.ts';
import type { ExitCode } from '../study/run-study.ts';
import { writeTableFile } from '../study/table-file.ts';

const DEFAULT_OUTPUT = 'report.html';

/** Exit code 0, 1 when some transcripts could not be used, 2 when nothing was written. */
export async function run(paths: string[], flags: Flags, io: Io): Promise<ExitCode> {
  const settings = resolveSettings(paths, flags);
  const output = settings.output ?? DEFAULT_OUTPUT;
  const finished = await runReport(settings, io, () => []);
  if (!('study' in finished)) return finished.exitCode;
  writeTableFile(output, finished.report, finished.study, io);
  if (!settings.quiet) io.err(`\nReport in ${output}: open it in a browser.\n`);
  return finished.exitCode;
}
