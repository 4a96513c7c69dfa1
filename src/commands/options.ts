/** Options that several commands share. */
import { type Command, Option } from 'commander';
import type { Analysis } from '../tables/analysis.ts';
import { parseColumns, parseDepth, splitNames } from './parse-options.ts';

/** Options of every command that codes transcripts with a codebook. */
export function addStudyOptions(command: Command): Command {
  const units = new Option('-u, --unit <unit>', 'what a code is put on').choices(['paragraph', 'sentence', 'turn']);
  command
    .option(
      '-c, --codebook <file>',
      'the codebook (default: codebook.yaml beside the transcripts, else the bundled one)',
    )
    .addOption(units.default('paragraph'));
  return addReadingOptions(command);
}

/** How transcripts are read, and what is told of it. */
export function addReadingOptions(command: Command): Command {
  return command
    .option('-l, --language <code>', 'language of all transcripts: nl or en (default: told from each text)')
    .option('--interviewer <names>', 'speakers that are not coded, comma-separated', splitNames)
    .option('--respondent <names>', 'speakers that are coded, comma-separated', splitNames)
    .option(
      '--columns <names>',
      'columns of transcripts that are tables, such as speaker=Who,text=Said,time=When',
      parseColumns,
    )
    .option('--include-interviewer', 'code the interviewer too')
    .option('--strict', 'stop when a transcript cannot be used')
    .option('-q, --quiet', 'only results and errors')
    .option('--no-color', 'no colours');
}

/** How one table is written, and where to. */
export function addOutputOptions(command: Command): Command {
  const formats = new Option(
    '-f, --format <format>',
    'how it is written (default: by the name of the file, else terminal)',
  ).choices(['terminal', 'csv', 'json', 'md']);
  return addExcelOption(command.addOption(formats).option('-o, --output <file>', 'write to a file instead'));
}

export function addExcelOption(command: Command): Command {
  return command.option('--excel', 'CSV for Dutch and German Excel: semicolons, decimal commas');
}

/** Options of tables with a row for each code. */
export function addTableOptions(command: Command, options: Analysis['options']): void {
  if (options.includes('aggregate')) {
    const aggregate = new Option('--aggregate <how>', 'how a code with subcodes counts').choices(['distinct', 'sum']);
    command.addOption(aggregate.default('distinct'));
  }
  if (options.includes('depth')) {
    command.option(
      '--depth <levels>',
      'levels of subcodes that get a row (default: 1 in the terminal, all in files)',
      parseDepth,
    );
  }
  if (options.includes('show'))
    command.option('--show <name>', 'print one transcript as the program sees it, as text or with -f json');
  if (options.includes('numbers')) command.option('--numbers', 'numbers beside the circles');
}
