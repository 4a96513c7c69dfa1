/** Compares coders: prints what they agree on, or writes it to files. */
import type { Io } from '../io.ts';
import { terminal } from '../output/terminal.ts';
import { type Flags, resolveSettings } from '../settings.ts';
import { compareCoders } from '../study/comparison/compare-coders.ts';
import { writeComparisonFiles, writeComparisonTable } from '../study/comparison/comparison-files.ts';
import { splitSources } from '../study/comparison/split-sources.ts';
import type { ExitCode } from '../study/run-study.ts';
import { UsageError } from '../study/usage-error.ts';
import type { ComparisonTable, Level, SegmentMatch } from '../tables/comparison/choices.ts';
import { describeLowAgreement } from '../tables/comparison/low-agreement.ts';
import { chooseFormat } from './table.ts';
import { writeOptions } from './write-options.ts';

export interface CompareFlags extends Omit<Flags, 'show'> {
  coder?: string[];
  reference?: string;
  level: Level;
  show?: ComparisonTable;
  match: SegmentMatch;
  /** In percent. */
  overlap: number;
  countEmpty?: boolean;
  minKappa?: number;
}

/** Exit code 0; 1 when coders agree less than they must or some transcripts could not be used, 2 when nothing was compared. */
export async function run(given: string[], flags: CompareFlags, io: Io): Promise<ExitCode> {
  const { sources, paths } = splitSources(given, io);
  const { show, ...others } = flags;
  const settings = resolveSettings(paths, others);
  const { match, coder: coders, reference, countEmpty = false, level } = flags;
  const request = { sources, coders, reference, countEmpty, match, overlap: flags.overlap / 100 };
  const writing = writeOptions(settings, io);
  const isFolder = settings.output !== undefined && !/\.\w+$/.test(settings.output) && flags.format === undefined;
  if (isFolder && show)
    throw new UsageError(`Unexpected --show with the folder ${settings.output}`, 'it gets every table');
  const format = isFolder ? terminal : chooseFormat(settings);
  const compared = await compareCoders(request, settings, io);
  if (compared.exitCode === 2) return 2;
  const output = { output: settings.output ?? '', settings, request, writing };
  const shown = { show, level, format, ...(flags.depth === undefined ? {} : { depth: flags.depth }) };
  if (isFolder) {
    const files = await writeComparisonFiles(compared, output, io);
    await writeComparisonTable(compared, { ...output, output: undefined, ...shown }, io);
    if (!settings.quiet) io.err(`\nResults in ${output.output}/: ${files.join(', ')}\n`);
  } else await writeComparisonTable(compared, { ...output, output: settings.output, ...shown }, io);
  const low =
    flags.minKappa === undefined ? undefined : describeLowAgreement(compared.comparison.tally, flags.minKappa);
  if (low === undefined) return compared.exitCode;
  io.err(`error: ${low}\n`);
  return 1;
}
