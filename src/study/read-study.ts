/** Reads a study: finds its files, loads the codebook, and reads the transcripts with their variables, all or a run of them. */
import type { Io } from '../io.ts';
import type { Codebook, FailedFile, Message } from '../model.ts';
import { isOwnOutput } from '../output/own-output.ts';
import type { Settings } from '../settings.ts';
import { copyTexts } from '../text/copy-text.ts';
import { createMessage, isError } from '../text/messages.ts';
import { applyConventions } from '../transcript/conventions/index.ts';
import type { ReadOptions, Source } from '../transcript/source.ts';
import { countLabels, type LabelCounts } from '../transcript/speakers.ts';
import { cacheReading } from './cache-reading.ts';
import type { ReadFile } from './code-sources.ts';
import type { ReadCodings } from './codings/read-codings.ts';
import { addDocumentVariables, type VariableTable } from './document-variables.ts';
import { type FoundFile, findTranscripts } from './find-transcripts.ts';
import { inOrder } from './in-order.ts';
import { KeptSources } from './kept-sources.ts';
import { requireKnownLanguage } from './known-language.ts';
import type { LoadedCodebook } from './load-codebook.ts';
import { nameDocuments } from './name-documents.ts';
import type { Progress } from './progress.ts';
import { explainReadError } from './read-error.ts';
import { failEntry, failFile, reportOwnOutput } from './report-document.ts';
import { hashBytes } from './run-file.ts';
import { countJobs, type FileReader, SourceReader } from './source-reader.ts';

export interface Opening {
  settings: Settings;
  io: Io;
  progress: Progress;
  /** In place of one for this study alone; who hands it over ends it. */
  reader?: FileReader | undefined;
  /** Codings from files, where they are asked for. */
  handCodings?: ReadCodings | undefined;
}

export interface StudyRead {
  codebook: Codebook;
  loaded: LoadedCodebook;
  /** Every file of the study, in its order. */
  found: FoundFile[];
  /** What each is called. */
  names: string[];
  /** Folders of which nobody knows what is in them, and what is no file. */
  failedFolders: FailedFile[];
  /** Tables of document variables that were read. */
  tables: VariableTable[];
  told: StudyMessages;
  /** Transcripts that could not be read, of those that were to be. */
  failed: FailedFile[];
  /** Transcripts that were read. */
  files: ReadFile[];
  /** Speaker labels of these. */
  labels: LabelCounts;
}

/** What was told, by what it is about. */
export interface StudyMessages {
  /** The codebook, the folders and the names of documents. */
  before: Message[];
  /** Single files, in their order. */
  reading: Message[];
  /** Tables of document variables. */
  tables: Message[];
  /** Variables of single documents, in their order. */
  variables: Message[];
}

/** Half-open range of the files of a study that are read. */
export type PickFiles = (found: readonly FoundFile[]) => { from: number; to: number };

const pickAll: PickFiles = (found) => ({ from: 0, to: found.length });

/** Throws a usage error for bad paths; returns only messages when the codebook, which is loaded after the paths are found to be good, cannot be used. */
export async function readStudy(
  load: () => LoadedCodebook,
  { settings, io, progress, reader: given, handCodings }: Opening,
  pick = pickAll,
): Promise<StudyRead | { messages: Message[] }> {
  if (handCodings?.hasAutomatic !== false) requireKnownLanguage(settings.language);
  const others = handCodings && new Set(handCodings.files.map(({ location }) => location));
  const options = { ...settings, ...(others ? { others } : {}) };
  const { files: found, failed: folders, messages: finding } = await findTranscripts(settings.paths, io, options);
  const loaded = load();
  const { codebook } = loaded;
  if (!codebook) return { messages: loaded.messages };
  const { names, messages: renamed } = nameDocuments(found);
  const { from, to } = pick(found);
  progress.start('Reading', to - from);
  const jobs = countJobs(settings);
  const plain = given ?? new SourceReader(io.readingProgram, { jobs });
  const before = [...loaded.messages, ...finding];
  const reader = await cacheReading(plain, { settings, loaded, io, messages: before });
  const reading = { found, names, renamed, from, to, io, reader, progress, settings, jobs };
  const read = await readSources(reading).finally(() => given ?? reader.end());
  const variables = await addDocumentVariables({ found, names }, read.files, io);
  return {
    codebook,
    loaded,
    found,
    names,
    failedFolders: folders.map((entry) => failEntry(entry, finding)),
    tables: variables.tables,
    told: {
      before: [...before, ...renamed],
      reading: read.messages,
      tables: variables.messages,
      variables: variables.conflicts,
    },
    failed: read.failed,
    files: read.files,
    labels: read.labels,
  };
}

interface Reading {
  found: FoundFile[];
  names: string[];
  renamed: Message[];
  from: number;
  to: number;
  io: Io;
  reader: FileReader;
  progress: Progress;
  settings: Settings;
  /** Files that are read at a time. */
  jobs: number;
}

interface OpenedFile {
  file: FoundFile;
  bytes: Uint8Array | undefined;
  /** Whether the program has written it. */
  isOwn: boolean;
  told: Message[];
  read?: Source | undefined;
}

/** All sources are read before the first is coded, since speaker labels are recognised over the whole study. */
async function readSources({ found, names, renamed, from, to, io, reader, progress, settings, jobs }: Reading) {
  const options: ReadOptions = settings.columns ? { columns: settings.columns } : {};
  const kept = new KeptSources(io, options, { reader });
  const renaming = new Map(renamed.map((message) => [message.file, message]));
  const messages: Message[] = [];
  const failed: FailedFile[] = [];
  const labels: LabelCounts = new Map();
  const files: ReadFile[] = [];
  const open = async (file: FoundFile): Promise<OpenedFile> => {
    const told: Message[] = [];
    const bytes = readBytes(file, io, told);
    if (!bytes || isOwnOutput(bytes)) return { file, bytes, isOwn: bytes !== undefined, told };
    return { file, bytes, isOwn: false, told, read: await reader.read({ path: file.path, bytes }, options) };
  };
  let at = from;
  for await (const { file, bytes, isOwn, told, read } of inOrder(found.slice(from, to), jobs, open)) {
    const document = names[at++] ?? file.name;
    if (isOwn) {
      messages.push(reportOwnOutput(file));
      continue;
    }
    const source = read && applyConventions(read, file.path);
    told.push(...(source?.messages ?? []));
    messages.push(...told);
    const renamedTo = renaming.get(file.path);
    if (renamedTo) told.unshift(renamedTo);
    if (bytes && source && !told.some(isError)) {
      countLabels(source, labels);
      const sha256 = hashBytes(bytes);
      const load = kept.keep({ path: file.path, bytes }, source, { sha256, isPlain: source === read });
      const frontMatter = copyTexts(source.frontMatter);
      files.push({ file, document, sha256, frontMatter, load, told });
    } else failed.push(failFile(file, document, told));
    await progress.step();
  }
  return { messages, failed, labels, files };
}

function readBytes(file: FoundFile, io: Io, messages: Message[]): Uint8Array | undefined {
  try {
    return io.readBytes(file.path);
  } catch (error) {
    const [reason, hint] = explainReadError('file', error as NodeJS.ErrnoException);
    messages.push(createMessage(reason, { rule: 'unreadable', severity: 'error', path: file.path, hint }));
    return undefined;
  }
}
