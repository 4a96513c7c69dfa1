/** The command line: builds the program from its commands, and is the only place where errors are caught. */
import { getBuiltinModule } from 'node:process';
import { fileURLToPath } from 'node:url';
import { CommanderError } from 'commander';
import { addCommands } from './commands/index.ts';
import { LateCommand } from './commands/late-command.ts';
import { Interrupts } from './interrupts.ts';
import { createNodeIo, type Io } from './io.ts';
import { UsageError } from './study/usage-error.ts';
import { OptionError } from './tables/option-error.ts';
import { escapeControls } from './text/escape-controls.ts';
import { nearestName } from './text/nearest-name.ts';
import { version } from './version.ts';

/** Runs one command line (without node and script) and returns its exit code. */
export async function run(argv: string[], io: Io): Promise<number> {
  let exitCode = 0;
  try {
    if (argv.length === 1 && argv[0] === '--version') {
      io.out(`${version}\n`);
      return 0;
    }
    const program = createProgram(io, (code) => {
      exitCode = code;
    });
    refuseUnknownCommand(argv, program, io);
    await program.parseAsync(argv.length === 0 ? ['--help'] : argv, { from: 'user' });
    return exitCode;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    if (!(error instanceof UsageError || error instanceof OptionError)) throw error;
    io.err(`error: ${escapeControls(`${error.message}${error.hint === undefined ? '' : ` (${error.hint})`}`)}\n`);
    return 2;
  }
}

/** Runs the program in this process. */
export async function main(): Promise<void> {
  const { stdout, stderr, argv, env } = process;
  optimizeLate();
  const interrupts = new Interrupts(process);
  for (const stream of [stdout, stderr]) stream.on('error', (error) => endWithoutOutput(error, interrupts));
  const bundledCodebook = fileURLToPath(new URL('../codebooks/volunteer-support.yaml', import.meta.url));
  const readingProgram = fileURLToPath(new URL('./reading-process.js', import.meta.url));
  const reportProgram = fileURLToPath(new URL('./report', import.meta.url));
  const program = { bundledCodebook, readingProgram, reportProgram };
  const onInterrupt: Io['onInterrupt'] = (act) => interrupts.add(act);
  const io = createNodeIo({
    cwd: process.cwd(),
    ...program,
    out: stdout,
    err: stderr,
    env,
    onInterrupt,
    spareMemory,
  });
  try {
    process.exitCode = await run(argv.slice(2), io);
  } catch (error) {
    stderr.write(
      `${(error as Error).stack}\nThis is a bug in code-transcripts ${version}. Please report it, without private text.\n`,
    );
    process.exitCode = 70;
  }
}

/** Else V8 lets the heap grow to four times of what is in use before it collects garbage. */
function spareMemory(): void {
  getBuiltinModule('node:v8').setFlagsFromString('--heap-growing-percent=30');
}

/**
 * A run of half a second ends before most of its optimised code has paid for being made; a long run does not notice.
 * Without it Node 20 takes a third more time for a small study; later versions have no such flag and another optimiser.
 */
function optimizeLate(): void {
  if (process.versions.v8.startsWith('11.')) {
    getBuiltinModule('node:v8').setFlagsFromString('--interrupt-budget=500000');
  }
}

/** `… | head -1` is no failure; a full disk behind `> FILE` is one. */
function endWithoutOutput(error: NodeJS.ErrnoException, interrupts: Interrupts): void {
  const isClosedPipe = error.code === 'EPIPE';
  if (!isClosedPipe) process.stderr.write(`error: Cannot write the output: ${error.message.split(',')[0]}\n`);
  interrupts.end(isClosedPipe ? Number(process.exitCode ?? 0) : 2);
}

function createProgram(io: Io, finish: (exitCode: number) => void): LateCommand {
  const program = new LateCommand('code-transcripts');
  program
    .description('Codes interview transcripts with a codebook of themes.')
    .version(version)
    .exitOverride()
    .configureOutput({
      writeOut: io.out,
      writeErr: io.err,
      getOutHelpWidth: () => io.width,
      getErrHelpWidth: () => io.width,
    })
    .showHelpAfterError('(add --help for the options)')
    .addHelpText('after', EXAMPLES);
  addCommands(program, io, finish);
  return program;
}

/** A mistyped command must not be taken for a path. */
function refuseUnknownCommand(argv: string[], program: LateCommand, io: Io): void {
  const [first] = argv;
  if (first === undefined || first.startsWith('-')) return;
  const names = program.commands.map((command) => command.name());
  if (names.includes(first) || first === 'help' || io.kindOf(first) !== undefined) return;
  const near = nearestName(first, names);
  if (near) throw new UsageError(`No such command, file or folder: ${first}`, `did you mean \`${near}\`?`);
}

const EXAMPLES = `
Examples:
  code-transcripts interviews/                              every result into coded/
  code-transcripts interviews/ -c my-themes.yaml -o results
  code-transcripts matrix interviews/ --numbers --depth 2
  code-transcripts segments interviews/ -f csv -o quotes.csv
  code-transcripts init                                     a codebook to start from
  code-transcripts check my-themes.yaml
  code-transcripts diff HEAD~1:my-themes.yaml my-themes.yaml interviews/`;
