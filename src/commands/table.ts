/** The commands of single tables: one analysis to stdout, or to a file. */
import type { Io } from '../io.ts';
import { tableFormats } from '../output/index.ts';
import { type Flags, resolveSettings } from '../settings.ts';
import { type ExitCode, runStudy } from '../study/run-study.ts';
import { UsageError } from '../study/usage-error.ts';
import type { Analysis } from '../tables/analysis.ts';
import { writeOptions } from './write-options.ts';

/** Writes the table of one analysis. In the terminal only the top level of codes is shown unless `--depth` says more. */
export async function run(analysis: Analysis, paths: string[], flags: Flags, io: Io): Promise<ExitCode> {
  const settings = resolveSettings(paths, flags);
  const format = tableFormats.find(({ name }) => name === settings.format);
  if (!format) throw new UsageError(`Unknown format ${settings.format}`);
  const depth = settings.depth ?? (format.name === 'terminal' ? 1 : undefined);
  const finished = await runStudy(settings, io, (codebook) => [
    analysis.create(codebook, { aggregate: settings.aggregate, ...(depth === undefined ? {} : { depth }) }),
  ]);
  if (!('study' in finished)) return finished.exitCode;
  for (const table of finished.tables) {
    const inFile = settings.output !== undefined;
    const text = format.write(
      table,
      inFile ? { ...writeOptions(settings, io), colorLevel: 0 } : writeOptions(settings, io),
    );
    if (settings.output === undefined) io.out(text);
    else writeWhole(settings.output, text, io);
  }
  return finished.exitCode;
}

/** Writes a file under a temporary name first, so that it is never half there. */
function writeWhole(path: string, text: string, io: Io): void {
  try {
    io.writeFile(`${path}.partial`, text);
    io.rename(`${path}.partial`, path);
  } catch (error) {
    throw new UsageError(`Cannot write ${path}: ${(error as Error).message.split(',')[0]}`);
  }
}
