/** Finds and reads the codebook of a run: the one that is named, else one beside the transcripts, else the bundled one. */
import { dirname } from 'node:path';
import { readCodebook } from '../codebook/read-codebook.ts';
import { termKinds } from '../coding/terms/index.ts';
import type { Io } from '../io.ts';
import type { Codebook, Message } from '../model.ts';
import { decodeText } from '../transcript/decode.ts';
import { hashBytes } from './run-file.ts';
import { UsageError } from './usage-error.ts';

export interface LoadedCodebook {
  /** Missing when the messages say why it cannot be used. */
  codebook?: Codebook;
  /** As shown to the user. */
  path: string;
  /** Where it really is; missing when it comes from no file. */
  location?: string;
  sha256: string;
  /** Said to the user when the codebook was not named. */
  origin: 'named' | 'beside the transcripts' | 'in the working folder' | 'bundled' | 'given';
  messages: Message[];
}

const FILE_NAMES = ['codebook.yaml', 'codebook.yml'];
export const BUNDLED_NAME = 'volunteer-support.yaml (bundled)';

/** A codebook that is already there and comes from no file. */
export function takeCodebook(codebook: Codebook): LoadedCodebook {
  return { codebook, path: codebook.name, sha256: '', origin: 'given', messages: [] };
}

/** Throws a usage error when a named codebook is not there. */
export function loadCodebook(named: string | undefined, transcriptPaths: string[], io: Io): LoadedCodebook {
  const { path, origin } = locate(named, transcriptPaths, io);
  const shown = origin === 'bundled' ? BUNDLED_NAME : io.shorten(path);
  if (io.kindOf(path) !== 'file') throw new UsageError(`No such codebook: ${shown}`);
  const bytes = read(path, shown, io);
  const { text, messages: decoding } = decodeText({ path: shown, bytes });
  if (text === undefined) return { path: shown, location: path, sha256: hashBytes(bytes), origin, messages: decoding };
  const { codebook, messages: reading } = readCodebook(text, { path: shown, notations: termKinds });
  const messages = [...decoding, ...reading];
  return { ...(codebook ? { codebook } : {}), path: shown, location: path, sha256: hashBytes(bytes), origin, messages };
}

function locate(
  named: string | undefined,
  transcriptPaths: string[],
  io: Io,
): { path: string; origin: LoadedCodebook['origin'] } {
  if (named !== undefined) return { path: named, origin: 'named' };
  const folders = transcriptPaths.map((path) => (io.kindOf(path) === 'folder' ? path : dirname(path)));
  for (const folder of new Set(folders)) {
    const name = FILE_NAMES.find((candidate) => io.kindOf(`${folder}/${candidate}`) === 'file');
    if (name) return { path: `${folder}/${name}`, origin: 'beside the transcripts' };
  }
  const here = FILE_NAMES.find((candidate) => io.kindOf(candidate) === 'file');
  return here ? { path: here, origin: 'in the working folder' } : { path: io.bundledCodebook, origin: 'bundled' };
}

function read(path: string, shown: string, io: Io): Uint8Array {
  try {
    return io.readBytes(path);
  } catch (error) {
    throw new UsageError(`Cannot read the codebook ${shown}: ${(error as Error).message.split(',')[0]}`);
  }
}
