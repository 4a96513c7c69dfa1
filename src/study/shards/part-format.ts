/** What stands in a part: JSON lines, a header, then one line a document, then the end with the SHA-256 of all bytes before it. */
import type { Codebook, FailedFile, ToldBy } from '../../model.ts';
import type { PackedDocument, PackedText } from '../../report/report-data.ts';
import type { Settings } from '../../settings.ts';
import { type PackedMessage, packMessage, unpackMessage } from '../../text/messages.ts';
import type { VariableTable } from '../document-variables.ts';
import type { FoundFile } from '../find-transcripts.ts';
import type { LoadedCodebook } from '../load-codebook.ts';
import type { PackedSource } from '../packed-source.ts';
import type { RunFile } from '../run-file.ts';
import type { Shard } from './shard.ts';

/** What tells parts from all other files. */
export const PART_KIND = 'code-transcripts part';
/** Grows when the lines of a part change. */
export const PART_FORMAT = 1;

export interface PartHeader {
  kind: typeof PART_KIND;
  partFormat: number;
  program: RunFile['program'];
  shard: Shard;
  codebook: PackedCodebook;
  settings: PartSettings;
  /** Every file of the study. */
  files: (FoundFile & { size: number })[];
  failedFolders: PackedFailure[];
  variables: VariableTable[];
  /** What was told of the study: the same in each part. */
  before: PackedMessage[];
  tables: PackedMessage[];
  /** What was told of the files of this part. */
  reading: PackedMessage[];
  conflicts: PackedMessage[];
  /** Files of this part that could not be read. */
  failed: PackedFailure[];
  /** Places of the files that were read, and their SHA-256. */
  read: [index: number, sha256: string][];
  /** How often names stand where a label would, 2 for all that recur. */
  labels: [name: string, count: number][];
}

export interface PackedCodebook extends Pick<LoadedCodebook, 'path' | 'sha256' | 'origin'> {
  book: Codebook;
  bases: { path: string; sha256: string }[];
}

/** What shapes the results. */
export type PartSettings = Omit<
  Settings,
  'paths' | 'codebook' | 'output' | 'force' | 'quiet' | 'color' | 'format' | 'shard' | 'cache'
>;

export type PackedFailure = Omit<FailedFile, 'messages'> & { messages: PackedMessage[] };

/** One document: coded, or refused, or waiting for the labels of the other parts. */
export type PartLine = CodedLine | RefusedLine | WaitingLine;

interface Line {
  /** Place among the files of the study. */
  index: number;
}

export interface CodedLine extends Line {
  /** What coding it told. */
  told: PackedMessage[];
  coded: PackedDocument;
  text: PackedText;
  path: string;
  by?: ToldBy;
  /** All that was told of it. */
  messages: PackedMessage[];
}

export interface RefusedLine extends Line {
  told: PackedMessage[];
  refused: PackedFailure;
}

export interface WaitingLine extends Line {
  document: string;
  source: PackedSource | undefined;
  frontMatter: Record<string, unknown>;
  /** What reading it told. */
  readingTold: PackedMessage[];
}

/** The last line, by which a part that is cut off or damaged is known. */
export interface PartEnd {
  lines: number;
  sha256: string;
}

export function packFailure({ messages, ...file }: FailedFile): PackedFailure {
  return { ...file, messages: messages.map(packMessage) };
}

export function unpackFailure({ messages, ...file }: PackedFailure): FailedFile {
  return { ...file, messages: messages.map(unpackMessage) };
}

/** Paths, places of output and looks do not belong to it. */
export function pickPartSettings(settings: Settings): PartSettings {
  const { paths: _paths, codebook: _codebook, output: _output, force: _force, ...rest } = settings;
  const { quiet: _quiet, color: _color, format: _format, shard: _shard, cache: _cache, ...kept } = rest;
  return kept;
}
