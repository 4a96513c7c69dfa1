/** Finds and reads the codebook of a run: the one that is named, else one beside the transcripts, else the bundled one. */
import { dirname } from 'node:path';
import { type ReadFile, readCodebook } from '../codebook/read-codebook.ts';
import type { CodebookText, OpenBase } from '../codebook/read-parts.ts';
import { termKinds } from '../coding/terms/index.ts';
import { decodeText } from '../containers/decode.ts';
import type { Io } from '../io.ts';
import type { Codebook, Message } from '../model.ts';
import { type CodebookPlace, locatePlace, parsePlace, readPlace, resolvePlace, showPlace } from './codebook-files.ts';
import { hashBytes } from './run-file.ts';
import { UsageError } from './usage-error.ts';

export interface LoadedCodebook {
  /** Missing when the messages say why it cannot be used. */
  codebook?: Codebook;
  /** Its text, when there is a codebook. */
  file?: ReadFile;
  /** Whether the file is text at all, with or without errors. */
  isText: boolean;
  /** As shown to the user. */
  path: string;
  /** Where it really is; empty when it comes from no file. */
  location: string;
  /** Of its bytes; with books that it extends, of all their bytes, one book after the other as they are listed, its own last. */
  sha256: string;
  /** The books that it extends, directly or through others, each once. */
  bases: LoadedBase[];
  /** Said to the user when the codebook was not named. */
  origin: 'named' | 'beside the transcripts' | 'in the working folder' | 'bundled' | 'given' | 'from the codings';
  messages: Message[];
}

export interface LoadedBase {
  path: string;
  location: string;
  sha256: string;
}

/** Names by which a codebook is found that is not named, the first one first. */
export const FILE_NAMES = ['codebook.yaml', 'codebook.yml'];
export const BUNDLED_NAME = 'volunteer-support.yaml (bundled)';

/** A codebook that is already there and comes from no file. */
export function takeCodebook(codebook: Codebook): LoadedCodebook {
  return {
    codebook,
    isText: true,
    path: codebook.name,
    location: '',
    bases: [],
    sha256: '',
    origin: 'given',
    messages: [],
  };
}

/** Throws a usage error when a named codebook is not there. */
export function loadCodebook(named: string | undefined, transcriptPaths: string[], io: Io): LoadedCodebook {
  const { path, origin } = locate(named, transcriptPaths, io);
  const shown = origin === 'bundled' ? BUNDLED_NAME : io.shorten(path);
  return { ...loadPlace({ path }, shown, io), origin };
}

/** A book that is named by a path or as `REVISION:PATH`; `inputs` are the true paths of its files. Throws a usage error when it is not there. */
export function loadNamedPlace(name: string, io: Io): LoadedCodebook & { inputs: string[] } {
  const place = parsePlace(name, io);
  const loaded = loadPlace(place, showPlace(place, io), io);
  return { ...loaded, origin: 'named', inputs: [loaded.location, ...loaded.bases.map(({ location }) => location)] };
}

/** Reads one book wherever it is, with those that it extends. Throws a usage error when it is not there. */
function loadPlace(place: CodebookPlace, shown: string, io: Io): Omit<LoadedCodebook, 'origin'> {
  const { path, location } = { path: shown, location: locatePlace(place, io) };
  const bytes = readPlace(place, shown, io);
  const places = new Map([[location, place]]);
  const bases = new Map<string, LoadedBase & { bytes: Uint8Array }>();
  const openBase: OpenBase = (reference, from) => {
    const base = resolvePlace(reference, places.get(from) ?? place);
    const opened = openPlace(base, io);
    if ('reason' in opened) return opened;
    places.set(opened.location, base);
    if (opened.location !== location && !bases.has(opened.location))
      bases.set(opened.location, {
        path: opened.path,
        location: opened.location,
        sha256: hashBytes(opened.bytes),
        bytes: opened.bytes,
      });
    return opened;
  };
  const { text, messages: decoding } = decodeText({ path: shown, bytes });
  const read: { codebook?: Codebook; file?: ReadFile; messages: Message[] } =
    text === undefined ? { messages: [] } : readCodebook(text, { path, location, notations: termKinds, openBase });
  const sha256 = hashBytes(Buffer.concat([...[...bases.values()].map((base) => base.bytes), bytes]));
  return {
    ...read,
    isText: text !== undefined,
    path,
    location,
    sha256,
    bases: [...bases.values()].map(({ bytes: _bytes, ...base }) => base),
    messages: [...decoding, ...read.messages],
  };
}

/** What is wrong with an extended book's file is told at the place that names it. */
function openPlace(
  place: CodebookPlace,
  io: Io,
): (CodebookText & { bytes: Uint8Array }) | { reason: string; hint: string } {
  const path = showPlace(place, io);
  // Anything else could be a transcript, and messages quote what they find in a codebook.
  if (!/\.ya?ml$/i.test(path))
    return { reason: `Unexpected file ${path}, expected a codebook`, hint: 'its name ends in .yaml or .yml' };
  try {
    const bytes = readPlace(place, path, io);
    const { text = '', messages } = decodeText({ path, bytes });
    return { path, location: locatePlace(place, io), text, messages, bytes };
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    return { reason: error.message, hint: 'paths under `extends` begin at the folder of the file that they stand in' };
  }
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
