/** Options of commands that print tables. */
import { type Command, Option } from 'commander';
import type { Analysis } from '../tables/analysis.ts';
import { createCountParser, parseDepth } from './parse-options.ts';

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
  if (options.includes('top')) command.option('--top <rows>', 'most rows (default: 50)', createCountParser(MOST_ROWS));
  if (options.includes('two')) command.option('--two', 'two-word phrases instead of single words');
  if (options.includes('numbers')) command.option('--numbers', 'numbers beside the circles');
}

const MOST_ROWS = 100_000;
