/** Decides whether what is read of transcripts is kept for the next run: as the user says, else the configuration. */
import { dirname } from 'node:path';
import type { Io } from '../io.ts';
import type { Message } from '../model.ts';
import type { Settings } from '../settings.ts';
import { createMessage } from '../text/messages.ts';
import { findConfig } from './config-file.ts';
import type { LoadedCodebook } from './load-codebook.ts';
import type { FileReader } from './source-reader.ts';

/** A dot folder, which is never read as a part of a study. */
export const CACHE_FOLDER = '.code-transcripts-cache';

export interface CacheRequest {
  settings: Settings;
  loaded: LoadedCodebook;
  io: Io;
  /** Grows, also while files are read. */
  messages: Message[];
}

/** The reader itself, or one that keeps what it reads in the folder of the first transcripts that were named. */
export async function cacheReading(reader: FileReader, request: CacheRequest): Promise<FileReader> {
  const { settings, io, messages } = request;
  const [first] = settings.paths;
  // Without a built program nothing tells one state of it from another.
  if (first === undefined || io.readingProgram === undefined) return reader;
  const parent = io.kindOf(first) === 'folder' ? first : dirname(first);
  const wanted = settings.cache ?? (await isConfigured(parent, request));
  if (!wanted) return reader;
  const { CachingReader } = await import('./source-cache.ts');
  const folder = `${parent}/${CACHE_FOLDER}`;
  return new CachingReader(reader, io.readingProgram, {
    folder,
    io,
    onFailure(why) {
      const path = io.shorten(folder);
      const hint = 'the results are the same, but the next run will not be faster';
      const reason = `Cannot keep what was read: ${why}`;
      messages.push(createMessage(reason, { rule: 'no-cache', severity: 'warning', path, hint }));
    },
  });
}

/** The configuration is that of the codebook, as for `check`; of the transcripts where the codebook is no file of the study. */
async function isConfigured(parent: string, { loaded, io, messages }: CacheRequest): Promise<boolean> {
  const isOwn = loaded.location !== '' && loaded.origin !== 'bundled';
  const neighbour = isOwn ? loaded.location : `${parent}/codebook.yaml`;
  // What reads it is slow to start, and hardly a study has one.
  if (findConfig(neighbour, io) === undefined) return false;
  const { loadConfig } = await import('./load-config.ts');
  const { config, messages: problems } = loadConfig(neighbour, io);
  for (const problem of problems) {
    // The run can do without it; `check` cannot.
    problem.fatal = false;
    messages.push(problem);
  }
  return config.cache;
}
