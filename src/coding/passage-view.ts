/** One passage as a search for near misses sees it: its words as strings, and where any terms would stand in it. */
import type { Code, Term } from '../model.ts';
import { findLanguage } from '../text/languages/index.ts';
import type { Language } from '../text/languages/language.ts';
import type { Vocabulary } from '../text/vocabulary.ts';
import { Gap, type Words } from '../text/words.ts';
import { CompiledCodebook, type PassageText, type TermHit } from './compiled-codebook.ts';
import type { WordRange } from './terms/kind.ts';

/** A word of the passage; `joined` is the hyphenated word that begins here without its hyphens, of `length` words. */
export interface SeenWord {
  form: string;
  joined?: { form: string; length: number };
  /** Whether punctuation stands before it. */
  breaks: boolean;
}

/** Compiles terms on their own, each list once for all passages. */
export class TermBooks {
  #books = new Map<Term[], Map<string, CompiledCodebook>>();
  #vocabulary: Vocabulary;

  constructor(vocabulary: Vocabulary) {
    this.#vocabulary = vocabulary;
  }

  bookOf(terms: Term[], language: string): CompiledCodebook {
    const books = this.#books.get(terms) ?? new Map<string, CompiledCodebook>();
    this.#books.set(terms, books);
    const known = books.get(language);
    if (known) return known;
    const position = { line: 1, column: 1 };
    const code: Code = { id: '', name: '', examples: { match: [], noMatch: [] }, terms, codes: [], position };
    const book = new CompiledCodebook({ name: '', languages: [language], codes: [code] }, language, this.#vocabulary);
    books.set(language, book);
    return book;
  }
}

export interface PassageParts {
  words: Words;
  vocabulary: Vocabulary;
  /** The text of the whole transcript. */
  text: string;
  passage: () => PassageText;
  /** BCP 47 code of a known language. */
  language: string;
  books: TermBooks;
}

export class PassageView {
  readonly language: Language;
  readonly words: SeenWord[] = [];
  #parts: PassageParts;

  constructor(parts: PassageParts) {
    const language = findLanguage(parts.language);
    if (!language) throw new Error(`Unknown language: ${parts.language}`);
    this.language = language;
    this.#parts = parts;
    const { words, vocabulary } = parts;
    for (let at = 0; at < words.count; at++) {
      const length = words.joinedLengths[at] as number;
      this.words.push({
        form: vocabulary.form(words.ids[at] as number),
        ...(length > 0 ? { joined: { form: vocabulary.form(words.joinedIds[at] as number), length } } : {}),
        breaks: words.gaps[at] === Gap.breaking,
      });
    }
  }

  /** Hits of terms, each compiled as if it stood alone in a book; the list must be the same object every time. */
  find(terms: Term[], language: string = this.language.code): TermHit[] {
    return this.#parts.books.bookOf(terms, language).find(this.#parts.words, this.#parts.passage);
  }

  /** The text over words `[first, end)` in one line. */
  quote({ first, end }: WordRange): string {
    const { words, text } = this.#parts;
    return text.slice(words.starts[first], words.ends[end - 1]).replace(/\s+/gu, ' ');
  }
}
