/** A codebook made ready for one language: what is looked for in a matcher, and what its hits mean for which term. */
import { listCodes } from '../codebook/code-tree.ts';
import type { Code, Codebook, Term } from '../model.ts';
import { findLanguage } from '../text/languages/index.ts';
import type { Language } from '../text/languages/language.ts';
import type { Vocabulary } from '../text/vocabulary.ts';
import type { Words } from '../text/words.ts';
import { type Hit, Matcher } from './matcher.ts';
import { OpenTerms } from './open-terms.ts';
import { kindOf } from './terms/index.ts';
import type { SearchedText, WordRange } from './terms/kind.ts';
import { TextPatterns } from './text-patterns.ts';

/** A term with the code it belongs to. */
export interface OwnedTerm {
  code: Code;
  term: Term;
  /** Place of the code in the book, depth first. */
  codeIndex: number;
  /** Place of the term among those of the book. */
  order: number;
}

/** Words `[first, end)` match the term. */
export interface TermHit extends WordRange {
  owned: OwnedTerm;
  /** Where its items stand, in the order of the text, for a term that is made of several. */
  parts?: WordRange[];
}

/** A hit that an exception of its term made void; of a term of several items, the hit of one item. */
export interface VoidedHit extends TermHit {
  exception: Term;
}

/** The text of a passage, with what is not said blanked out; `start` is its offset into the transcript. */
export interface PassageText {
  text: string;
  start: number;
}

/** Something that is looked for: a term itself or one of its exceptions, or one of its items. Owners in the matcher are indices. */
interface Probe {
  term: number;
  part: 'hit' | 'exception' | 'item';
  /** Which of its items; 0 for a term that has none. */
  item: number;
}

/** What a probe is a probe for, and the term as written that it looks for. */
interface NamedProbe extends Probe {
  looksFor: Term;
}

interface Search {
  owners: number[];
  searched: SearchedText;
}

/** A passage that patterns are searched in, and the terms that are worth it. */
interface Passage {
  words: Words;
  passage: () => PassageText;
  isOpen: (owner: number) => boolean;
}

type Combine = (hits: readonly (readonly WordRange[])[]) => WordRange[] | undefined;

const NO_EXCEPTIONS: ReadonlyMap<number, Int32Array> = new Map();

/** Finds hits of a codebook's terms, exceptions already applied. */
export class CompiledCodebook {
  readonly matcher: Matcher;
  #language: Language;
  #terms: OwnedTerm[] = [];
  #probes: NamedProbe[] = [];
  /** What is looked for in the text: a pattern that stands in many terms is searched once. */
  #searches: Search[] = [];
  #searchBySource = new Map<string, number>();
  #patterns: TextPatterns;
  #combine = new Map<number, Combine>();
  #open = new OpenTerms();
  #hasExceptions = false;
  #hasOnlyAny: boolean;

  /** Terms of `language` and of `any`. Throws when the language is unknown; readers refuse such books before. */
  constructor(codebook: Codebook, languageCode: string, vocabulary: Vocabulary) {
    const language = findLanguage(languageCode);
    if (!language) throw new Error(`Unknown language: ${languageCode}`);
    this.#language = language;
    this.matcher = new Matcher(language, vocabulary);
    this.#patterns = new TextPatterns(vocabulary);
    for (const { code, index } of listCodes(codebook)) {
      for (const term of code.terms)
        if (appliesTo(term, language.code))
          this.#terms.push({ code, term, codeIndex: index, order: this.#terms.length });
    }
    this.#hasOnlyAny = listCodes(codebook).every(({ code }) => code.terms.every((term) => term.language === 'any'));
    this.#terms.forEach(({ term }, index) => {
      this.#open.addTerm(term.items?.length ?? 1);
      this.#add(term, { term: index, part: 'hit', item: 0 });
      for (const exception of term.except) this.#add(exception, { term: index, part: 'exception', item: 0 });
    });
  }

  /** Whether there are terms for this language; those for any language count only where the book has no others. */
  get isUsable(): boolean {
    const inLanguage = this.#terms.some(({ term }) => term.language !== 'any');
    return inLanguage || (this.#terms.length > 0 && this.#hasOnlyAny);
  }

  /** Hits in the passage; those inside or overlapping an exception of their term are void, and go into `voided` if it is given. `passage` is asked for only where a pattern needs it. */
  find(words: Words, passage: () => PassageText, voided?: VoidedHit[]): TermHit[] {
    const hits = this.matcher.find(words);
    this.#open.clear();
    for (const { owner } of hits) this.#open.see(owner);
    // Who asks for void hits wants those of single items as well.
    const isOpen = voided ? () => true : (owner: number) => this.#open.has(owner);
    const patterns = this.#searches.length > 0 ? this.#patterns.listFor(words) : [];
    if (patterns.length > 0) this.#findPatterns(patterns, { words, passage, isOpen }, hits);
    const excepted = this.#hasExceptions ? this.#markExceptions(hits, words.count, isOpen) : NO_EXCEPTIONS;
    const found: TermHit[] = [];
    const items = new Map<number, WordRange[][]>();
    for (const { owner, first, end } of hits) {
      const { term, part, item } = this.#probes[owner] as NamedProbe;
      if (part === 'exception' || !isOpen(owner)) continue;
      const owned = this.#terms[term] as OwnedTerm;
      const covered = excepted.size > 0 ? excepted.get(term) : undefined;
      const exception = covered ? firstMark(covered, { first, end }) : 0;
      if (exception > 0) {
        voided?.push({ owned, first, end, exception: (this.#probes[exception - 1] as NamedProbe).looksFor });
        continue;
      }
      if (part === 'hit') found.push({ owned, first, end });
      else addItem(items, { term, item }, { first, end }, owned.term.items?.length ?? 0);
    }
    for (const [term, lists] of items) this.#combineItems(term, lists, found);
    return found;
  }

  #add(term: Term, probe: Probe): void {
    const compiled = kindOf(term).compile(term, this.#language);
    if (compiled.by === 'items') {
      this.#combine.set(probe.term, compiled.combine);
      compiled.items.forEach((term, item) => {
        this.#add(term, { term: probe.term, part: 'item', item });
      });
      return;
    }
    const owner = this.#probes.push({ ...probe, looksFor: term }) - 1;
    this.#open.addOwner(probe.term, probe.part === 'exception' ? undefined : probe.item);
    if (probe.part === 'exception') this.#hasExceptions = true;
    if (compiled.by === 'text') this.#addSearch(term.source, owner, compiled);
    else for (const sequence of compiled.sequences) this.matcher.add(sequence, owner);
  }

  #addSearch(source: string, owner: number, compiled: SearchedText): void {
    const known = this.#searches[this.#searchBySource.get(source) ?? -1];
    if (known) {
      known.owners.push(owner);
      return;
    }
    this.#searchBySource.set(source, this.#searches.length);
    this.#searches.push({ owners: [owner], searched: compiled });
    this.#patterns.add(compiled);
  }

  /** Searches only what a term that is still open waits for; what cannot be there closes terms before anything is searched. */
  #findPatterns(patterns: readonly number[], { words, passage, isOpen }: Passage, hits: Hit[]): void {
    for (const pattern of patterns)
      for (const owner of (this.#searches[pattern] as Search).owners) this.#open.see(owner);
    const { text, start } = passage();
    const possible: Search[] = [];
    for (const pattern of patterns) {
      const search = this.#searches[pattern] as Search;
      if (!search.owners.some(isOpen)) continue;
      if (search.searched.mayFind(text)) possible.push(search);
      else this.#miss(search);
    }
    for (const search of possible) {
      if (!search.owners.some(isOpen)) continue;
      const spans = search.searched.find(text);
      if (spans.length === 0) this.#miss(search);
      let at = 0;
      for (const span of spans) {
        while (at < words.count && (words.ends[at] as number) <= span.start + start) at++;
        let end = at;
        while (end < words.count && (words.starts[end] as number) < span.end + start) end++;
        if (end > at) for (const owner of search.owners) hits.push({ owner, first: at, end });
      }
    }
  }

  #miss({ owners }: Search): void {
    for (const owner of owners) this.#open.miss(owner);
  }

  #combineItems(term: number, lists: WordRange[][], found: TermHit[]): void {
    if (lists.some((list) => list.length === 0)) return;
    for (const list of lists) list.sort((a, b) => a.first - b.first || a.end - b.end);
    const parts = this.#combine.get(term)?.(lists);
    if (!parts) return;
    const end = parts.reduce((last, part) => Math.max(last, part.end), 0);
    found.push({ owned: this.#terms[term] as OwnedTerm, first: parts[0]?.first ?? 0, end, parts });
  }

  /** For each term with exceptions in the passage, the words that they cover: for each word the number of a probe, counted from 1. */
  #markExceptions(
    hits: readonly Hit[],
    count: number,
    isOpen: (owner: number) => boolean,
  ): ReadonlyMap<number, Int32Array> {
    const excepted = new Map<number, Int32Array>();
    for (const { owner, first, end } of hits) {
      const { term, part } = this.#probes[owner] as NamedProbe;
      if (part !== 'exception' || !isOpen(owner)) continue;
      const words = excepted.get(term) ?? new Int32Array(count);
      excepted.set(term, words.fill(owner + 1, first, end));
    }
    return excepted;
  }
}

/** The first number that is not 0 among those of some words, else 0. */
export function firstMark(marks: Int32Array, { first, end }: WordRange): number {
  for (let at = first; at < end; at++) if (marks[at]) return marks[at] as number;
  return 0;
}

function addItem(
  items: Map<number, WordRange[][]>,
  { term, item }: { term: number; item: number },
  range: WordRange,
  count: number,
): void {
  const lists = items.get(term) ?? Array.from({ length: count }, (): WordRange[] => []);
  lists[item]?.push(range);
  items.set(term, lists);
}

function appliesTo(term: Term, language: string): boolean {
  return term.language === 'any' || findLanguage(term.language)?.code === language;
}
