/** Options of every command that reads transcripts. */
import { type Command, Option } from 'commander';
import { parseColumns } from './parse-columns.ts';
import { createCountParser, splitNames } from './parse-options.ts';

/** More than any machine has use for. */
const MOST_JOBS = 64;

/** Options of every command that codes transcripts with one codebook. */
export function addStudyOptions(command: Command): Command {
  command.option(
    '-c, --codebook <file>',
    'the codebook (default: codebook.yaml beside the transcripts, else the bundled one)',
  );
  return addRunOptions(addReadingOptions(command));
}

/** How a run behaves. */
export function addRunOptions(command: Command): Command {
  return command
    .option('--strict', 'stop when a transcript cannot be used')
    .option(
      '--cache',
      'keep what was read of Markdown, Word, PDF and the like in .code-transcripts-cache beside the transcripts, so that the next run is faster; it is a copy of their text, and safe to delete',
    )
    .option('--no-cache', 'keep nothing, whatever the configuration says')
    .option(
      '--jobs <number>',
      'most files of Word, PDF and the like that are read at a time (default: one for each processor, at most 8)',
      createCountParser(MOST_JOBS),
    )
    .option('-q, --quiet', 'only results and errors')
    .option('--no-color', 'no colours');
}

/** How transcripts are read and cut; `language` is what the help says of the option. */
export function addReadingOptions(
  command: Command,
  language = 'language of all transcripts: nl or en (default: told from each text)',
): Command {
  const units = new Option('-u, --unit <unit>', 'what a code is put on').choices(['paragraph', 'sentence', 'turn']);
  return command
    .addOption(units.default('paragraph'))
    .option('-l, --language <code>', language)
    .option('--interviewer <names>', 'speakers that are not coded, comma-separated', splitNames)
    .option('--respondent <names>', 'speakers that are coded, comma-separated', splitNames)
    .option(
      '--columns <names>',
      'columns of transcripts that are tables, such as speaker=Who,text=Said,time=When',
      parseColumns,
    )
    .option('--include-interviewer', 'code the interviewer too');
}
