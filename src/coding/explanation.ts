/** What an explanation of a coding is: values that are printed or written as JSON. */
import type { Role } from '../model.ts';

/** Why codes are on one segment, or not. */
export interface Explanation {
  document: string;
  group?: string;
  /** 1-based numbers of its first and last paragraph. */
  paragraphs: [number, number];
  speaker?: string;
  role: Role;
  /** Whether what this role says is coded. */
  coded: boolean;
  language: string;
  /** With the label and the marks that stand before the segment in its paragraph. */
  text: string;
  /** Masked parts of the text, and the counted evidence; offsets into `text`. */
  masks: { start: number; end: number }[];
  evidence: { start: number; end: number }[];
  codes: CodeExplanation[];
}

export interface CodeExplanation {
  code: string;
  /** `Barriers \ Privacy`. */
  path: string;
  counted: ExplainedHit[];
  removed: RemovedHit[];
  /** What comes closest where nothing is counted and the code was asked for; closest first. */
  misses?: ExplainedMiss[];
  /** Why nothing could be found, for a code without terms. */
  note?: string;
}

/** A term as written and its line in its codebook file. */
export interface NamedTerm {
  term: string;
  line: number;
  /** Path of the codebook that the line is in, where it is one that is extended. */
  file?: string;
  kind: string;
}

/** Words of the transcript; offsets are relative to their paragraph, in UTF-16 units. */
export interface MatchedWords {
  text: string;
  paragraph: number;
  start: number;
  end: number;
}

export interface ExplainedHit extends NamedTerm {
  matched: MatchedWords[];
  /** The stem on which each word meets its term; only for kinds that go by stems. */
  stems: { word: string; stem: string }[];
  /** A negating word close by. */
  negation?: string;
}

export interface RemovedHit extends ExplainedHit {
  /** An exception, a longer hit of the same code, the role of the speaker, or text that was not said. */
  by: 'exception' | 'longer' | 'role' | 'mask';
  /** The exception or the longer term. */
  other?: NamedTerm;
}

export interface ExplainedMiss extends NamedTerm {
  reason: string;
  matched?: MatchedWords;
}
