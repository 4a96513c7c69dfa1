/** The commands that import and export codebooks, with their options. */
import { type Command, Option } from 'commander';
import type { Io } from '../io.ts';
import type { ConvertFlags } from '../study/convert-codebook.ts';
import type { ExitCode } from '../study/run-study.ts';

/** Adds `import` and `export`. */
export function addConvertCommands(program: Command, io: Io, finish: (exitCode: ExitCode) => void): void {
  const load = () => import('../study/convert-codebook.ts');
  const importing = program
    .command('import')
    .summary('make a codebook of a dictionary or code list of another program')
    .description('Makes a YAML codebook of a REFI-QDA codebook, a dictionary or a list of codes of another program.')
    .argument('<file>', '.qdc, .dic, .yml, .cat, .ykd, .lcd, .lc3, .csv, .tsv, .txt or .xlsx')
    .option('-o, --output <file>', 'write the codebook to a file instead')
    .addOption(new Option('-f, --format <format>', 'what the file is (default: by its name and content)').choices(READ))
    .option('-l, --language <code>', 'language of the terms: nl or en (default: they hold for any)')
    .option('--stems', 'let words match by their stem (default: as they are written, as they did there)');
  addSharedOptions(importing).action(async (path: string, flags: ConvertFlags) =>
    finish(await (await load()).runImport(path, flags, io)),
  );
  const exporting = program
    .command('export')
    .summary('write a codebook for another program')
    .description('Writes a codebook as a REFI-QDA codebook, a dictionary or a list of codes for another program.')
    .argument('<codebook>', 'codebook file')
    .option('-o, --output <file>', 'file to write; its ending tells the format')
    .addOption(new Option('-f, --format <format>', 'what is written (default: by the file)').choices(WRITTEN))
    .option('-l, --language <code>', 'only the terms of this language, and those of any');
  addSharedOptions(exporting).action(async (path: string, flags: ConvertFlags) =>
    finish((await load()).runExport(path, flags, io)),
  );
}

function addSharedOptions(command: Command): Command {
  return command
    .option('--force', 'write over a file that is there already')
    .option('-q, --quiet', 'only the result and errors');
}

/** Written out, so that no format is loaded for a help text. */
const WRITTEN = ['qdc', 'liwc', 'quanteda', 'wordstat', 'yoshikoder', 'lexicoder', 'csv'];
const READ = [...WRITTEN, 'xlsx'];
