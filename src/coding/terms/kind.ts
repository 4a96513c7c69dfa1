/** What a kind of term is: how it is written, what it matches, and how it is compiled. */
import type { TermNotation } from '../../codebook/notation.ts';
import type { Span, Term } from '../../model.ts';
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

/** Words `[first, end)` of a passage. */
export interface WordRange {
  first: number;
  end: number;
}

/** A term ready to be looked for. */
export type CompiledTerm =
  /** Any of these sequences of words. */
  | { by: 'words'; sequences: WordSequence[] }
  | SearchedText
  /** Places of other terms: `combine` gets the hits of each item, in the order of the text, and picks one of each, or nothing. */
  | { by: 'items'; items: Term[]; combine(hits: readonly (readonly WordRange[])[]): WordRange[] | undefined };

/** Looked for in the text of a passage and not in its words. */
export interface SearchedText {
  by: 'text';
  /** Whether there may be any: a quick look for strings. */
  mayFind(text: string): boolean;
  /** Spans in order; a hit is the words that they cover. */
  find(text: string): Span[];
  /** Small letters and digits of English, two at least: a text in which no word holds one of these is not searched. Empty where every text is. */
  needs: readonly string[];
}

/** One sample of the documentation, which is also a test. */
export interface TermSample {
  /** As written in the codebook; for a kind of several items its YAML in one line. */
  term: string;
  match: string[];
  noMatch: string[];
  language?: string;
}

export interface TermKind extends TermNotation {
  /** One line for the documentation. */
  summary: string;
  samples: TermSample[];
  /** Called only with a term that has no problem. */
  compile(term: Term, language: Language): CompiledTerm;
}
