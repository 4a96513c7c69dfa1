/** Opens a study: codebook and transcripts of a run, coded one document at a time. */
import type { Io } from '../io.ts';
import type { Codebook, CodedDocument, FailedFile, Message } from '../model.ts';
import { isOwnOutput } from '../output/own-output.ts';
import type { Settings } from '../settings.ts';
import { createMessage, isError } from '../text/messages.ts';
import { applyConventions } from '../transcript/conventions/index.ts';
import type { ReadOptions } from '../transcript/source.ts';
import { countLabels, type LabelCounts } from '../transcript/speakers.ts';
import { cacheReading } from './cache-reading.ts';
import { codeSources, type ReadFile } from './code-sources.ts';
import { addDocumentVariables, type VariableTable } from './document-variables.ts';
import { type FoundFile, findTranscripts } from './find-transcripts.ts';
import { KeptSources } from './kept-sources.ts';
import { requireKnownLanguage } from './known-language.ts';
import { type LoadedCodebook, loadCodebook, takeCodebook } from './load-codebook.ts';
import { nameDocuments } from './name-documents.ts';
import type { Progress } from './progress.ts';
import { failFile, failFolder, reportCopies, reportOwnOutput } from './report-document.ts';
import { hashBytes } from './run-file.ts';
import { type FileReader, SourceReader } from './source-reader.ts';

export interface StudyDocument extends CodedDocument {
  file: FoundFile;
  sha256: string;
}

export interface Study {
  codebook: Codebook;
  loaded: LoadedCodebook;
  /** True paths of everything that was read. */
  inputs: ReadonlySet<string>;
  /** Tables of document variables that were read. */
  tables: VariableTable[];
  /** Number of files, readable or not. */
  fileCount: number;
  /** Grows while the documents are gone through. */
  messages: Message[];
  /** Transcripts that could not be used; grows likewise. */
  failed: FailedFile[];
  /** Transcripts that were read, coded or not. */
  files: ReadFile[];
  /** Speaker labels of all of them. */
  labels: LabelCounts;
  /** Coded one by one; to be gone through once. */
  documents: AsyncIterable<StudyDocument>;
}

/** Throws a usage error for bad paths; returns only messages when the codebook cannot be used. A `codebook` that is handed in is taken before any file. */
export function openStudy(
  settings: Settings,
  io: Io,
  progress: Progress,
  { codebook, reader }: { codebook?: Codebook | undefined; reader?: FileReader | undefined } = {},
): Promise<Study | { messages: Message[] }> {
  const load = () => (codebook ? takeCodebook(codebook) : loadCodebook(settings.codebook, settings.paths, io));
  return openStudyWith(load, { settings, io, progress, reader });
}

export interface Opening {
  settings: Settings;
  io: Io;
  progress: Progress;
  /** In place of one for this study alone; who hands it over ends it. */
  reader?: FileReader | undefined;
}

/** The same with a codebook from elsewhere, which is loaded when the paths of transcripts are found to be good. */
export async function openStudyWith(
  load: () => LoadedCodebook,
  { settings, io, progress, reader: given }: Opening,
): Promise<Study | { messages: Message[] }> {
  requireKnownLanguage(settings.language);
  const found = await findTranscripts(settings.paths, io, settings);
  const loaded = load();
  if (!loaded.codebook) return { messages: loaded.messages };
  const messages = [...loaded.messages, ...found.messages];
  const failed = found.failed.map((path) => failFolder(path, found.messages));
  progress.start('Reading', found.files.length);
  const plain = given ?? new SourceReader(io.readingProgram);
  const reader = await cacheReading(plain, { settings, loaded, io, messages });
  const labels: LabelCounts = new Map();
  const reading = { io, reader, messages, failed, progress, settings, labels };
  const files = await readSources(found.files, reading).finally(() => given ?? reader.end());
  const variables = await addDocumentVariables(found.files, files, io);
  messages.push(...variables.messages);
  const documents = codeSources(files, { codebook: loaded.codebook, labels, settings, messages, failed });
  const read = [...found.files, ...variables.tables].map(({ path }) => path);
  const inputs = new Set(
    [...read, loaded.location, ...loaded.bases.map(({ location }) => location)]
      .filter((path) => path !== '')
      .map((path) => io.truePath(path)),
  );
  const { tables } = variables;
  return {
    codebook: loaded.codebook,
    loaded,
    inputs,
    tables,
    fileCount: found.files.length,
    messages,
    failed,
    files,
    labels,
    documents,
  };
}

interface Reading {
  io: Io;
  reader: FileReader;
  messages: Message[];
  failed: FailedFile[];
  progress: Progress;
  settings: Settings;
  /** Grows. */
  labels: LabelCounts;
}

/** All sources are read before the first is coded, since speaker labels are recognised over the whole study. */
async function readSources(found: FoundFile[], reading: Reading): Promise<ReadFile[]> {
  const { io, reader, messages, failed, progress, settings, labels } = reading;
  const options: ReadOptions = settings.columns ? { columns: settings.columns } : {};
  const kept = new KeptSources(io, options, { reader });
  const { names, messages: renamed } = nameDocuments(found);
  messages.push(...renamed);
  const renaming = new Map(renamed.map((message) => [message.file, message]));
  const files: ReadFile[] = [];
  for (const [index, file] of found.entries()) {
    const told: Message[] = [];
    const bytes = readBytes(file, io, told);
    if (bytes && isOwnOutput(bytes)) {
      messages.push(reportOwnOutput(file));
      continue;
    }
    const read = bytes && (await reader.read({ path: file.path, bytes }, options));
    const source = read && applyConventions(read, file.path);
    told.push(...(source?.messages ?? []));
    messages.push(...told);
    const renamedTo = renaming.get(file.path);
    if (renamedTo) told.unshift(renamedTo);
    const document = names[index] ?? file.name;
    if (bytes && source && !told.some(isError)) {
      countLabels(source, labels);
      const load = kept.keep({ path: file.path, bytes }, source);
      files.push({ file, document, sha256: hashBytes(bytes), frontMatter: source.frontMatter, load, told });
    } else failed.push(failFile(file, document, told));
    await progress.step();
  }
  messages.push(...reportCopies(files));
  return files;
}

function readBytes(file: FoundFile, io: Io, messages: Message[]): Uint8Array | undefined {
  try {
    return io.readBytes(file.path);
  } catch (error) {
    const reason = `Cannot read the file: ${(error as Error).message.split(',')[0]}`;
    messages.push(createMessage(reason, { rule: 'unreadable', severity: 'error', path: file.path }));
    return undefined;
  }
}
