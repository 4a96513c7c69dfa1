/** Finds quotes in a text, as far as they differ in nothing but white space, composition, hyphens and marks of quotation. */
import type { Span } from '../model.ts';
import { isWordCodePoint } from '../text/characters.ts';
import { type Squeezed, type Squeezing, squeezeText } from './squeeze-text.ts';

/** Places of one quote that are looked for. */
const MOST_PLACES = 10_000;
/** UTF-16 units that are looked at for all quotes of one document; some seconds. */
const MOST_WORK = 1e9;
/** Units of a quote that are searched for first: on texts of one letter a search takes as many steps for each unit. */
const LONGEST_KEY = 24;
/** What it takes to begin a search, in the same measure. */
const NEW_SEARCH = 500;

/** Searches one text; what it needs for that is made at the first quote. */
export class QuoteFinder {
  #text: string;
  #squeezed = new Map<Squeezing, Squeezed>();
  #places = new Map<string, Span[]>();
  #mostWork: number;
  #work = 0;

  constructor(text: string, mostWork = MOST_WORK) {
    this.#text = text;
    this.#mostWork = mostWork;
  }

  /** Whether texts were so large that quotes were no longer searched for. */
  get isExhausted(): boolean {
    return this.#work > this.#mostWork;
  }

  /** All places in order: word for word where there are any, else more loosely; those at the edges of words where there are any. */
  find(quote: string): readonly Span[] {
    const known = this.#places.get(quote);
    if (known) return known;
    const strict = this.#search(quote, 'strict');
    const found = strict.length > 0 ? strict : this.#search(quote, 'loose');
    const whole = found.filter((span) => this.#isOfWholeWords(span));
    const places = whole.length > 0 ? whole : found;
    this.#places.set(quote, places);
    return places;
  }

  #search(quote: string, squeezing: Squeezing): Span[] {
    const wanted = squeezeText(quote, squeezing).text;
    const { text, starts, ends } = this.#squeeze(squeezing);
    const found: Span[] = [];
    if (wanted === '' || this.#work > this.#mostWork) return found;
    const key = wanted.slice(0, LONGEST_KEY);
    let from = 0;
    while (found.length < MOST_PLACES && this.#work <= this.#mostWork) {
      const at = text.indexOf(key, from);
      this.#work += (at < 0 ? text.length : at) - from;
      if (at < 0) break;
      this.#work += wanted.length + NEW_SEARCH;
      from = at + 1;
      if (!text.startsWith(wanted, at)) continue;
      const last = at + wanted.length - 1;
      if (isEdge(text, at) && isEdge(text, last + 1) && starts[at] !== starts[at - 1] && ends[last] !== ends[last + 1])
        found.push({ start: starts[at] as number, end: ends[last] as number });
      from = last + 1;
    }
    return found;
  }

  #squeeze(squeezing: Squeezing): Squeezed {
    const squeezed = this.#squeezed.get(squeezing) ?? squeezeText(this.#text, squeezing);
    this.#squeezed.set(squeezing, squeezed);
    return squeezed;
  }

  #isOfWholeWords({ start, end }: Span): boolean {
    return !this.#isInsideWord(start) && !this.#isInsideWord(end);
  }

  #isInsideWord(at: number): boolean {
    return isWord(this.#text, at - 1) && isWord(this.#text, at);
  }
}

const isWord = (text: string, at: number): boolean => isWordCodePoint(text.charCodeAt(at) || 0);

const MARK = /^\p{M}/u;

/** Whether no letter is parted from a mark on it. */
const isEdge = (text: string, at: number): boolean => !MARK.test(text.charAt(at));
