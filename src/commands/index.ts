/** The commands as commander sees them; each loads its own code only when it runs. */
import { type Command, Option } from 'commander';
import type { Io } from '../io.ts';
import type { Flags } from '../settings.ts';
import type { ExitCode } from '../study/run-study.ts';
import { analyses } from '../tables/index.ts';
import type { ExplainFlags } from './explain.ts';
import { addExcelOption, addStudyOptions, addTableOptions } from './options.ts';
import { parseParagraphs, splitNames } from './parse-options.ts';

/** Adds all commands to the program; `finish` receives the exit code of the one that runs. */
export function addCommands(program: Command, io: Io, finish: (exitCode: ExitCode) => void): void {
  addCode(program, io, finish);
  for (const analysis of analyses) {
    const command = program.command(analysis.command).summary(analysis.summary);
    command
      .description(`Prints one table: ${analysis.summary}.`)
      .argument('<path...>', 'transcripts, or folders with transcripts')
      .addOption(
        new Option(
          '-f, --format <format>',
          'how it is written (default: by the name of the file, else terminal)',
        ).choices(FORMATS),
      )
      .option('-o, --output <file>', 'write to a file instead');
    addTableOptions(addStudyOptions(addExcelOption(command)), analysis.options);
    command.action(async (paths: string[], flags: Flags) =>
      finish(
        flags.show === undefined
          ? await (await import('./table.ts')).run(analysis, paths, flags, io)
          : await (await import('./show.ts')).run(flags.show, paths, flags, io),
      ),
    );
  }
  addExplain(program, io, finish);
  program
    .command('check')
    .summary('check codebooks: errors, and whether their examples are coded as they should')
    .description('Checks codebooks: can they be read, are their examples coded as they should, is anything missing.')
    .argument('<codebook...>', 'codebook files')
    .action(async (paths: string[]) => finish((await import('./check.ts')).run(paths, io)));
}

function addCode(program: Command, io: Io, finish: (exitCode: ExitCode) => void): void {
  const command = program
    .command('code', { isDefault: true })
    .summary('write every result to a folder and print the code matrix (the default command)')
    .description('Codes transcripts and writes code matrix, frequencies, coded segments and quotes to a folder.')
    .argument('<path...>', 'transcripts, or folders with transcripts')
    .option('-o, --output <dir>', 'folder for the results (default: coded)')
    .option('--force', 'write to a folder that holds other files, and leave those alone');
  addTableOptions(addStudyOptions(addExcelOption(command)), ['aggregate', 'depth', 'numbers']);
  command.action(async (paths: string[], flags: Flags) =>
    finish(await (await import('./code.ts')).run(paths, flags, io)),
  );
}

function addExplain(program: Command, io: Io, finish: (exitCode: ExitCode) => void): void {
  const command = program
    .command('explain')
    .summary('why passages are coded, or why not')
    .description('Explains codings: which terms met which words, what was not counted, and what came close.')
    .argument('[path...]', 'transcripts, or folders with transcripts')
    .option(
      '--code <ids>',
      'codes to explain, comma-separated (default: all that have to do with a segment)',
      splitNames,
    )
    .option('--document <name>', 'one transcript, coded or not (default: all segments that have the code)')
    .option('--paragraph <numbers>', 'a paragraph of it, or a range such as 7-12', parseParagraphs)
    .option('--text <sentence>', 'a sentence instead of transcripts, as if a respondent said it')
    .addOption(
      new Option(
        '-f, --format <format>',
        'how it is written (default: by the name of the file, else terminal)',
      ).choices(['terminal', 'json']),
    )
    .option('-o, --output <file>', 'write to a file instead');
  addStudyOptions(command).action(async (paths: string[], flags: ExplainFlags) =>
    finish(await (await import('./explain.ts')).run(paths, flags, io)),
  );
}

const FORMATS = ['terminal', 'csv', 'json', 'md'];
