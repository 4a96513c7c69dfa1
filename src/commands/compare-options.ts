/** Options of the command that compares coders. */
import { type Command, Option } from 'commander';
import { COMPARISON_TABLES, LEVELS, MATCHES } from '../tables/comparison/choices.ts';
import { createCountParser, parseCoefficient, parseDepth, splitNames } from './parse-options.ts';

/** What of the coders is compared, and what is shown of it. */
export function addCompareOptions(command: Command): Command {
  const choose = (flags: string, description: string, choices: readonly string[]) =>
    new Option(flags, description).choices([...choices]);
  return command
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
      parseCoefficient,
    )
    .option('--codes <ids>', 'only these codes and their subcodes, comma-separated', splitNames)
    .option('--depth <levels>', 'levels of subcodes that get a row (default: all)', parseDepth)
    .option('--force', 'write to a folder that holds other files, and leave those alone')
    .addHelpText('after', EXAMPLES);
}

const EXAMPLES = `
With -o FOLDER every table is written, as CSV and as one workbook; -o FILE.xlsx is the workbook alone.

  code-transcripts compare anna.jsonl ben.jsonl interviews/
  code-transcripts compare auto anna.jsonl interviews/ -c themes.yaml --show terms`;
