/** Opens a study: codebook and transcripts of a run, coded one document at a time. */
import type { Io } from '../io.ts';
import type { Codebook, CodedDocument, FailedFile, Message } from '../model.ts';
import type { Settings } from '../settings.ts';
import type { KnownCounts } from '../transcript/speakers.ts';
import { codeSources, type ReadFile } from './code-sources.ts';
import { loadCodingsCodebook } from './codings/codings-codebook.ts';
import { prepareHandCoding } from './codings/hand-coder.ts';
import type { ReadCodings } from './codings/read-codings.ts';
import type { VariableTable } from './document-variables.ts';
import type { FoundFile } from './find-transcripts.ts';
import { type LoadedCodebook, loadCodebook, takeCodebook } from './load-codebook.ts';
import type { Progress } from './progress.ts';
import { type Opening, readStudy } from './read-study.ts';
import { reportCopies } from './report-document.ts';

export interface StudyDocument extends CodedDocument {
  file: FoundFile;
  sha256: string;
}

/** What tables and results are made of. */
export interface CodedStudy {
  codebook: Codebook;
  loaded: LoadedCodebook;
  /** True paths of everything that was read. */
  inputs: ReadonlySet<string>;
  /** Tables of document variables that were read. */
  tables: VariableTable[];
  /** Number of files, readable or not. */
  fileCount: number;
  /** Codings from files, where they are asked for. */
  codings?: Pick<ReadCodings, 'files' | 'findsTerms'>;
  /** Grows while the documents are gone through. */
  messages: Message[];
  /** Transcripts that could not be used; grows likewise. */
  failed: FailedFile[];
  /** Coded one by one; to be gone through once. */
  documents: AsyncIterable<StudyDocument>;
}

export interface Study extends CodedStudy {
  /** Transcripts that were read, coded or not. */
  files: ReadFile[];
  /** Speaker labels of all of them. */
  labels: KnownCounts;
}

/** Throws a usage error for bad paths; returns only messages when the codebook cannot be used. A `codebook` that is handed in is taken before any file. */
export function openStudy(
  settings: Settings,
  io: Io,
  progress: Progress,
  { codebook, reader, handCodings }: OpenOptions = {},
): Promise<Study | { messages: Message[] }> {
  const load = () => {
    if (codebook) return takeCodebook(codebook);
    if (handCodings) return loadCodingsCodebook(handCodings, settings, io);
    return loadCodebook(settings.codebook, settings.paths, io);
  };
  return openStudyWith(load, { settings, io, progress, reader, handCodings });
}

interface OpenOptions extends Pick<Opening, 'reader' | 'handCodings'> {
  codebook?: Codebook | undefined;
}

/** The same with a codebook from elsewhere, which is loaded when the paths of transcripts are found to be good. */
export async function openStudyWith(
  load: () => LoadedCodebook,
  opening: Opening,
): Promise<Study | { messages: Message[] }> {
  const read = await readStudy(load, opening);
  if (!('files' in read)) return read;
  const { loaded, found, tables, files, labels, told } = read;
  const { settings, io, handCodings } = opening;
  const prepared = handCodings && prepareHandCoding(handCodings, read.codebook);
  const { codebook, messages: ofCodings = [], hand } = prepared ?? { codebook: read.codebook };
  const copies = reportCopies(files);
  const messages = [...ofCodings, ...told.before, ...told.reading, ...copies, ...told.tables, ...told.variables];
  const failed = [...read.failedFolders, ...read.failed];
  const locations = [...found, ...tables].map(({ path }) => path);
  const others = [loaded.location, ...loaded.bases.map(({ location }) => location)];
  const ofHand = handCodings?.files.map(({ location }) => location) ?? [];
  const inputs = new Set(
    [...locations, ...others, ...ofHand].filter((path) => path !== '').map((path) => io.truePath(path)),
  );
  const documents = codeSources(files, { codebook, labels, settings, hand, messages, failed });
  const study = {
    codebook,
    loaded,
    inputs,
    tables,
    fileCount: found.length,
    messages,
    failed,
    files,
    labels,
    documents,
  };
  return handCodings ? { ...study, codings: handCodings } : study;
}
