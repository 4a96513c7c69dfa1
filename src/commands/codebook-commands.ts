/** The commands about codebooks themselves: what differs, a readable document, and a first one. */
import { type Command, Option } from 'commander';
import type { Io } from '../io.ts';
import type { Flags } from '../settings.ts';
import type { ExitCode } from '../study/run-study.ts';
import { addReadingOptions } from './options.ts';
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
  addReadingOptions(diff).action(async (old: string, now: string, paths: string[], flags: Flags) =>
    finish(await (await import('./diff.ts')).run([old, now], paths, flags, io)),
  );
}

const formats = (names: string[]) =>
  new Option('-f, --format <format>', 'how it is written (default: by the name of the file, else terminal)').choices(
    names,
  );
