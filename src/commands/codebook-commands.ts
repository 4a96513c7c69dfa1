/** The commands about codebooks themselves: what differs, a readable document, and a first one. */
import { type Command, Option } from 'commander';
import type { Io } from '../io.ts';
import type { Flags } from '../settings.ts';
import type { ExitCode } from '../study/run-study.ts';
import { addReadingOptions, addRunOptions } from './options.ts';
import { parsePercent } from './parse-options.ts';

/** Adds `diff`, `codebook` and `init`. */
export function addCodebookCommands(program: Command, io: Io, finish: (exitCode: ExitCode) => void): void {
  const diff = program
    .command('diff')
    .summary('what differs between two codebooks, and what that does to the coded segments')
    .description(
      'Compares two codebooks; with transcripts also how many coded segments each code gains and loses, and which. A codebook can be a file or REVISION:PATH in git, such as HEAD~1:codebook.yaml.',
    )
    .argument('<old>', 'the codebook before')
    .argument('<new>', 'the codebook after')
    .argument('[path...]', 'transcripts, or folders with transcripts')
    .addOption(formats(['terminal', 'csv', 'json', 'md']))
    .option('-o, --output <file>', 'write to a file instead')
    .option(
      '--max-change <percent>',
      'exit code 1 when the number of coded segments of any code changes by more than this share of the old number',
      parsePercent,
    );
  addRunOptions(addReadingOptions(diff)).action(async (old: string, now: string, paths: string[], flags: Flags) =>
    finish(await (await import('./diff.ts')).run([old, now], paths, flags, io)),
  );
  addDocuments(program, io, finish);
}

function addDocuments(program: Command, io: Io, finish: (exitCode: ExitCode) => void): void {
  program
    .command('codebook')
    .summary('a codebook as a readable document, as for an appendix')
    .description('Writes a codebook for readers: every code with its definition, examples and terms.')
    .argument('<codebook>', 'a file, or REVISION:PATH in git')
    .addOption(formats(['terminal', 'md', 'html', 'csv', 'json']))
    .option('-o, --output <file>', 'write to a file instead')
    .option('--no-color', 'no colours')
    .action(async (path: string, flags: Flags) => finish((await import('./codebook.ts')).run(path, flags, io)));
  program
    .command('init')
    .summary('begin a study: a small codebook to start from, and a configuration')
    .description('Writes codebook.yaml and code-transcripts.config.yaml, with comments; nothing is written over.')
    .argument('[folder]', 'where the study is', '.')
    .action(async (folder: string) => finish((await import('./init.ts')).run(folder, io)));
}

const formats = (names: string[]) =>
  new Option('-f, --format <format>', 'how it is written (default: by the name of the file, else terminal)').choices(
    names,
  );
