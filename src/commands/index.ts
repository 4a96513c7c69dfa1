/** The commands as commander sees them; each loads its own code only when it runs. */
import { type Command, Option } from 'commander';
import type { Io } from '../io.ts';
import type { Flags } from '../settings.ts';
import type { ExitCode } from '../study/run-study.ts';
import { analyses } from '../tables/index.ts';
import { MOST_CONTEXT } from '../tables/most-context.ts';
import { addCheckOptions } from './check-options.ts';
import { addCodebookCommands } from './codebook-commands.ts';
import type { CompareFlags } from './compare.ts';
import { addCompareOptions } from './compare-options.ts';
import { addConvertCommands } from './convert.ts';
import type { ExplainFlags } from './explain.ts';
import { addReadingOptions, addRunOptions, addStudyOptions } from './options.ts';
import { createCountParser, parseParagraphs, splitNames } from './parse-options.ts';
import { addCodingsOptions, addSelectionOptions, addWhereOption } from './selection-options.ts';
import { addExcelOption, addOutputOptions, addTableOptions } from './table-options.ts';

/** Adds all commands to the program; `finish` receives the exit code of the one that runs. */
export function addCommands(program: Command, io: Io, finish: (exitCode: ExitCode) => void): void {
  addCode(program, io, finish);
  for (const entry of analyses) {
    const command = program.command(entry.command).summary(entry.summary);
    command
      .description(`Prints one table: ${entry.summary}.`)
      .argument('<path...>', 'transcripts, or folders with transcripts');
    addTableOptions(addSelectionOptions(addCodingsOptions(addStudyOptions(addOutputOptions(command)))), entry);
    command.action(async (paths: string[], flags: Flags) => {
      finish(
        flags.show === undefined
          ? await (await import('./table.ts')).run(entry, paths, flags, io)
          : await (await import('./show.ts')).run(flags.show, paths, flags, io),
      );
    });
  }
  addMerge(program, io, finish);
  addReport(program, io, finish);
  addExplain(program, io, finish);
  addKwic(program, io, finish);
  addCompare(program, io, finish);
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
    .option('--force', 'write to a folder that holds other files, and leave those alone')
    .option('--parquet', 'codings.parquet and segments.parquet too, for DuckDB, Spark, pandas and R')
    .addOption(
      new Option(
        '--shard <i/n>',
        'code the i-th of n parts of the study, into parts/, to be merged; slurm takes both from a job array',
      ).conflicts('watch'),
    )
    .option('--watch', 'stay, and do it again whenever the codebook, a transcript or its variables change');
  addTableOptions(addSelectionOptions(addCodingsOptions(addStudyOptions(addExcelOption(command)))), {
    options: ['aggregate', 'depth', 'perCode', 'numbers'],
  });
  command.action(async (paths: string[], flags: Flags) =>
    finish(await (await import('./code.ts')).run(paths, flags, io)),
  );
}

function addMerge(program: Command, io: Io, finish: (exitCode: ExitCode) => void): void {
  const command = program
    .command('merge')
    .summary('the results of a study that was coded in parts with --shard')
    .description('Merges the parts that --shard wrote into the results that one run over the whole study writes.')
    .argument('<part...>', 'parts, or folders with parts; each part of the study once')
    .option('-o, --output <dir>', 'folder for the results (default: coded)')
    .option('--force', 'write to a folder that holds other files, and leave those alone')
    .option('-q, --quiet', 'only results and errors')
    .option('--no-color', 'no colours');
  command.action(async (paths: string[], flags: Flags) =>
    finish(await (await import('./merge.ts')).run(paths, flags, io)),
  );
}

function addReport(program: Command, io: Io, finish: (exitCode: ExitCode) => void): void {
  const command = program
    .command('report')
    .summary('tables, quotes and transcripts as one page for a browser, that works without a network')
    .description('Writes one HTML file that holds the whole study: tables, quotes, coded transcripts, and the method.')
    .argument('<path...>', 'transcripts, or folders with transcripts')
    .option('-o, --output <file>', 'the file (default: report.html)');
  addSelectionOptions(addCodingsOptions(addStudyOptions(command)));
  command.action(async (paths: string[], flags: Flags) =>
    finish(await (await import('./report.ts')).run(paths, flags, io)),
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

function addCompare(program: Command, io: Io, finish: (exitCode: ExitCode) => void): void {
  const command = program
    .command('compare')
    .summary('intercoder agreement: coders with each other, or the program with a hand coding')
    .description(
      'Compares what several coders coded in the same transcripts: agreement, disagreements, and how good terms are.',
    )
    .argument(
      '<a>',
      'codings: codings.jsonl, a project (.qdpx), a list of coded segments, or auto for those of the program',
    )
    .argument('[b]', 'other codings; one file may also hold several coders')
    .argument(
      '[path...]',
      'transcripts, or folders with them (default: those in the project, else beside the codings)',
    );
  addStudyOptions(addOutputOptions(addCompareOptions(command))).action(
    async (first: string, second: string | undefined, paths: string[], flags: CompareFlags) => {
      const given = [first, ...(second === undefined ? [] : [second]), ...paths];
      finish(await (await import('./compare.ts')).run(given, flags, io));
    },
  );
}

function addKwic(program: Command, io: Io, finish: (exitCode: ExitCode) => void): void {
  const command = program
    .command('kwic')
    .summary('keyword in context: every hit of one term with the words around it')
    .description('Prints every hit of one term, in the notation of the codebook, with the words around it.')
    .argument('<term>', "such as begeleiding, 'hoge eisen', 'vrijwillig*', =Wmo, or 'near: [vrijwilliger, tijd]'")
    .argument('<path...>', 'transcripts, or folders with transcripts')
    .option(
      '--context <words>',
      `words on either side, at most ${MOST_CONTEXT} (default: 8)`,
      createCountParser(MOST_CONTEXT),
    )
    .addOption(new Option('--sentence', 'the sentence as context instead').conflicts('context'));
  addWhereOption(addRunOptions(addReadingOptions(addOutputOptions(command))));
  command.action(async (term: string, paths: string[], flags: Flags) =>
    finish(await (await import('./kwic.ts')).run(term, paths, flags, io)),
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
