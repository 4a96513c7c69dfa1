/** What a format reader hands over: blocks of lines, before anyone knows who speaks. */
import type { SourceFile } from '../containers/source-file.ts';
import type { Message, Span } from '../model.ts';

/** Under which a line remembers the label that was found in it. */
export const FOUND = Symbol('found label');

/** `in` is the line that was searched: a copy of a line, in which something may have changed, has a memory that is not its own. */
export interface FoundLabel {
  in: object;
  label: LabelCandidate | undefined;
}

/** One line as written, trimmed, in NFC. */
export interface SourceLine {
  text: string;
  /** 1-based line of the file. */
  line: number;
  /** Number of characters at the beginning that are bold or italic, as labels and questions are; 0 for none. */
  bold: number;
  /** What is in the text but was not said, such as an address; offsets into `text`. */
  masks: Span[];
  /** The speaker label at its beginning, where the format itself says who speaks (a voice tag, a column); never doubted. */
  label?: SpeakerLabel;
  /** Whether it is an item of a numbered list whose number does not stand in the text. */
  numbered?: true;
  /** When it was said, where the format tells it apart from the text; it goes to a label that is found in the text. */
  time?: string;
  /** A symbol, so that it does not go along where a line is written or sent. */
  [FOUND]?: FoundLabel;
}

/** A label at the beginning of a line. */
export interface SpeakerLabel {
  /** As written, without colon and stamp; empty where a turn begins of nobody in particular. */
  name: string;
  /** Offset into the line at which what is said begins. */
  end: number;
  /** As written, without brackets. */
  time?: string;
  /** Where the format itself says who asks and who answers. */
  role?: 'interviewer' | 'respondent';
}

/** What may be a label. */
export interface LabelCandidate extends SpeakerLabel {
  /** `certain` shapes may be labels if their name recurs; `bare` ones only if the name is known from elsewhere. */
  shape: 'certain' | 'bare';
}

/** Lines that make one paragraph unless a speaker label divides them. */
export interface Block {
  kind: 'text' | 'heading';
  lines: SourceLine[];
}

/** A file as read: blocks in order, and front matter with every scalar a string. */
export interface Source {
  blocks: Block[];
  frontMatter: Record<string, unknown>;
  messages: Message[];
}

/** What a column of a table may hold that is read. */
export const COLUMN_KEYS = ['speaker', 'text', 'time', 'role', 'question'] as const;

/** Names of the columns of a table, as its heading row has them; case does not matter. A plain value. */
export type ColumnMapping = Partial<Record<(typeof COLUMN_KEYS)[number], string>>;

/** What the user says of how files are to be read. A plain value. */
export interface ReadOptions {
  columns?: ColumnMapping;
}

export interface Format {
  name: string;
  /** Lower case, with the dot. */
  extensions: readonly string[];
  /**
   * Whether a file that was found in a folder is such a transcript, for an extension that files of other kinds have too.
   * Without it the extension decides; for the one file that is named by the user it always does. Never throws.
   */
  recognizes?(bytes: Uint8Array, options?: ReadOptions): boolean | Promise<boolean>;
  /**
   * Whether reading these bytes might take time or memory without end, as is so of containers and of what is left to the
   * parsers of others: then they are read in a process of its own, under limits. Without it they never are. Takes no time.
   */
  isolated?(bytes: Uint8Array): boolean;
  /**
   * Whether reading these bytes takes much longer than reading back what was read. Without it, it does where `isolated` is there.
   */
  isSlow?(bytes: Uint8Array): boolean;
  /** Never throws on bad content; what was not understood is in the messages. */
  read(file: SourceFile, options?: ReadOptions): Source | Promise<Source>;
}
