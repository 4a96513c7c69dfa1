/** The commands as commander sees them; each loads its own code only when it runs. */
import { type Command, InvalidArgumentError, Option } from 'commander';
import type { Io } from '../io.ts';
import type { Flags } from '../settings.ts';
import type { ExitCode } from '../study/run-study.ts';
import { analyses } from '../tables/index.ts';

/** Adds all commands to the program; `finish` receives the exit code of the one that runs. */
export function addCommands(program: Command, io: Io, finish: (exitCode: ExitCode) => void): void {
  const code = program.command('code', { isDefault: true });
  code
    .summary('write every result to a folder and print the code matrix (the default command)')
    .description('Codes transcripts and writes code matrix, frequencies, coded segments and quotes to a folder.')
    .argument('<path...>', 'transcripts, or folders with transcripts')
    .option('-o, --output <dir>', 'folder for the results (default: coded)')
    .option('--force', 'write to a folder that holds other files');
  addStudyOptions(code)
    .option('--numbers', 'numbers beside the circles')
    .option('--excel', 'CSV for Dutch and German Excel: semicolons, decimal commas')
    .action(async (paths: string[], flags: Flags) => finish(await (await import('./code.ts')).run(paths, flags, io)));
  for (const analysis of analyses) {
    const command = program.command(analysis.command).summary(analysis.summary);
    command
      .description(`Prints one table: ${analysis.summary}.`)
      .argument('<path...>', 'transcripts, or folders with transcripts')
      .addOption(new Option('-f, --format <format>', 'how it is written').choices(FORMATS).default('terminal'))
      .option('-o, --output <file>', 'write to a file instead');
    addStudyOptions(command)
      .option('--numbers', 'numbers beside the circles')
      .option('--excel', 'CSV for Dutch and German Excel: semicolons, decimal commas')
      .action(async (paths: string[], flags: Flags) =>
        finish(await (await import('./table.ts')).run(analysis, paths, flags, io)),
      );
  }
  program
    .command('check')
    .summary('check codebooks: errors, and whether their examples are coded as they should')
    .argument('<codebook...>', 'codebook files')
    .action(async (paths: string[]) => finish((await import('./check.ts')).run(paths, io)));
}

const FORMATS = ['terminal', 'csv', 'json', 'md'];

/** Options of every command that codes transcripts. */
function addStudyOptions(command: Command): Command {
  return command
    .option(
      '-c, --codebook <file>',
      'the codebook (default: codebook.yaml beside the transcripts, else the bundled one)',
    )
    .addOption(
      new Option('-u, --unit <unit>', 'what a code is put on')
        .choices(['paragraph', 'sentence', 'turn'])
        .default('paragraph'),
    )
    .option('-l, --language <code>', 'language of all transcripts: nl or en (default: told from each text)')
    .option('--interviewer <names>', 'speakers that are not coded, comma-separated', splitNames)
    .option('--include-interviewer', 'code the interviewer too')
    .addOption(
      new Option('--aggregate <how>', 'how a code with subcodes counts')
        .choices(['distinct', 'sum'])
        .default('distinct'),
    )
    .option(
      '--depth <levels>',
      'levels of subcodes that get a row (default: 1 in the terminal, all in files)',
      parseDepth,
    )
    .option('--strict', 'stop when a transcript cannot be used')
    .option('-q, --quiet', 'only results and errors')
    .option('--no-color', 'no colours');
}

function splitNames(text: string): string[] {
  return text
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');
}

function parseDepth(text: string): number {
  if (!/^[1-9]\d?$/.test(text)) throw new InvalidArgumentError('Expected a whole number from 1.');
  return Number(text);
}
