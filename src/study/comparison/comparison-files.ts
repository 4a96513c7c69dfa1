/** The files of a comparison: every table as CSV, all of them as one workbook, and what was compared. */

import type { Io } from '../../io.ts';
import type { Table } from '../../model.ts';
import { csv } from '../../output/csv.ts';
import type { TableFormat, WriteOptions, Written } from '../../output/table-format.ts';
import type { Settings } from '../../settings.ts';
import type { ComparisonTable, Level } from '../../tables/comparison/choices.ts';
import { version } from '../../version.ts';
import { openResultsFolder } from '../results-folder.ts';
import { RESULT_FORMAT, RUN_FILE } from '../run-file.ts';
import { writeTableFile } from '../table-file.ts';
import { UsageError } from '../usage-error.ts';
import type { CodersRequest, ComparedStudy } from './compare-coders.ts';

export interface ComparisonOutput {
  /** Of the folder. */
  output: string;
  settings: Settings;
  request: CodersRequest;
  writing: WriteOptions;
}

const WORKBOOK = 'agreement.xlsx';
const JOB = 'compare';

/** Names of the files, which are written all or none. Throws a usage error for a folder that holds anything else. */
export async function writeComparisonFiles(
  compared: ComparedStudy,
  { output, settings, request, writing }: ComparisonOutput,
  io: Io,
): Promise<string[]> {
  refuseOtherResults(output, io);
  const folder = await openResultsFolder(output, io, settings.force);
  try {
    const tables = compared.comparison.tabulateAll();
    const files = new Map<string, Written>(
      tables.map((table) => [`${table.name}${csv.extension}`, csv.write(table, writing)]),
    );
    files.set(WORKBOOK, await writeComparisonWorkbook(tables));
    files.set(RUN_FILE, describe(compared, { settings, request, files: [...files.keys()] }));
    await folder.write(files);
    return [...files.keys()];
  } finally {
    folder.close();
  }
}

export interface ShownComparison extends Omit<ComparisonOutput, 'output'> {
  /** Of the file; what is shown is printed when left out. */
  output: string | undefined;
  show: ComparisonTable | undefined;
  level: Level;
  depth?: number;
  format: TableFormat;
}

/** One table, in a terminal with all codes together; without a choice a workbook holds all tables. */
export async function writeComparisonTable(
  { comparison, study }: ComparedStudy,
  { output, show, level, depth, format, settings, writing }: ShownComparison,
  io: Io,
): Promise<void> {
  if (format.isBinary && output === undefined && io.outIsTerminal)
    throw new UsageError(
      `A terminal cannot show ${format.name}`,
      `write it to a file: -o agreement${format.extension}`,
    );
  const isTerminal = format.name === 'terminal';
  const options = output === undefined ? writing : { ...writing, colorLevel: 0 as const };
  const table = comparison.tabulate(show ?? 'agreement', { level, depth, isWhole: !isTerminal });
  if (!table) throw new UsageError(`There is no table of ${show} for these coders`, WHY_NOT[show ?? 'agreement']);
  const tables = isTerminal && show === undefined ? [table, comparison.summarize(level)] : [table];
  const written =
    format.name === 'xlsx' && show === undefined
      ? [await writeComparisonWorkbook(comparison.tabulateAll())]
      : await Promise.all(tables.map((each) => format.write(each, options)));
  const [first = '', ...others] = written;
  const content = typeof first === 'string' ? [first, ...others].join('\n') : first;
  if (output === undefined) io.out(content);
  else writeTableFile(output, content, study, io);
  if (isTerminal && show === undefined && !settings.quiet) io.err(MORE);
}

const MORE =
  '\nMore: --level documents or characters; --show disagreements, summary, passages, pairs, terms, missed; -o FOLDER writes all of it.\n';
const WHY_NOT: Partial<Record<ComparisonTable, string>> = {
  passages: 'it is for two coders: pick them with --coder',
  pairs: 'it is for more than two coders',
  terms: 'name who is right with --reference',
  missed: 'name who is right with --reference',
};

/** All tables, one sheet each. */
async function writeComparisonWorkbook(tables: readonly Table[]): Promise<Uint8Array> {
  const { writeWorkbook } = await import('../../output/office/workbook.ts');
  return Buffer.concat([...writeWorkbook(tables, { title: 'Intercoder agreement' })]);
}

/** The results of coding a study would be taken for those of an earlier comparison, and be gone. */
function refuseOtherResults(output: string, io: Io): void {
  const path = `${output}/${RUN_FILE}`;
  if (io.kindOf(path) !== 'file') return;
  try {
    const run = JSON.parse(new TextDecoder().decode(io.readBytes(path))) as { job?: unknown };
    if (run.job === JOB) return;
  } catch {
    // What cannot be read is somebody else's.
  }
  throw new UsageError(`The folder ${output} holds results of another kind`, 'choose another with -o');
}

function describe(
  { comparison, study, files: sources }: ComparedStudy,
  { settings, request, files }: { settings: Settings; request: CodersRequest; files: string[] },
): string {
  const { coders, reference, codes } = comparison.tally.compared;
  const { unit, includeInterviewer, interviewers, respondents, language } = settings;
  const run = {
    program: { name: 'code-transcripts', version, format: RESULT_FORMAT },
    job: JOB,
    codings: sources.map(({ path, sha256 }) => ({ path: path.split('/').at(-1) ?? path, sha256 })),
    codebook: { name: study.codebook.name, sha256: study.loaded.sha256 },
    coders,
    reference: reference === undefined ? null : coders[reference],
    codes: codes.length,
    settings: {
      unit,
      includeInterviewer,
      interviewers,
      respondents,
      language: language ?? null,
      ...(settings.selection.codes ? { codes: settings.selection.codes } : {}),
      match: request.match,
      overlap: request.overlap,
      countEmpty: request.countEmpty,
    },
    documents: comparison.tally.documents,
    leftOut: comparison.tally.leftOut,
    failed: study.failed.map(({ path }) => path),
    files,
  };
  return `${JSON.stringify(run, null, 2)}\n`;
}
