/** What a kind of term is: how it is written, what it matches, and how it is compiled. */
import type { TermNotation } from '../../codebook/notation.ts';
import type { Language } from '../../text/languages/language.ts';

/** A question about one word; each distinct word is asked once. */
export type WordTest =
  | { by: 'stem'; key: string }
  /** The written form; with `anyCase` the form is lower case and so is what it is compared with. */
  | { by: 'form'; form: string; anyCase: boolean }
  /** `*` zero or more characters, `?` one, on the folded form. */
  | { by: 'pattern'; pattern: string }
  | { by: 'any' };

/** Tests for words that follow each other. The first is never `any`. */
export type WordSequence = WordTest[];

/** One sample of the documentation, which is also a test. */
export interface TermSample {
  term: string;
  match: string[];
  noMatch: string[];
  language?: string;
}

export interface TermKind extends TermNotation {
  /** One line for the documentation. */
  summary: string;
  samples: TermSample[];
  /** The sequences of words that the term matches, any of them. Called only with a source that has no problem. */
  compile(source: string, language: Language): WordSequence[];
}
