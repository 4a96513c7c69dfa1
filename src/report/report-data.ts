/** The data inside a report: what the program writes into the page and the page reads. Offsets are UTF-16 units, as everywhere. */
import type { Role, VariableValue } from '../model.ts';

/** The content of the script element `study`. Texts stand in elements of their own, since they are large and seldom all looked at. */
export interface ReportData {
  title: string;
  codes: ReportCode[];
  facts: ReportFacts;
  documents: PackedDocument[];
  failed: ReportFailure[];
}

/** Number of a document to the id of the element that holds its `PackedText`. */
export function textElementOf(index: number): string {
  return `text-${index}`;
}

/** Id of the element that holds the `ReportData`. */
export const STUDY_ELEMENT = 'study';

/** A code with all that is said of it, ready to be read. */
export interface ReportCode {
  id: string;
  name: string;
  color?: string;
  /** Place in the tree: `2.1`. */
  number: string;
  texts: { title: string; text: string }[];
  examples: { title: string; texts: string[] }[];
  terms: { title: string; kinds: { kind: string; terms: { source: string; details: string }[] }[] }[];
  codes: ReportCode[];
}

/** What was run, so that a number can be traced; the part of `run.json` that says it. */
export interface ReportFacts {
  program: { name: string; version: string };
  stemmers: Record<string, string>;
  codebook: { path: string; name: string; version?: string; sha256: string };
  settings: Record<string, unknown>;
  variables?: { path: string }[];
  /** Files of codings, in the place of the program's own or beside them. */
  codings?: { path: string; sha256: string }[];
  /** Transcripts that the selection leaves out. */
  leftOut?: string[];
  /** What the selection keeps, in sentences. */
  selected: string[];
  /** What was told of the study, and not of a single document of it. */
  remarks: string[];
}

/** A file that could not be used, and why. */
export interface ReportFailure {
  document: string;
  group?: string;
  reasons: string[];
}

/** All that tables are made of, for one document. */
export interface PackedDocument {
  name: string;
  group?: string;
  language: string;
  variables: Record<string, VariableValue>;
  /** Words in codable segments. */
  words: number;
  speakers: { speaker?: string; role: Role; turns: number; words: number; coded: boolean }[];
  /** What was told of it. */
  remarks: string[];
  /** Four numbers a segment: start, end, turn, words. */
  segments: number[];
  /** Spellings of terms and names of coders, to which codings point. */
  terms: string[];
  coders: string[];
  codings: PackedCoding[];
}

/** `code` is the place in the book, depth first; `coder` an index into `coders`. */
export type PackedCoding = [
  code: number,
  start: number,
  end: number,
  turn: number,
  weight: number,
  coder: number,
  evidence: PackedEvidence[],
  memo?: string,
];

/** `term` is an index into `terms`; of each span start and end. */
export type PackedEvidence = [term: number, spans: number[], negation?: string];

/** What is needed only where a document is read. */
export interface PackedText {
  text: string;
  /** Names of speakers, to which turns point. */
  names: string[];
  turns: PackedTurn[];
}

/** `speaker` is an index into `names`, -1 for nobody; `role` one into `ROLES`; of each mask start and end. */
export type PackedTurn = [
  start: number,
  end: number,
  speaker: number,
  role: number,
  line: number,
  masks: number[],
  stamps: [start: number, time: string][],
  time?: string,
];

/** In the order in which packed turns number them. */
export const ROLES = ['interviewer', 'respondent', 'other'] as const satisfies readonly Role[];
