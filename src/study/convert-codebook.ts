/** Brings codebooks of other programs in and ours out: finds the format, converts, tells what is lost, writes the file. */
import { exportCodebook, importCodebook } from '../codebook/formats/convert.ts';
import type { CodebookFormat } from '../codebook/formats/format.ts';
import { codebookFormats, extensionOf, findCodebookFormat, findWrittenFormat } from '../codebook/formats/index.ts';
import { countOf } from '../codebook/formats/losses.ts';
import { writeCodebook } from '../codebook/write-codebook.ts';
import { termKinds } from '../coding/terms/index.ts';
import type { Io } from '../io.ts';
import type { Code, Codebook, Message } from '../model.ts';
import { escapeControls } from '../text/escape-controls.ts';
import { findLanguage, languages } from '../text/languages/index.ts';
import { loadCodebook } from './load-codebook.ts';
import type { ExitCode } from './run-study.ts';
import { tellMessages } from './tell.ts';
import { UsageError } from './usage-error.ts';
import { writeWhole } from './write-whole.ts';

export interface ConvertFlags {
  output?: string;
  format?: string;
  language?: string;
  stems?: boolean;
  force?: boolean;
  quiet?: boolean;
}

/** YAML to `output`, else to stdout. Exit code 2 when the file cannot be used. */
export async function runImport(path: string, flags: ConvertFlags, io: Io): Promise<ExitCode> {
  const { language, stems = false, quiet = false } = flags;
  checkLanguage(language);
  checkOutput(path, flags, io);
  const shown = io.shorten(path);
  const bytes = readFile(path, shown, io);
  const format = flags.format === undefined ? findCodebookFormat(path, bytes) : findByName(flags.format);
  if (!format)
    throw new UsageError(`Cannot tell the format of ${shown}`, `name it with --format: ${names(codebookFormats)}`);
  const options = { notations: termKinds, stems, ...(language === undefined ? {} : { language }) };
  const { codebook, messages } = await importCodebook({ path: shown, bytes }, format, options);
  tellMessages(messages, io, quiet);
  if (!codebook) return 2;
  const yaml = writeCodebook(codebook, { comments: describeOrigin({ path: shown, format, messages, codebook }) });
  deliver(yaml, flags, io);
  const { codes, terms } = countParts(codebook.codes);
  if (!quiet) io.err(`Imported ${shown} as ${format.title}: ${countOf(codes, 'code')}, ${countOf(terms, 'term')}\n`);
  if (!quiet && language === undefined && terms > 0 && codebook.codes.some(isInAnyLanguage))
    io.err('The terms hold for transcripts in any language; say --language nl or en if they are in one\n');
  return 0;
}

/** The foreign file to `output`, else to stdout. Exit code 2 when the codebook has errors. */
export function runExport(path: string, flags: ConvertFlags, io: Io): ExitCode {
  const { output, language, quiet = false } = flags;
  checkLanguage(language);
  checkOutput(path, flags, io);
  const written = (codebookFormats as readonly CodebookFormat[]).filter(({ write }) => write);
  const format = flags.format === undefined ? findWrittenFormat(output ?? '') : findByName(flags.format);
  if (!format?.write)
    throw new UsageError(
      output === undefined ? 'No format is named' : `Cannot tell the format from the name ${output}`,
      `name it with --format: ${names(written)}; of a study qdpx or codings`,
    );
  const loaded = loadCodebook(path, [], io);
  if (!loaded.codebook) {
    tellMessages(loaded.messages, io, quiet);
    return 2;
  }
  const extension = extensionOf(output ?? '') || (format.extensions[0] ?? '');
  const options = { path: loaded.path, extension, ...(language === undefined ? {} : { language }) };
  const { text, messages } = exportCodebook(loaded.codebook, format, options);
  tellMessages([...loaded.messages, ...messages], io, quiet);
  deliver(text, flags, io);
  const { codes } = countParts(loaded.codebook.codes);
  if (!quiet) io.err(`Exported ${loaded.path} as ${format.title}: ${countOf(codes, 'code')}\n`);
  return 0;
}

const names = (formats: readonly CodebookFormat[]): string => formats.map(({ name }) => name).join(', ');

function findByName(name: string): CodebookFormat | undefined {
  return (codebookFormats as readonly CodebookFormat[]).find((format) => format.name === name);
}

function checkLanguage(language: string | undefined): void {
  if (language === undefined || findLanguage(language)) return;
  throw new UsageError(`Unknown language ${language}`, `known are ${languages.map(({ code }) => code).join(', ')}`);
}

/** A codebook is somebody's work, so an existing file is not written over without being asked. */
function checkOutput(input: string, { output, force = false }: ConvertFlags, io: Io): void {
  if (output === undefined) return;
  const kind = io.kindOf(output);
  if (kind === undefined) return;
  if (kind === 'folder') throw new UsageError(`Unexpected folder ${output}, expected the name of a file`);
  if (io.truePath(output) === io.truePath(input)) throw new UsageError(`${output} is read and is not written over`);
  if (!force) throw new UsageError(`${output} is there already`, 'choose another name, or write over it with --force');
}

function readFile(path: string, shown: string, io: Io): Uint8Array {
  const kind = io.kindOf(path);
  if (kind === 'folder') throw new UsageError(`Unexpected folder ${shown}, expected a file`);
  if (kind === undefined) throw new UsageError(`No such file: ${shown}`);
  try {
    return io.readBytes(path);
  } catch (error) {
    throw new UsageError(`Cannot read ${shown}: ${(error as Error).message.split(',')[0]}`);
  }
}

function deliver(text: string, { output }: ConvertFlags, io: Io): void {
  if (output === undefined) io.out(text);
  else writeWhole(output, text, io);
}

interface Origin {
  path: string;
  format: CodebookFormat;
  messages: readonly Message[];
  codebook: Codebook;
}

const hasExact = (code: Code): boolean => code.terms.some(({ kind }) => kind === 'exact') || code.codes.some(hasExact);

/** Lines for the top of the new codebook. */
function describeOrigin({ path, format, messages, codebook }: Origin): string[] {
  const file = path.split('/').at(-1) ?? path;
  const lines = [`Imported from ${file}, ${format.title}.`];
  if (codebook.codes.some(hasExact))
    lines.push(
      'Terms with = match as they are written, as they did there; without it a word matches in all its forms.',
    );
  if (messages.length > 0) lines.push('', 'What was told while it was read:');
  for (const { reason, line } of messages) lines.push(`- ${reason}${line === undefined ? '' : ` (line ${line})`}`);
  return lines.map(escapeControls);
}

const isInAnyLanguage = (code: Code): boolean =>
  code.terms.some(({ language }) => language === 'any') || code.codes.some(isInAnyLanguage);

function countParts(codes: Codebook['codes']): { codes: number; terms: number } {
  const parts = { codes: codes.length, terms: 0 };
  for (const code of codes) {
    const below = countParts(code.codes);
    parts.codes += below.codes;
    parts.terms += code.terms.length + below.terms;
  }
  return parts;
}
