/** The commands as commander sees them; each loads its own code only when it runs. */
import { type Command, Option } from 'commander';
import type { Io } from '../io.ts';
import type { Flags } from '../settings.ts';
import type { ExitCode } from '../study/run-study.ts';
import { analyses } from '../tables/index.ts';
import { addCheckOptions } from './check-options.ts';
import { addCodebookCommands } from './codebook-commands.ts';
import { addConvertCommands } from './convert.ts';
import { addExcelOption, addStudyOptions, addTableOptions } from './options.ts';

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
  addCheck(program, io, finish);
  addCodebookCommands(program, io, finish);
  addConvertCommands(program, io, finish);
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

function addCheck(program: Command, io: Io, finish: (exitCode: ExitCode) => void): void {
  const command = program
    .command('check')
    .summary('check codebooks: errors, and whether their examples are coded as they should')
    .description(
      'Checks codebooks: can they be read, are their examples coded as they should, is anything missing, double or vain.',
    )
    .argument('[codebook...]', 'codebook files');
  addCheckOptions(command);
  command.action(async (paths: string[], flags: Flags) =>
    finish(await (await import('./check.ts')).run(paths, flags, io)),
  );
}

const FORMATS = ['terminal', 'csv', 'json', 'md'];
