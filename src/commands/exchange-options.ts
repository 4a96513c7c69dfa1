/** The options of `import` and `export`. */
import { type Command, Option } from 'commander';
import { addReadingOptions, addRunOptions } from './options.ts';
import { addCodingsOptions, addSelectionOptions } from './selection-options.ts';

/** For a foreign file. */
export function addImportOptions(command: Command): Command {
  return command
    .summary('take over a project, codebook, dictionary or code list of another program')
    .description(
      'Makes a YAML codebook of a REFI-QDA codebook, a dictionary or a list of codes of another program; of a REFI-QDA project (.qdpx) a folder with transcripts, codebook, variables, memos and codings.',
    )
    .argument('<file>', '.qdpx, .qdc, .dic, .yml, .cat, .ykd, .lcd, .lc3, .csv, .tsv, .txt or .xlsx')
    .option('-o, --output <path>', 'file for the codebook (default: print it), or folder for the project')
    .addOption(new Option('-f, --format <format>', 'what the file is (default: by its name and content)').choices(READ))
    .option('-l, --language <code>', 'language of the terms: nl or en (default: they hold for any)')
    .option('--stems', 'let words match by their stem (default: as they are written, as they did there)')
    .addOption(
      new Option('--offsets <unit>', 'what positions in a project count (default: what fits best)').choices(OFFSETS),
    )
    .addOption(
      new Option('--newlines <ends>', 'line ends that positions count: crlf as two, lf as one').choices(NEWLINES),
    )
    .option('--force', 'write over a file that is there already')
    .option('-q, --quiet', 'only the result and errors');
}

/** For a codebook or a study. */
export function addExportOptions(command: Command): Command {
  command
    .summary('write a codebook, or a coded study, for another program')
    .description(
      'Writes a codebook as a REFI-QDA codebook, a dictionary or a list of codes for another program; or codes transcripts and writes them as a REFI-QDA project (.qdpx) or as a file of codings (.jsonl).',
    )
    .argument('<path...>', 'a codebook; for .qdpx and .jsonl transcripts, or folders with transcripts')
    .option('-o, --output <file>', 'file to write; its ending tells the format')
    .addOption(new Option('-f, --format <format>', 'what is written (default: by the file)').choices(WRITTEN))
    .option('-c, --codebook <file>', 'the codebook that transcripts are coded with (default: as everywhere)')
    .addOption(
      new Option('--astral <way>', 'emoji and rare characters in a project: NVivo miscounts them').choices(ASTRAL),
    )
    .addOption(new Option('--newlines <ends>', 'line ends of the texts in a project (default: lf)').choices(NEWLINES))
    .option('--unique-names', 'a name of its own for every code in a project, as QualCoder needs it')
    .option('--force', 'write over a file that is there already');
  const language = 'only the terms of this language, and those of any; language of all transcripts';
  return addRunOptions(addReadingOptions(addSelectionOptions(addCodingsOptions(command)), language));
}

/** Written out, so that no format is loaded for a help text. */
const CODEBOOKS = ['qdc', 'liwc', 'quanteda', 'wordstat', 'yoshikoder', 'lexicoder', 'csv'];
const WRITTEN = ['qdpx', 'codings', ...CODEBOOKS];
const READ = ['qdpx', ...CODEBOOKS, 'xlsx'];
const OFFSETS = ['codepoint', 'utf16'];
const NEWLINES = ['crlf', 'lf'];
const ASTRAL = ['keep', 'replace'];
