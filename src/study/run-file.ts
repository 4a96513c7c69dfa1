/** `run.json`: what was run on what, so that a result can be traced and made again. No clock, no absolute path. */
import { createHash } from 'node:crypto';
import type { SpeakerCount } from '../model.ts';

/** Lists the files of a result, which are never read as transcripts. */
export const RUN_FILE = 'run.json';

export interface RunFile {
  program: { name: string; version: string; format: number };
  stemmers: Record<string, string>;
  /** The hash is that of the file's bytes; with `extends`, of the bytes of all those files in their order and then of its own. */
  codebook: {
    path: string;
    name: string;
    version?: string;
    sha256: string;
    extends?: { path: string; sha256: string }[];
  };
  settings: Record<string, unknown>;
  /** Tables of document variables, if there are any. */
  variables?: { path: string; sha256: string }[];
  /** Files of codings that were counted in the place of the program's own or beside them, if there are any. */
  codings?: { path: string; sha256: string }[];
  /** Whose codings were counted, where there are such files. */
  coders?: { coder: string; codings: number }[];
  documents: {
    document: string;
    group?: string;
    path: string;
    language: string;
    sha256: string;
    segments: number;
    codings: number;
    words: number;
    speakers: SpeakerCount[];
  }[];
  counts: { documents: number; segments: number; words: number; codings: number };
  /** Transcripts that the selection leaves out, if there are any. */
  leftOut?: string[];
  /** Transcripts that could not be used. */
  failed: string[];
  /** Every file of the result except this one. */
  files: string[];
}

/** Grows when names of files, tables or columns change. */
export const RESULT_FORMAT = 1;

/** SHA-256 in hexadecimal. */
export function hashBytes(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** The text of the file, keys in the order given. */
export function writeRunFile(run: RunFile): string {
  return `${JSON.stringify(run, null, 2)}\n`;
}

/** Names of the files that an earlier run lists, or `undefined` if the text is no run file of ours. */
export function readListedFiles(text: string): string[] | undefined {
  try {
    const run = JSON.parse(text) as Partial<RunFile>;
    const isOurs = run.program?.name === 'code-transcripts' && Array.isArray(run.files);
    return isOurs ? run.files?.filter((file) => /^[\w.-]+$/.test(file) && !file.startsWith('.')) : undefined;
  } catch {
    return undefined;
  }
}
