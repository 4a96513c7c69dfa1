/** Reads the files of codings of a run. */

import { tidyName } from '../../codebook/formats/build-codebook.ts';
import { AUTOMATIC_CODER } from '../../coding/code-transcript.ts';
import { readCodingSet } from '../../exchange/index.ts';
import type { Io } from '../../io.ts';
import type { CodingSet, Message } from '../../model.ts';
import { fold } from '../../text/fold.ts';
import { isError } from '../../text/messages.ts';
import { hashBytes } from '../run-file.ts';
import { UsageError } from '../usage-error.ts';
import type { AskedCodings } from './asked-codings.ts';

export interface CodingsFile {
  /** As shown. */
  path: string;
  /** Where it really is. */
  location: string;
  sha256: string;
  set: CodingSet;
}

export interface ReadCodings {
  files: CodingsFile[];
  /** Whether the program is asked for its own coding. */
  hasAutomatic: boolean;
  /** Whether that is counted too. */
  findsTerms: boolean;
  /** Whose codings are counted. */
  coders: readonly string[];
}

/** Only messages when a file cannot be used: without it the numbers would be others. Throws a usage error where there is no such file or coder. */
export async function readCodings(
  { files: paths, hasAutomatic, coders, texts, isTextOnly = false }: AskedCodings,
  io: Io,
): Promise<ReadCodings | { messages: Message[] }> {
  const files: CodingsFile[] = [];
  for (const path of paths) {
    const file = await readFile(path, io);
    files.push(isTextOnly && path === texts ? { ...file, set: { ...file.set, codings: [], coders: [] } } : file);
  }
  const messages = files.flatMap(({ set }) => set.messages);
  if (messages.some(isError)) return { messages };
  const known = new Set([...(hasAutomatic ? [AUTOMATIC_CODER] : []), ...files.flatMap(({ set }) => set.coders)]);
  const picked = pickCoders(coders, [...known]);
  return { files, hasAutomatic, findsTerms: hasAutomatic && picked.includes(AUTOMATIC_CODER), coders: picked };
}

async function readFile(path: string, io: Io): Promise<CodingsFile> {
  const kind = io.kindOf(path);
  if (kind === undefined)
    throw new UsageError(`No such file of codings: ${path}`, 'expected a file, or auto for the codings of the program');
  if (kind !== 'file') throw new UsageError(`Unexpected folder ${path}, expected a file of codings`);
  const shown = io.shorten(path);
  let bytes: Uint8Array;
  try {
    bytes = io.readBytes(path);
  } catch (error) {
    throw new UsageError(`Cannot read the file of codings ${shown}: ${(error as Error).message.split(',')[0]}`);
  }
  const set = tidyCoders(await readCodingSet({ path: shown, bytes }));
  return { path: shown, location: io.truePath(path), sha256: hashBytes(bytes), set };
}

/** As the files spell them; capitals make no difference. */
function pickCoders(asked: readonly string[], known: readonly string[]): readonly string[] {
  if (asked.length === 0) return known;
  return asked.flatMap((name) => {
    const exact = known.filter((coder) => coder === name.normalize('NFC'));
    const found = exact.length > 0 ? exact : known.filter((coder) => fold(coder) === fold(name));
    if (found.length > 0) return found;
    const shown = known.slice(0, MOST_NAMED).join(', ');
    const more = known.length > MOST_NAMED ? ` and ${known.length - MOST_NAMED} more` : '';
    const hint =
      known.length === 0
        ? 'nobody coded'
        : known.length === 1 && known[0] === AUTOMATIC_CODER
          ? 'the program alone coded; name the files of other codings with --codings'
          : `${known.length === 1 ? 'there is' : 'there are'} ${shown}${more}`;
    throw new UsageError(`No coder is called ${name}`, hint);
  });
}

const LONGEST_NAME = 100;

/** Names of coders stand in tables and notes, so they are one line, and not a long one. */
function tidyCoders(set: CodingSet): CodingSet {
  const tidy = new Map<string, string>();
  const tidyCoder = (name: string): string => {
    const known = tidy.get(name) ?? ([...tidyName(name)].slice(0, LONGEST_NAME).join('') || 'unnamed');
    tidy.set(name, known);
    return known;
  };
  const codings = set.codings.map((coding) => ({ ...coding, coder: tidyCoder(coding.coder) }));
  return { ...set, codings, coders: [...new Set(set.coders.map(tidyCoder))] };
}

const MOST_NAMED = 20;
