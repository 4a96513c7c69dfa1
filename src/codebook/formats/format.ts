/** What a foreign format of codebooks is, and what its reader hands over. */
import { decodeText } from '../../containers/decode.ts';
import type { SourceFile } from '../../containers/source-file.ts';
import type { Codebook, Message } from '../../model.ts';
import type { Losses } from './losses.ts';
import type { ReaderLimit } from './reader-limits.ts';

export interface CodebookFormat {
  /** As after `-f`. */
  name: string;
  /** With its article, as in sentences. */
  title: string;
  /** Lower case, with the dot. */
  extensions: readonly string[];
  /** Whether a file is of this format, where other files have its extension too. Never throws. */
  recognizes?(bytes: Uint8Array): boolean;
  /** What is in the file, in order. May throw a refusal; what is not understood is a loss. */
  read(file: SourceFile, losses: Losses): Draft | Promise<Draft>;
  /** The text of a file; what does not go into it is a loss. `extension` is that of the file, lower case with the dot. */
  write?(codebook: Codebook, losses: Losses, extension: string): string;
  /** Where programs that open what is written stumble. */
  limits?: readonly ReaderLimit[];
}

/** A codebook as others wrote it: names instead of ids, patterns instead of terms. */
export interface Draft {
  title?: string | undefined;
  codes: DraftCode[];
  /** What reading the bytes told. */
  messages?: Message[];
}

export interface DraftCode {
  name: string;
  /** 1-based line or row of the file; 0 where there is none. */
  line: number;
  /** What its file knows the code, or the codes that it was made of, by. */
  guids?: string[];
  notes?: CodeNotes | undefined;
  /** As written. */
  color?: string | undefined;
  terms: DraftTerm[];
  codes: DraftCode[];
}

export interface CodeNotes {
  definition?: string;
  include?: string;
  exclude?: string;
  memo?: string;
}

export interface DraftTerm {
  /** A word or words with `*` and `?`, case-insensitive. */
  pattern: string;
  line: number;
  /** As written. */
  weight?: number | undefined;
  /** Set where the pattern is a term in our own notation. */
  language?: string;
}

/** A code without anything in it yet. */
export function draftCode(name: string, line: number): DraftCode {
  return { name, line, terms: [], codes: [] };
}

/** The draft that `read` makes of the text of a file; no codes and an error where the bytes are no text. */
export function readTextDraft(file: SourceFile, read: (text: string) => Draft): Draft {
  const { text, messages } = decodeText(file);
  if (text === undefined) return { codes: [], messages };
  const draft = read(text);
  return { ...draft, messages: [...messages, ...(draft.messages ?? [])] };
}

/** The first characters of a file that is text, without blanks before them, for `recognizes`. */
export function beginningOf(bytes: Uint8Array): string {
  const { text } = decodeText({ path: '', bytes: bytes.subarray(0, 4096) });
  return (text ?? '').trimStart();
}
