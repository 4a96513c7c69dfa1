/** A codebook made ready for one language: its terms as sequences in a matcher, its exceptions beside them. */
import { listCodes } from '../codebook/code-tree.ts';
import type { Code, Codebook, Term } from '../model.ts';
import { findLanguage } from '../text/languages/index.ts';
import type { Vocabulary } from '../text/vocabulary.ts';
import type { Words } from '../text/words.ts';
import { type Hit, Matcher } from './matcher.ts';
import { kindOf } from './terms/index.ts';

/** A term with the code it belongs to. Owners in the matcher are indices into the list of these. */
export interface OwnedTerm {
  code: Code;
  term: Term;
  /** Place of the code in the book, depth first. */
  codeIndex: number;
  /** Place of the term among those of the book. */
  order: number;
}

/** Words `[first, end)` match the term. */
export interface TermHit {
  owned: OwnedTerm;
  first: number;
  end: number;
}

/** Finds hits of a codebook's terms, exceptions already applied. */
export class CompiledCodebook {
  readonly matcher: Matcher;
  #terms: OwnedTerm[] = [];
  /** Owner numbers from here on are exceptions: of the term at the same place in this list. */
  #exceptionOf: number[] = [];
  #firstException: number;
  #hasOnlyAny: boolean;

  /** Terms of `language` and of `any`. Throws when the language is unknown; readers refuse such books before. */
  constructor(codebook: Codebook, languageCode: string, vocabulary: Vocabulary) {
    const language = findLanguage(languageCode);
    if (!language) throw new Error(`Unknown language: ${languageCode}`);
    this.matcher = new Matcher(language, vocabulary);
    for (const { code, index } of listCodes(codebook)) {
      for (const term of code.terms)
        if (appliesTo(term, language.code))
          this.#terms.push({ code, term, codeIndex: index, order: this.#terms.length });
    }
    this.#firstException = this.#terms.length;
    this.#hasOnlyAny = listCodes(codebook).every(({ code }) => code.terms.every((term) => term.language === 'any'));
    this.#terms.forEach(({ term }, owner) => {
      for (const sequence of kindOf(term).compile(term.source, language)) this.matcher.add(sequence, owner);
      for (const exception of term.except) {
        const number = this.#firstException + this.#exceptionOf.push(owner) - 1;
        for (const sequence of kindOf(exception).compile(exception.source, language))
          this.matcher.add(sequence, number);
      }
    });
  }

  /** Whether there are terms for this language; those for any language count only where the book has no others. */
  get isUsable(): boolean {
    const inLanguage = this.#terms.some(({ term }) => term.language !== 'any');
    return inLanguage || (this.#terms.length > 0 && this.#hasOnlyAny);
  }

  /** Hits in the passage; those inside or overlapping an exception of their term are void. */
  find(words: Words): TermHit[] {
    const hits = this.matcher.find(words);
    const excepted = this.#markExceptions(hits, words.count);
    const found: TermHit[] = [];
    for (const { owner, first, end } of hits) {
      const owned = this.#terms[owner];
      if (owned && !excepted.get(owner)?.subarray(first, end).includes(1)) found.push({ owned, first, end });
    }
    return found;
  }

  /** For each term with exceptions in the passage, the words that they cover. */
  #markExceptions(hits: readonly Hit[], count: number): Map<number, Uint8Array> {
    const excepted = new Map<number, Uint8Array>();
    for (const { owner, first, end } of hits) {
      const term = this.#exceptionOf[owner - this.#firstException];
      if (term === undefined) continue;
      const words = excepted.get(term) ?? new Uint8Array(count);
      excepted.set(term, words.fill(1, first, end));
    }
    return excepted;
  }
}

function appliesTo(term: Term, language: string): boolean {
  return term.language === 'any' || findLanguage(term.language)?.code === language;
}
