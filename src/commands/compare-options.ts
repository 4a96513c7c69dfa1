/** The command that compares coders, as commander sees it. */
import { type Command, InvalidArgumentError, Option } from 'commander';
import type { Io } from '../io.ts';
import type { ExitCode } from '../study/run-study.ts';
import { COMPARISON_TABLES, LEVELS, MATCHES } from '../tables/comparison/choices.ts';
import type { CompareFlags } from './compare.ts';
import { addStudyOptions } from './options.ts';
import { createCountParser, parseDepth, splitNames } from './parse-options.ts';
import { addOutputOptions } from './table-options.ts';

/** Adds `compare`. */
export function addCompare(program: Command, io: Io, finish: (exitCode: ExitCode) => void): void {
  const choose = (flags: string, description: string, choices: readonly string[]) =>
    new Option(flags, description).choices([...choices]);
  const command = program
    .command('compare')
    .summary('intercoder agreement: coders with each other, or the program with a hand coding')
    .description(
      'Compares what several coders coded in the same transcripts: agreement, disagreements, and how good terms are.',
    )
    .argument(
      '<a>',
      'codings: codings.jsonl, a project (.qdpx), a list of coded segments, or auto for those of the program',
    )
    .argument('[b]', 'other codings; one file may also hold several coders')
    .argument('[path...]', 'transcripts, or folders with transcripts (default: the folders of the codings)')
    .option('--coder <names>', 'only these coders, comma-separated', splitNames)
    .option(
      '--reference <name>',
      'the coder whom the others are measured by (default: with auto and one other, that one)',
    )
    .addOption(choose('--level <unit>', 'what is compared', LEVELS).default('segments'))
    .addOption(
      choose(
        '--show <table>',
        'another table (default: agreement, and in a terminal all codes together)',
        COMPARISON_TABLES,
      ),
    )
    .addOption(
      choose(
        '--match <how>',
        'which segments a passage codes: any it touches, or those it shares more than half with',
        MATCHES,
      ).default('any'),
    )
    .option('--overlap <percent>', 'share of characters that makes two passages the same', createCountParser(100), 90)
    .option('--count-empty', 'a document without a coding of a coder is one in which the coder found nothing')
    .option(
      '--min-kappa <number>',
      "exit code 1 when Cohen's kappa (of more than two coders alpha) of a code, or of all together, is lower",
      parseKappa,
    )
    .option('--codes <ids>', 'only these codes and their subcodes, comma-separated', splitNames)
    .option('--depth <levels>', 'levels of subcodes that get a row (default: all)', parseDepth)
    .option('--force', 'write to a folder that holds other files, and leave those alone')
    .addHelpText('after', EXAMPLES);
  addStudyOptions(addOutputOptions(command)).action(
    async (first: string, second: string | undefined, paths: string[], flags: CompareFlags) => {
      const given = [first, ...(second === undefined ? [] : [second]), ...paths];
      finish(await (await import('./compare.ts')).run(given, flags, io));
    },
  );
}

const EXAMPLES = `
With -o FOLDER every table is written, as CSV and as one workbook; -o FILE.xlsx is the workbook alone.

  code-transcripts compare anna.jsonl ben.jsonl interviews/
  code-transcripts compare auto anna.jsonl interviews/ -c themes.yaml --show terms`;

function parseKappa(text: string): number {
  if (!/^-?[01](?:\.\d{1,6})?$/.test(text) || Math.abs(Number(text)) > 1)
    throw new InvalidArgumentError('Expected a number from -1 to 1, such as 0.7.');
  return Number(text);
}
