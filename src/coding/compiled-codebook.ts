/** A codebook made ready for one language: its terms as sequences in a matcher, its exceptions beside them. */
import { listCodes } from '../codebook/code-tree.ts';
import type { Code, Codebook, Term } from '../model.ts';
import { findLanguage } from '../text/languages/index.ts';
import type { Vocabulary } from '../text/vocabulary.ts';
import type { Words } from '../text/words.ts';
import { Matcher } from './matcher.ts';
import { kindOf } from './terms/index.ts';

/** A term with the code it belongs to. Owners in the matcher are indices into the list of these. */
export interface OwnedTerm {
  code: Code;
  term: Term;
  /** Place of the code in the book, depth first. */
  codeIndex: number;
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

  /** Terms of `language` and of `any`. Throws when the language is unknown; readers refuse such books before. */
  constructor(codebook: Codebook, languageCode: string, vocabulary: Vocabulary) {
    const language = findLanguage(languageCode);
    if (!language) throw new Error(`Unknown language: ${languageCode}`);
    this.matcher = new Matcher(language, vocabulary);
    for (const { code, index } of listCodes(codebook)) {
      for (const term of code.terms)
        if (appliesTo(term, language.code)) this.#terms.push({ code, term, codeIndex: index });
    }
    this.#firstException = this.#terms.length;
    this.#terms.forEach(({ term }, owner) => {
      for (const sequence of kindOf(term).compile(term.source, language)) this.matcher.add(sequence, owner);
      for (const exception of term.except) {
        const number = this.#firstException + this.#exceptionOf.push(owner) - 1;
        for (const sequence of kindOf(exception).compile(exception.source, language))
          this.matcher.add(sequence, number);
      }
    });
  }

  /** Number of terms that apply in this language. */
  get size(): number {
    return this.#terms.length;
  }

  /** Hits in the passage; those inside or overlapping an exception of their term are void. */
  find(words: Words): TermHit[] {
    const hits = this.matcher.find(words);
    if (hits.length === 0) return [];
    const exceptions = hits.filter((hit) => hit.owner >= this.#firstException);
    const found: TermHit[] = [];
    for (const hit of hits) {
      const owned = this.#terms[hit.owner];
      if (!owned) continue;
      const isVoid = exceptions.some(
        (exception) =>
          this.#exceptionOf[exception.owner - this.#firstException] === hit.owner &&
          exception.first < hit.end &&
          hit.first < exception.end,
      );
      if (!isVoid) found.push({ owned, first: hit.first, end: hit.end });
    }
    return found;
  }
}

function appliesTo(term: Term, language: string): boolean {
  return term.language === 'any' || findLanguage(term.language)?.code === language;
}
