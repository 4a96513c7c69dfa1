/** Options that select what of a study is counted, and whose codings. */
import type { Command } from 'commander';
import { parseWhere, splitNames } from './parse-options.ts';

/** What of a study is counted. */
export function addSelectionOptions(command: Command): Command {
  return addWhereOption(command).option(
    '--codes <ids>',
    'only these codes and their subcodes, comma-separated',
    splitNames,
  );
}

/** Whose codings are counted. */
export function addCodingsOptions(command: Command): Command {
  return command
    .option(
      '--codings <files>',
      'count the codings in these files in the place of the own ones, comma-separated; auto stands for the own',
      splitNames,
    )
    .option('--coder <names>', 'only what these coders coded, comma-separated', splitNames);
}

export function addWhereOption(command: Command): Command {
  return command
    .option(
      '--where <condition>',
      "only what meets it, such as 'function=coordinator AND NOT code:barriers'",
      parseWhere,
    )
    .addHelpText('after', CONDITIONS);
}

const CONDITIONS = `
Conditions of --where:
  function=coordinator    a document variable; also != < <= > >=, and quotes: "years of work">=3
  document= group= speaker= coder= weight>=50
  code:barriers           the segment has the code or one of its subcodes
  negated                 a negating word stands near the match
  AND OR NOT ( )          what lacks a value meets no comparison with it, but ="" does`;
