/** What a format of codings is that other programs, or people, hand over. */
import type { SourceFile } from '../containers/source-file.ts';
import type { CodingSet, Message } from '../model.ts';

/** How the positions of a project count, where the user knows it better. */
export interface PositionReading {
  offsets?: 'codepoint' | 'utf16';
  newlines?: 'crlf' | 'lf';
}

export interface CodingFormat {
  name: string;
  /** With its article, as in sentences. */
  title: string;
  /** Lower case, with the dot. */
  extensions: readonly string[];
  /** May throw a refusal; what is not understood is in the messages and the list of what is left out. */
  read(file: SourceFile, reading: PositionReading): CodingSet | Promise<CodingSet>;
}

/** A set with nothing in it yet. */
export function emptySet(path: string, messages: Message[] = []): CodingSet {
  return { path, documents: [], codings: [], coders: [], memos: [], messages, leftOut: [] };
}
