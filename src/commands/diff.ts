/** Compares two codebooks, and what each makes of the same transcripts. */
import type { Io } from '../io.ts';
import { DIFF_FORMATS, describeBook, writeDiff } from '../output/diff.ts';
import { type Flags, resolveSettings } from '../settings.ts';
import { compareStudy } from '../study/compare-study.ts';
import { loadNamedPlace } from '../study/load-codebook.ts';
import type { ExitCode } from '../study/run-study.ts';
import { writeTableFile } from '../study/table-file.ts';
import { giveUp, tellMessages } from '../study/tell.ts';
import { UsageError } from '../study/usage-error.ts';
import { tabulateCodebookChanges } from '../tables/codebook-changes.ts';
import { chooseFormat } from './table.ts';
import { writeOptions } from './write-options.ts';

/** For each code so many gained and as many lost segments are shown. */
const MOST_QUOTES = { terminal: 3, file: 100 };

/** Exit code 0 whatever differs; 1 when some transcripts could not be used or a code changed more than it may, 2 when nothing was compared. */
export async function run(codebooks: [string, string], paths: string[], flags: Flags, io: Io): Promise<ExitCode> {
  const settings = resolveSettings(paths, flags);
  const limit = flags.maxChange;
  if (limit !== undefined && paths.length === 0)
    throw new UsageError('--max-change is about coded segments', 'name the transcripts behind the codebooks');
  const format = chooseFormat(settings);
  if (!DIFF_FORMATS.includes(format.name))
    throw new UsageError(`Unexpected format ${format.name}`, `known here: ${DIFF_FORMATS.join(', ')}`);
  const [before, after] = codebooks.map((name) => loadNamedPlace(name, io));
  if (!before?.codebook || !after?.codebook)
    return giveUp([...(before?.messages ?? []), ...(after?.messages ?? [])], io, 'nothing was compared').exitCode;
  const books = { before: { ...before, codebook: before.codebook }, after: { ...after, codebook: after.codebook } };
  const shown = {
    mostQuotes: format.name === 'terminal' ? MOST_QUOTES.terminal : MOST_QUOTES.file,
    onlyChanged: format.name === 'terminal' || format.name === 'md',
  };
  const compared = paths.length === 0 ? undefined : await compareStudy(books, { settings, io, options: shown });
  if (compared?.exitCode === 2) return 2;
  if (!compared) tellMessages([...before.messages, ...after.messages], io, settings.quiet);
  const diff = {
    before: describeBook(before.path, before.codebook),
    after: describeBook(after.path, after.codebook),
    changes: tabulateCodebookChanges(before.codebook, after.codebook),
    ...(compared ? { consequences: compared.changes.finish() } : {}),
  };
  const options = writeOptions({ ...settings, color: settings.color && settings.output === undefined }, io);
  const text = writeDiff(diff, format.name, options);
  const inputs = new Set([...(compared?.inputs ?? []), ...[before, after].flatMap(({ inputs }) => inputs)]);
  if (settings.output === undefined) io.out(text);
  else writeTableFile(settings.output, text, { inputs }, io);
  const exceeding = limit === undefined ? undefined : compared?.changes.describeExceeding(limit);
  if (exceeding === undefined) return compared?.exitCode ?? 0;
  io.err(`error: ${exceeding}\n`);
  return 1;
}
