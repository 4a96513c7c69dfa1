/** `report`: the study as one HTML page, to a file. */
import type { Io } from '../io.ts';
import { type Flags, resolveSettings } from '../settings.ts';
import { runReport, TOO_LONG_REPORT } from '../study/run-report.ts';
import type { ExitCode } from '../study/run-study.ts';
import { withLists } from '../study/scratch-list.ts';
import { writeLongFile } from '../study/table-file.ts';
import { UsageError } from '../study/usage-error.ts';

const DEFAULT_OUTPUT = 'report.html';

/** Exit code 0, 1 when some transcripts could not be used, 2 when nothing was written. */
export async function run(paths: string[], flags: Flags, io: Io): Promise<ExitCode> {
  const settings = resolveSettings(paths, flags);
  const output = settings.output ?? DEFAULT_OUTPUT;
  return withLists(io, async (createList) => {
    const finished = await runReport(settings, io, () => [], { createList });
    if (!('study' in finished)) return finished.exitCode;
    if (!finished.report) throw new UsageError(TOO_LONG_REPORT.reason, TOO_LONG_REPORT.hint);
    await writeLongFile(output, finished.report, finished.study, io);
    if (!settings.quiet) io.err(`\nReport in ${output}: open it in a browser.\n`);
    return finished.exitCode;
  });
}
