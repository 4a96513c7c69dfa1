/** Options of commands that print tables. */
import { type Command, Option } from 'commander';
import type { Analysis, OptionName } from '../tables/analysis.ts';
import { MOST_SENTENCES } from '../tables/most-context.ts';
import { createCountParser, parseCount, parseDepth } from './parse-options.ts';

/** How one table is written, and where to. */
export function addOutputOptions(command: Command): Command {
  const formats = new Option(
    '-f, --format <format>',
    'how it is written (default: by the name of the file, else terminal)',
  ).choices(['terminal', 'csv', 'json', 'md', 'html', 'latex', 'xlsx']);
  return addExcelOption(command.addOption(formats).option('-o, --output <file>', 'write to a file instead'));
}

export function addExcelOption(command: Command): Command {
  return command.option('--excel', 'CSV for Dutch and German Excel: semicolons, decimal commas');
}

/** Adds what an analysis takes. */
export function addTableOptions(
  command: Command,
  { options, choices }: Pick<Analysis, 'options' | 'choices'>,
): Command {
  for (const name of options) OPTIONS[name](command, choices?.[name] ?? []);
  return command;
}

const MOST_ROWS = 100_000;

/** Every option that some table takes. */
const OPTIONS: Record<OptionName, (command: Command, choices: readonly string[]) => Command> = {
  aggregate: (command) =>
    command.addOption(
      new Option('--aggregate <how>', 'how a code with subcodes counts')
        .choices(['distinct', 'sum'])
        .default('distinct'),
    ),
  depth: (command) =>
    command.option(
      '--depth <levels>',
      'levels of subcodes that get a row (default: 1 in the terminal, all in files)',
      parseDepth,
    ),
  by: (command) =>
    command.option(
      '--by <what>',
      'what columns stand for: document, group, speaker, coder, or the name of a document variable',
    ),
  value: (command, choices) => addChoice(command, '--value <what>', 'what a cell shows', choices),
  sort: (command, choices) => addChoice(command, '--sort <order>', 'order of the rows', choices),
  count: (command, choices) => addChoice(command, '--count <what>', 'what is counted', choices),
  binary: (command) =>
    command.addOption(new Option('--binary', '1 where the code is present, else 0').conflicts('value')),
  hideEmpty: (command) => command.option('--hide-empty', 'leave out rows and columns of zeros'),
  transpose: (command) =>
    command.option('--transpose', 'a document a row and a code a column, as statistics programs want it'),
  condition: (command) =>
    command.addOption(
      new Option(
        '--condition <condition>',
        "a column of the documents that meet it, such as 'age>=65'; can be given several times",
      )
        .argParser((text: string, before: string[] = []) => [...before, text])
        .conflicts('by'),
    ),
  parts: (command) =>
    command.option(
      '--by <what>',
      'rows for each document, group, speaker, or value of a document variable (default: all together)',
    ),
  levels: (command) =>
    command.option(
      '--depth <levels>',
      'levels of the code tree that are counted (default: all); deeper codes count for their parents',
      parseDepth,
    ),
  within: (command, choices) => addChoice(command, '--within <what>', 'where two codes occur together', choices),
  distance: (command) =>
    command.option(
      '--distance <paragraphs>',
      'most paragraphs apart, with --within paragraphs (default: 1; 0 is the same paragraph)',
      parseCount,
    ),
  long: (command) => command.option('--long', 'one row for each pair of codes, with all numbers'),
  order: (command) =>
    command.option('--order <variable>', 'document variable that orders the documents, such as a date or a number'),
  minWords: (command) => command.option('--min-words <number>', 'only segments of at least so many words', parseCount),
  document: (command) => command.option('--document <name>', 'one document, by its name or the beginning of it'),
  show: (command) =>
    command.addOption(
      new Option('--show <name>', 'print one transcript as the program sees it, as text or with -f json').conflicts([
        'where',
        'codes',
        'codings',
        'coder',
      ]),
    ),
  top: (command) => command.option('--top <rows>', 'most rows', createCountParser(MOST_ROWS)),
  perCode: (command) =>
    command.option(
      '--per-code <quotes>',
      'most quotes of each code, from as many groups, documents and speakers as there are',
      createCountParser(MOST_ROWS),
    ),
  context: (command) =>
    command.option(
      '--context <sentences>',
      `sentences before and after, at most ${MOST_SENTENCES}`,
      createCountParser(MOST_SENTENCES),
    ),
  two: (command) => command.option('--two', 'two-word phrases instead of single words'),
  numbers: (command) => command.option('--numbers', 'numbers and circles beside each other'),
};

function addChoice(command: Command, flags: string, description: string, choices: readonly string[]): Command {
  const [first] = choices;
  return command.addOption(new Option(flags, description).choices([...choices]).default(first));
}
