/** Checks codebooks: can they be read, do they do what they promise, and is anything in them not as it should be. */
import type { Io } from '../io.ts';
import { allRules, explainRule, nearestRule } from '../lint/explain-rule.ts';
import { messageFormats } from '../output/messages/index.ts';
import type { MessageFormat, MessageReport } from '../output/messages/message-format.ts';
import { type Flags, resolveSettings } from '../settings.ts';
import { type CheckedCodebook, checkCodebook, divideByFile } from '../study/check-codebook.ts';
import { leaveOutKnown, writeKnown } from '../study/known-findings.ts';
import type { ExitCode } from '../study/run-study.ts';
import { writeTableFile } from '../study/table-file.ts';
import { UsageError } from '../study/usage-error.ts';
import { isError } from '../text/messages.ts';

/** Exit code 1 when there is an error or more warnings than allowed, 2 when something could not be used at all. */
export async function run(paths: string[], flags: Flags, io: Io): Promise<ExitCode> {
  const { explain, baseline, writeBaseline, fix = false, transcripts = [] } = flags;
  if (explain !== undefined) return tellRule(explain, io);
  if (paths.length === 0) throw new UsageError('No codebook was named', 'check my-themes.yaml');
  const settings = resolveSettings(transcripts, flags);
  const checked: CheckedCodebook[] = [];
  for (const path of new Set(paths)) checked.push(await checkCodebook(path, { fix, settings }, io));
  for (const { path, fixed } of checked) for (const { line, done } of fixed) io.err(`Fixed ${path}:${line}: ${done}\n`);
  if (writeBaseline !== undefined) writeKnown(checked, writeBaseline, io);
  const known = writeBaseline ?? baseline;
  const books = known === undefined ? checked : leaveOutKnown(checked, known, io);
  const files = divideByFile(books);
  const format = messageFormats.find(({ name }) => name === settings.format) ?? messageFormats[0];
  write(format, { files, rules: allRules }, { checked, output: settings.output, color: settings.color }, io);
  const messages = files.flatMap((file) => file.messages);
  const warnings = messages.filter(({ fatal }) => fatal === false).length;
  const failed = messages.some(isError) || warnings > (flags.maxWarnings ?? Number.POSITIVE_INFINITY);
  const codes = checked.map(({ exitCode }) => exitCode);
  return codes.includes(2) ? 2 : failed || codes.includes(1) ? 1 : 0;
}

interface Destination {
  checked: CheckedCodebook[];
  output: string | undefined;
  color: boolean;
}

function write(format: MessageFormat, report: MessageReport, { checked, output, color }: Destination, io: Io): void {
  const inputs = new Set(checked.flatMap((book) => book.inputs));
  if (output !== undefined) writeTableFile(output, format.write(report, { colorLevel: 0 }), { inputs }, io);
  else io.out(format.write(report, { colorLevel: color ? io.colorLevel : 0 }));
}

function tellRule(id: string, io: Io): ExitCode {
  const text = explainRule(id);
  const near = nearestRule(id);
  if (text === undefined)
    throw new UsageError(
      `No such rule: ${id}`,
      near ? `did you mean \`${near}\`?` : allRules.map((rule) => rule.id).join(', '),
    );
  io.out(text);
  return 0;
}
