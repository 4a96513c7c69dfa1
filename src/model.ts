/** Every noun of the program as a type, and nothing else. */
import type { VFileMessage } from 'vfile-message';

/** Half-open range of UTF-16 offsets into a transcript's `text`: `text.slice(start, end)`. */
export interface Span {
  start: number;
  end: number;
}

/** A place in a source file; line and column are 1-based, column counts UTF-16 units. */
export interface Position {
  line: number;
  column: number;
  /** Path of the file, where it is another one than the file that was asked for: a codebook that is extended. */
  file?: string;
}

export type Role = 'interviewer' | 'respondent' | 'other';
export type VariableValue = string | number | boolean;

/** One interview: its readable text, and spans over that text. Offsets never refer to anything else. */
export interface Transcript {
  /** Name shown in tables, unique in the project. */
  document: string;
  /** Document group: the sub-folder, or `group` in the front matter. */
  group?: string;
  /** Where it was read, relative to the working folder, with `/`. */
  path?: string;
  /** BCP 47 code; one per document. */
  language: string;
  /** Document variables. */
  variables: Record<string, VariableValue>;
  /** LF, NFC, no markup; paragraph n (1-based) is line n. */
  text: string;
  turns: Turn[];
  /** How what the file does not say outright was told. */
  told?: ToldBy;
}

/** What language and interviewer were told by. */
export interface ToldBy {
  language: 'option' | 'stated' | 'text' | 'default';
  /** Such as `role word`; empty when nobody is the interviewer. */
  interviewer: string;
}

/** One uninterrupted contribution: from its speaker label to the end of its last paragraph. */
export interface Turn extends Span {
  speaker?: string;
  role: Role;
  /** When it begins, as written beside the label or just before the first word, such as `12:30`. */
  time?: string;
  /** Time stamps inside it, in order: what is said behind `start` was said from `time` on. */
  stamps: { start: number; time: string }[];
  /** Labels, time stamps, headings and marks like [laughs]: in the text, invisible to terms, not counted as words. Sorted. */
  masks: Span[];
  /** 1-based line of the source file. */
  line: number;
}

export type Unit = 'paragraph' | 'sentence' | 'turn';

/** The smallest passage that a code is put on. Starts after the speaker label. */
export interface Segment extends Span {
  /** 0-based index into the transcript's turns. */
  turn: number;
}

export interface Codebook {
  name: string;
  title?: string;
  version?: string;
  /** Languages of its terms; the first is the default. */
  languages: string[];
  codes: Code[];
}

export interface Code {
  /** Unique in the whole book, so that moving a code keeps its codings. */
  id: string;
  name: string;
  definition?: string;
  include?: string;
  exclude?: string;
  /** The code's tests: what it must and must not be put on. */
  examples: { match: Example[]; noMatch: Example[] };
  /** `#rrggbb`; a subcode without one takes its parent's. */
  color?: string;
  memo?: string;
  terms: Term[];
  codes: Code[];
  position: Position;
}

/** A sentence in a codebook, and where it stands. */
export interface Example {
  text: string;
  position: Position;
}

/** What is looked for; `kind` names the file in `coding/terms/` that understands `source`. */
export interface Term {
  kind: string;
  source: string;
  /** BCP 47 code, or `any`. */
  language: string;
  /** 0–100. */
  weight?: number;
  /** Hits inside or overlapping a hit of one of these are void. */
  except: Term[];
  /** Of a term that is made of several others. */
  items?: Term[];
  /** Most words between neighbouring items. */
  within?: number;
  /** Whether the items must come in their order. */
  ordered?: boolean;
  memo?: string;
  position: Position;
}

/** One code on one passage by one coder: MAXQDA's coded segment. Of the program's own the passage is a segment; people mark any. */
export interface Coding extends Span {
  /** Id of the code. */
  code: string;
  document: string;
  coder: string;
  /** 0–100, the largest of the terms that matched. */
  weight: number;
  /** 0-based index into the transcript's turns: that of the first segment it touches, else the one it begins in. */
  turn: number;
  /** Empty for a human decision. */
  evidence: Evidence[];
  memo?: string;
}

/** Why a passage is coded: the term, the words it matched, and a negating word close by. */
export interface Evidence {
  term: string;
  spans: Span[];
  negation?: string;
}

/** One coded passage as another program, or a file of codings, states it: before its place in a transcript is known. */
export interface StatedCoding {
  /** Name of the document there. */
  document: string;
  /** Id or name of the code as it stands there, or its path from the top down; an id of the set's codebook where there is one. */
  code: string[];
  /** Its id, where that is stated beside its name. */
  codeId?: string;
  coder: string;
  /** UTF-16 offsets into the stated document's `text`; where that has none, code points of the transcript's text. Absent where only the quote is known. */
  span?: Span;
  quote?: string;
  /** 1-based paragraph where it begins, if stated. */
  paragraph?: number;
  weight?: number;
  memo?: string;
  /** Spans are counted as `span` is. */
  evidence?: Evidence[];
}

/** A document as another program, or a file of codings, states it. */
export interface StatedDocument {
  /** Each once; codings have it. */
  name: string;
  /** What it is called there, where another document is called the same. */
  title?: string;
  text?: string;
  group?: string;
  variables: Record<string, VariableValue>;
  memo?: string;
}

/** What a project or a file of codings holds. */
export interface CodingSet {
  path: string;
  /** Title of the project. */
  title?: string;
  codebook?: Codebook;
  documents: StatedDocument[];
  codings: StatedCoding[];
  /** Everybody who coded, in the order of the file. */
  coders: string[];
  /** Memos that belong to no document, code or coding. */
  memos: StatedMemo[];
  /** With an error among them nothing of the set can be used. */
  messages: Message[];
  /** Everything that is in the file and not in here. */
  leftOut: LeftOutItem[];
}

/** A memo as another program states it. */
export interface StatedMemo {
  title: string;
  text: string;
  /** The documents and codes that it is linked to, by name. */
  about: string[];
}

/** One thing that was not taken over. */
export interface LeftOutItem {
  /** In the singular: `picture`, `selection`. */
  kind: string;
  /** Its own name, or that of the document it is in; never what was said. */
  name: string;
  /** Such as `begins behind the end of the text`. */
  reason: string;
}

/** A transcript with what was found in it; the unit that every analysis works on. */
export interface CodedDocument {
  transcript: Transcript;
  segments: Segment[];
  /** Words of each segment, marks not counted. */
  segmentWords: number[];
  codings: Coding[];
  /** Of a part of a document, where it lies in the text; sorted. All of the text when left out. */
  within?: Span[];
  /** Words in codable segments, marks not counted. */
  words: number;
  /** Every speaker, most words first. */
  speakers: SpeakerCount[];
  /** All that the user is told of this document. */
  messages: Message[];
}

/** A file, or a folder of files, that could not be used at all. */
export interface FailedFile {
  document: string;
  group?: string;
  /** Below the path that was given. */
  path: string;
  /** At least one error. */
  messages: Message[];
}

export interface SpeakerCount {
  speaker?: string;
  role: Role;
  turns: number;
  words: number;
  coded: boolean;
}

export type ColumnKind = 'text' | 'integer' | 'percent' | 'decimal';

export interface Column {
  /** Stable name in csv and json. */
  key: string;
  /** Heading for people; the key where it is left out. */
  title?: string;
  kind: ColumnKind;
  /** Whether it is for programs and spreadsheets, and only in the way of who reads the table. */
  inFilesOnly?: boolean;
  /** Decimals of a decimal or percentage, where they are not one for people and two for machines. */
  digits?: number;
  /** What people see where its number is not defined; nothing when left out. */
  empty?: string;
  /** Set for a share of the number in the column before it. */
  isShare?: true;
  /** Set for the columns that stand for one document each. */
  document?: { name: string; group?: string };
}

export type Cell = string | number | boolean | null;

export interface Row {
  kind: 'body' | 'total';
  /** Id of the code that the row is about. */
  code?: string;
  /** 0-based depth in the code tree. */
  depth?: number;
  /** Colour of the code. */
  color?: string;
  /** Whether the row is a parent's own codings, without its subcodes. */
  directly?: boolean;
  /** Kind of its numbers, where it is another one than the columns say: what percentages above it are shares of. */
  numbers?: ColumnKind;
  /** One per column. */
  cells: Cell[];
}

/** Every result: what it is, its columns, its rows, and notes that define its numbers. */
export interface Table {
  name: string;
  title: string;
  columns: Column[];
  rows: Iterable<Row>;
  /** The rows about one code, in their order, where the table knows which they are. */
  rowsOf?(code: string): { count: number; rows: Iterable<Row> };
  notes: string[];
  /**
   * How it is drawn in a terminal. `circles`: the counts of its columns, behind code and id, as circles that grow; `numbers`:
   * the same as numbers; the last column, or a number and its share, is that of all. `records`: one block of lines a row, for wide tables with long
   * cells; without it that is done only where columns do not fit. `kwic`: one line a row, aligned on the column `keyword`
   * between `left` and `right`. `relations`: the columns behind the third stand for the rows, and are numbered as they are.
   * `codeline`: a strip for every document and code, filled from `begin` to `end`. `quotes`: for every row a line a cell, with
   * the number of quotes in it.
   */
  display?: 'circles' | 'numbers' | 'records' | 'kwic' | 'relations' | 'codeline' | 'quotes';
}

/** What a user is told: place, rule id, severity (`fatal`: true error, false warning, undefined information) and a hint in `note`. */
export type Message = VFileMessage;
