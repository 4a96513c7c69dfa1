/** What a codebook finds in transcripts, gathered once for all rules that ask. */
import { listCodes } from '../codebook/code-tree.ts';
import type { Code, Codebook, CodedDocument, Coding, Term } from '../model.ts';
import { fold } from '../text/fold.ts';
import { findLanguage } from '../text/languages/index.ts';

export interface CodeUse {
  code: Code;
  /** Ordinals of the segments coded with it, growing; subcodes not counted. */
  segments: number[];
  /** In the order of the file; only terms for a language of the transcripts. */
  terms: TermUse[];
}

export interface TermUse {
  term: Term;
  /** Segments in which it is evidence. */
  segments: number;
  /** The folded words that it matched, with how often. Empty for terms of several words. */
  forms: Map<string, number>;
}

export interface CodebookUse {
  codes: CodeUse[];
  /** Segments of all documents. */
  segments: number;
}

/** Takes coded documents one by one. */
export class CodebookUseFold {
  #codes: CodeUse[];
  #byId: Map<string, { use: CodeUse; terms: Map<string, TermUse[]> }>;
  #languages = new Set<string>();
  #segments = 0;

  constructor(codebook: Codebook) {
    this.#codes = listCodes(codebook).map(({ code }) => ({
      code,
      segments: [],
      terms: code.terms.map((term) => ({ term, segments: 0, forms: new Map() })),
    }));
    this.#byId = new Map(this.#codes.map((use) => [use.code.id, { use, terms: groupBySource(use.terms) }]));
  }

  add(document: CodedDocument): void {
    const { transcript, codings, segments } = document;
    const language = findLanguage(transcript.language)?.code ?? transcript.language;
    this.#languages.add(language);
    const ordinals = new Map(segments.map(({ start }, index) => [start, this.#segments + index]));
    for (const coding of codings) this.#addCoding(coding, transcript.text, language, ordinals.get(coding.start));
    this.#segments += segments.length;
  }

  finish(): CodebookUse {
    const heard = ({ term }: TermUse) =>
      term.language === 'any' || this.#languages.has(findLanguage(term.language)?.code ?? term.language);
    const codes = this.#codes.map((use) => ({ ...use, terms: use.terms.filter(heard) }));
    return { codes, segments: this.#segments };
  }

  #addCoding({ code, evidence }: Coding, text: string, language: string, ordinal: number | undefined): void {
    const found = this.#byId.get(code);
    if (!found || ordinal === undefined) return;
    found.use.segments.push(ordinal);
    const seen = new Set<TermUse>();
    for (const { term, spans } of evidence) {
      for (const use of found.terms.get(term) ?? []) {
        if (use.term.language !== 'any' && findLanguage(use.term.language)?.code !== language) continue;
        if (!seen.has(use)) use.segments++;
        seen.add(use);
        for (const { start, end } of spans) countForm(use, text.slice(start, end));
      }
    }
  }
}

/** Evidence names its term by what is written; several terms of a code may be written alike in two languages. */
function groupBySource(terms: readonly TermUse[]): Map<string, TermUse[]> {
  const groups = new Map<string, TermUse[]>();
  for (const use of terms) groups.set(use.term.source, [...(groups.get(use.term.source) ?? []), use]);
  return groups;
}

function countForm({ term, forms }: TermUse, words: string): void {
  if (/\s/u.test(term.source) || !SINGLE.has(term.kind) || /\s/u.test(words)) return;
  const form = fold(words);
  forms.set(form, (forms.get(form) ?? 0) + 1);
}

const SINGLE = new Set(['word', 'wildcard']);
