/** The commands of single tables: one analysis to stdout, or to a file. */
import type { Io } from '../io.ts';
import type { Codebook } from '../model.ts';
import { csv } from '../output/csv.ts';
import { tableFormats } from '../output/index.ts';
import type { TableFormat } from '../output/table-format.ts';
import { terminal } from '../output/terminal.ts';
import { type Flags, resolveSettings, type Settings } from '../settings.ts';
import { type ExitCode, runStudy } from '../study/run-study.ts';
import { withLists } from '../study/scratch-list.ts';
import { UsageError } from '../study/usage-error.ts';
import { writeTable } from '../study/write-table.ts';
import type { Analysis, CreateFold, TableOptions } from '../tables/analysis.ts';
import { refuseOtherEnding } from './refuse-other-ending.ts';
import { writeOptions } from './write-options.ts';

/** Writes the table of one analysis. In the terminal only the top level of codes is shown unless `--depth` says more. */
export async function run(analysis: Analysis, paths: string[], flags: Flags, io: Io): Promise<ExitCode> {
  return writeAnalysis({ ...analysis, create: await analysis.load() }, resolveSettings(paths, flags), io);
}

/** What is needed of an analysis to write its table. */
type LoadedAnalysis = Pick<Analysis, 'hasRemarks'> & Partial<Pick<Analysis, 'options'>> & { create: CreateFold };

/** With the codebook that is handed in, else with that of the settings. */
export async function writeAnalysis(
  analysis: LoadedAnalysis,
  settings: Settings,
  io: Io,
  { codebook }: { codebook?: Codebook } = {},
): Promise<ExitCode> {
  const format = chooseFormat(settings);
  if (format.isBinary && settings.output === undefined && io.outIsTerminal)
    throw new UsageError(`A terminal cannot show ${format.name}`, `write it to a file: -o table${format.extension}`);
  const isShort = format.name === 'terminal' && analysis.options?.includes('depth');
  const options: TableOptions = { ...(isShort ? { depth: 1 } : {}), ...settings.table };
  return withLists(io, async (createList) => {
    const finished = await runStudy(settings, io, (book) => [analysis.create(book, options, createList)], {
      codebook,
      hasRemarks: analysis.hasRemarks === true && format.name === 'terminal',
    });
    if (!('study' in finished)) return finished.exitCode;
    const place = { ...settings, format, writing: writeOptions(settings, io), study: finished.study };
    for (const table of finished.tables) await writeTable(table, place, io);
    return finished.exitCode;
  });
}

/** What is asked for, else what the name of the output file or `--excel` says. */
export function chooseFormat({ format: asked, output, excel }: Settings): TableFormat {
  const byName = tableFormats.find(({ extension }) => extension !== '' && output?.toLowerCase().endsWith(extension));
  const format =
    asked === undefined ? (excel ? csv : (byName ?? terminal)) : tableFormats.find(({ name }) => name === asked);
  if (!format) throw new UsageError(`Unknown format ${asked}`);
  const known = tableFormats.flatMap((each) => each.extension || []);
  refuseOtherEnding(asked ?? (excel ? csv : byName)?.name, output, known);
  if (excel && format !== csv) throw new UsageError(`--excel is for csv, not for ${format.name}`);
  return format;
}
