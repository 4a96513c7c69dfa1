/** Opens a study: codebook and transcripts of a run, coded one document at a time. */
import { TranscriptCoder } from '../coding/code-transcript.ts';
import type { Io } from '../io.ts';
import type { Codebook, CodedDocument, Message } from '../model.ts';
import type { Settings } from '../settings.ts';
import { findLanguage, languages } from '../text/languages/index.ts';
import { createMessage, isError } from '../text/messages.ts';
import { buildTranscript } from '../transcript/build-transcript.ts';
import { findFormat } from '../transcript/formats/index.ts';
import { normalizeName } from '../transcript/labels.ts';
import type { ReadOptions, Source } from '../transcript/source.ts';
import { countLabels, type LabelCounts } from '../transcript/speakers.ts';
import { addDocumentVariables, type VariableTable } from './document-variables.ts';
import { type FoundFile, findTranscripts } from './find-transcripts.ts';
import { type LoadedCodebook, loadCodebook } from './load-codebook.ts';
import { nameDocuments } from './name-documents.ts';
import type { Progress } from './progress.ts';
import { checkLanguage, emptyTranscript, reportCoverage, reportUnknownNames } from './report-document.ts';
import { hashBytes } from './run-file.ts';
import { UsageError } from './usage-error.ts';

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
  /** Relative paths of transcripts that could not be used; grows likewise. */
  failed: string[];
  /** Coded one by one; to be gone through once. */
  documents: Iterable<StudyDocument>;
}

/** Throws a usage error for bad paths; returns only messages when the codebook cannot be used. */
export async function openStudy(
  settings: Settings,
  io: Io,
  progress: Progress,
): Promise<Study | { messages: Message[] }> {
  if (settings.language !== undefined && !findLanguage(settings.language)) {
    const known = languages.map(({ code, name }) => `${code} (${name})`).join(', ');
    throw new UsageError(`Unexpected language ${settings.language}, expected one of ${known}`);
  }
  const found = await findTranscripts(settings.paths, io, settings);
  const loaded = loadCodebook(settings.codebook, settings.paths, io);
  if (!loaded.codebook) return { messages: loaded.messages };
  const messages = [...loaded.messages, ...found.messages];
  const failed = [...found.failed];
  progress.start('Reading', found.files.length);
  const files = await readSources(found.files, { io, messages, failed, progress, settings });
  const variables = await addDocumentVariables(found.files, files, io);
  messages.push(...variables.messages);
  const documents = codeSources(files, { codebook: loaded.codebook, settings, messages, failed });
  const read = [...found.files, ...variables.tables].map(({ path }) => path);
  const inputs = new Set([...read, loaded.location].map((path) => io.truePath(path)));
  const { tables } = variables;
  return {
    codebook: loaded.codebook,
    loaded,
    inputs,
    tables,
    fileCount: found.files.length,
    messages,
    failed,
    documents,
  };
}

interface ReadFile {
  file: FoundFile;
  document: string;
  sha256: string;
  source: Source;
}

interface Reading {
  io: Io;
  messages: Message[];
  failed: string[];
  progress: Progress;
  settings: Settings;
}

/** All sources are read before the first is coded, since speaker labels are recognised over the whole study. */
async function readSources(
  found: FoundFile[],
  { io, messages, failed, progress, settings }: Reading,
): Promise<ReadFile[]> {
  const { names, messages: renamed } = nameDocuments(found);
  messages.push(...renamed);
  const files: ReadFile[] = [];
  for (const [index, file] of found.entries()) {
    const bytes = readBytes(file, io, messages);
    const source = bytes && (await readSource(file, bytes, settings));
    messages.push(...(source?.messages ?? []));
    const document = names[index] ?? file.name;
    if (bytes && source && !source.messages.some(isError))
      files.push({ file, document, sha256: hashBytes(bytes), source });
    else failed.push(file.relativePath);
    progress.step();
  }
  return files;
}

/** A reader that fails on one file must not cost the others. */
async function readSource(file: FoundFile, bytes: Uint8Array, options: ReadOptions): Promise<Source | undefined> {
  try {
    return await findFormat(file.path)?.read({ path: file.path, bytes }, options);
  } catch (error) {
    const reason = `Unexpected content that cannot be read (${(error as Error).name})`;
    const hint = 'the file may be damaged or nested without end; save it again, or as plain text';
    const message = createMessage(reason, { rule: 'unreadable', severity: 'error', path: file.path, hint });
    return { blocks: [], frontMatter: {}, messages: [message] };
  }
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

interface Work {
  codebook: Codebook;
  settings: Settings;
  messages: Message[];
  failed: string[];
}

function* codeSources(files: ReadFile[], work: Work): Generator<StudyDocument> {
  const { codebook, settings, messages, failed } = work;
  const counts: LabelCounts = new Map();
  for (const { source } of files) countLabels(source, counts);
  const coder = new TranscriptCoder(codebook, settings);
  const names = new Set<string>();
  for (const { file, document, sha256, source } of files) {
    const { transcript, messages: told } = buildTranscript(source, counts, {
      document,
      path: file.path,
      defaultLanguage: codebook.languages[0] ?? 'nl',
      interviewers: settings.interviewers,
      ...(file.group === undefined ? {} : { group: file.group }),
      ...(settings.language === undefined ? {} : { language: settings.language }),
    });
    const problem =
      transcript.text.trim() === '' ? emptyTranscript(file) : checkLanguage(transcript.language, coder, codebook, file);
    if (problem) {
      messages.push(problem);
      failed.push(file.relativePath);
      continue;
    }
    const coded = coder.code(transcript);
    messages.push(...told, ...reportCoverage(coded));
    for (const { speaker } of coded.speakers) names.add(normalizeName(speaker ?? ''));
    yield { ...coded, file, sha256 };
  }
  messages.push(...reportUnknownNames(settings.interviewers, names));
}
