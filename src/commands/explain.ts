/** `explain`: why segments are coded, or why not. */
import type { Io } from '../io.ts';
import { writeExplanations } from '../output/explanation.ts';
import { OWN_LINE } from '../output/own-output.ts';
import { type Flags, resolveSettings } from '../settings.ts';
import { type ExplainRequest, explainStudy } from '../study/explain-study.ts';
import { explainText } from '../study/explain-text.ts';
import type { ExitCode } from '../study/run-study.ts';
import { writeTableFile } from '../study/table-file.ts';
import { UsageError } from '../study/usage-error.ts';
import { chooseFormat } from './table.ts';
import { writeOptions } from './write-options.ts';

/** As commander hands them over. */
export interface ExplainFlags extends Flags, Omit<ExplainRequest, 'most'> {
  text?: string;
}

const MOST_IN_TERMINAL = 20;

/** Exit code 1 when some transcripts could not be used and nobody named one that could. */
export async function run(paths: string[], flags: ExplainFlags, io: Io): Promise<ExitCode> {
  const { text } = flags;
  checkWhatIsAsked(paths, flags);
  const settings = resolveSettings(paths, flags);
  const format = chooseFormat(settings).name;
  if (format !== 'terminal' && format !== 'json')
    throw new UsageError(`An explanation is written as text or json, not as ${format}`);
  const isPage = format === 'terminal' && settings.output === undefined;
  const request = { ...flags, most: isPage ? MOST_IN_TERMINAL : Number.POSITIVE_INFINITY };
  const explained =
    text === undefined ? await explainStudy(request, settings, io) : explainText(text, request, { settings, io });
  if (!('explanations' in explained)) return explained.exitCode;
  const { explanations, total, exitCode } = explained;
  if (total === 0)
    io.err(`No segment has ${flags.code ? 'these codes' : 'a code'}; with --document all are explained\n`);
  const options = writeOptions(settings, io);
  const write = (colorLevel: 0 | 1 | 2 | 3) =>
    format === 'json'
      ? `${JSON.stringify({ segments: explanations, total }, null, 2)}\n`
      : writeExplanations({ explanations, total }, { ...options, colorLevel });
  if (settings.output !== undefined)
    writeTableFile(settings.output, (format === 'json' ? '' : `${OWN_LINE}\n\n`) + write(0), explained, io);
  else if (total > 0 || format === 'json') io.out(write(options.colorLevel));
  return exitCode;
}

function checkWhatIsAsked(paths: readonly string[], { text, document, paragraph }: ExplainFlags): void {
  if (text === undefined && paths.length === 0)
    throw new UsageError('Expected transcripts, or a sentence behind --text');
  if (text !== undefined && (paths.length > 0 || document !== undefined || paragraph !== undefined))
    throw new UsageError('Unexpected --text beside transcripts, expected one of them');
}
