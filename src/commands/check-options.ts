/** Options of `check`. */
import { type Command, Option } from 'commander';
import { addReadingOptions } from './options.ts';
import { parseCount } from './parse-options.ts';

/** What is asked of a check, and how its transcripts are read. */
export function addCheckOptions(command: Command): Command {
  const formats = new Option('-f, --format <format>', 'how the findings are written').choices(MESSAGE_FORMATS);
  command
    .addOption(formats.default('pretty'))
    .option('-o, --output <file>', 'write to a file instead')
    .option('--transcripts <path...>', 'also check what the codebook finds in these files or folders')
    .option('--baseline <file>', 'leave out the findings that are known there')
    .option('--write-baseline <file>', 'write all findings there as known')
    .option('--fix', 'take out double terms and stray blanks where that is safe')
    .option('--explain <rule>', 'what a rule finds and why, with examples')
    .option('--max-warnings <number>', 'exit code 1 when there are more warnings', parseCount);
  return addReadingOptions(command).option('-q, --quiet', 'only results and errors').option('--no-color', 'no colours');
}

/** Not taken from the formats themselves, which are loaded only when there is something to write. */
const MESSAGE_FORMATS = ['pretty', 'json', 'sarif', 'github', 'junit'];
