/** Options of commands that print tables. */
import { type Command, Option } from 'commander';
import type { Analysis, OptionName } from '../tables/analysis.ts';
import { createCountParser, parseDepth } from './parse-options.ts';

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
export function addTableOptions(command: Command, names: Analysis['options']): Command {
  for (const name of names) OPTIONS[name](command);
  return command;
}

const MOST_ROWS = 100_000;

/** Every option that some table takes. */
const OPTIONS: Record<OptionName, (command: Command) => Command> = {
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
  show: (command) =>
    command.option('--show <name>', 'print one transcript as the program sees it, as text or with -f json'),
  top: (command) => command.option('--top <rows>', 'most rows (default: 50)', createCountParser(MOST_ROWS)),
  two: (command) => command.option('--two', 'two-word phrases instead of single words'),
  numbers: (command) => command.option('--numbers', 'numbers beside the circles'),
};
