/** Finds where terms match in a passage: walks word numbers, and tries a sequence only at words that can begin one. */

import { fold } from '../text/fold.ts';
import type { Language } from '../text/languages/language.ts';
import type { Vocabulary } from '../text/vocabulary.ts';
import { Gap, type Words } from '../text/words.ts';
import type { WordRange, WordSequence } from './terms/kind.ts';
import { WordTests } from './word-tests.ts';

/** Words `[first, end)` of the passage match the sequence that was added under `owner`. */
export interface Hit {
  owner: number;
  first: number;
  end: number;
}

interface CompiledSequence {
  owner: number;
  tests: number[];
  /** Whether its owner has other sequences, so that a hit may be found twice. */
  hasSiblings: boolean;
}

const HESITATION = 1;
const NEGATION = 2;
const UNDOES_NEGATION = 4;
/** Whether it is known what a word begins, and whether it begins anything. */
const KNOWN = 8;
const BEGINS = 16;
const NOTHING: readonly never[] = [];
const WORDS_BEFORE = 3;
const WORDS_AFTER = 2;

/** Matches word sequences in one language. What it learns of a word is kept by the word's number in the vocabulary. */
export class Matcher {
  #language: Language;
  #vocabulary: Vocabulary;
  #tests: WordTests;
  #startingWith = new Map<number, CompiledSequence[]>();
  #byOwner = new Map<number, CompiledSequence>();
  /** `undefined` until the word is met. */
  #testsByWord: (readonly number[] | undefined)[] = [];
  /** What can begin with a word; meaningful where `#testsByWord` is. Most words begin nothing. */
  #startsByWord: (readonly CompiledSequence[])[] = [];
  #flagsByWord = new Uint8Array(1024);
  #words: Words | undefined;

  constructor(language: Language, vocabulary: Vocabulary) {
    this.#language = language;
    this.#vocabulary = vocabulary;
    this.#tests = new WordTests(language);
  }

  /** Adds a sequence to look for; all must be added before the first search. */
  add(sequence: WordSequence, owner: number): void {
    const tests = sequence.map((test) => this.#tests.add(test));
    const first = tests[0];
    if (first === undefined || first === WordTests.ANY) throw new Error('A sequence must begin with a word');
    const sibling = this.#byOwner.get(owner);
    if (sibling) sibling.hasSiblings = true;
    const compiled = { owner, tests, hasSiblings: sibling !== undefined };
    this.#byOwner.set(owner, compiled);
    const others = this.#startingWith.get(first) ?? [];
    others.push(compiled);
    this.#startingWith.set(first, others);
  }

  /**
   * All hits in the passage, in the order of their first words; overlapping ones too, the longest per sequence and place.
   * This is the loop that all text goes through: a word is a number, and a flag says of nearly all that nothing begins with them.
   */
  find(words: Words): Hit[] {
    this.#words = words;
    const hits: Hit[] = [];
    const { ids, joinedIds, joinedLengths, count } = words;
    for (let at = 0; at < count; at++) {
      const id = ids[at] as number;
      let flags = this.#flagsByWord[id] as number;
      if (!(flags & KNOWN)) {
        this.#learn(id);
        flags = this.#flagsByWord[id] as number;
      }
      if (joinedLengths[at])
        this.#findHyphenated(at, this.#startsOf(id), this.#startsOf(joinedIds[at] as number), hits);
      else if (flags & BEGINS) this.#findFrom(at, this.#startsByWord[id] as readonly CompiledSequence[], hits);
    }
    return hits;
  }

  /** The negating word within three words before or two after the hit, in the same clause, if there is one (its index). */
  findNegation(words: Words, hit: WordRange): number | undefined {
    return (
      this.#searchNegation(words, hit.first, -1, WORDS_BEFORE) ??
      this.#searchNegation(words, hit.end - 1, 1, WORDS_AFTER)
    );
  }

  /** Walks from a word over others, hesitations not counted, until the clause ends. */
  #searchNegation(words: Words, from: number, step: 1 | -1, most: number): number | undefined {
    let left = most;
    for (let at = from + step; at >= 0 && at < words.count && left > 0; at += step) {
      if (words.gaps[step < 0 ? at + 1 : at] === Gap.breaking) return undefined;
      if (this.#negates(words, at)) return at;
      if (!this.#hasFlag(words.ids[at] as number, HESITATION)) left--;
    }
    return undefined;
  }

  /** A plain word: that it passes the first test of each sequence is known. */
  #findFrom(at: number, starts: readonly CompiledSequence[], hits: Hit[]): void {
    for (let i = 0; i < starts.length; i++) {
      const sequence = starts[i] as CompiledSequence;
      const end = sequence.tests.length === 1 ? at + 1 : this.#continue(sequence, 0, at + 1);
      if (end >= 0 && !(sequence.hasSiblings && isRepeated(hits, sequence.owner, at, end)))
        hits.push({ owner: sequence.owner, first: at, end });
    }
  }

  /** The first word of a hyphenated one: a sequence can begin with it or with the joined form, and reach further with one. */
  #findHyphenated(
    at: number,
    starts: readonly CompiledSequence[],
    joinedStarts: readonly CompiledSequence[],
    hits: Hit[],
  ): void {
    for (const sequence of [...starts, ...joinedStarts]) {
      const end = this.#matchEnd(sequence, 0, at);
      if (end >= 0 && !isRepeated(hits, sequence.owner, at, end)) hits.push({ owner: sequence.owner, first: at, end });
    }
  }

  /** End of the sequence's tests from `index` on, matched from word `at`; the furthest, or -1. */
  #matchEnd(sequence: CompiledSequence, index: number, at: number): number {
    const words = this.#words as Words;
    const test = sequence.tests[index] as number;
    let furthest = -1;
    if (this.#passes(words.ids[at] as number, test)) furthest = this.#continue(sequence, index, at + 1);
    const joined = words.joinedLengths[at] as number;
    if (joined > 0 && this.#passes(words.joinedIds[at] as number, test)) {
      furthest = Math.max(furthest, this.#continue(sequence, index, at + joined));
    }
    return furthest;
  }

  #continue(sequence: CompiledSequence, index: number, after: number): number {
    const words = this.#words as Words;
    if (index + 1 === sequence.tests.length) return after;
    for (let at = after; at < words.count && words.gaps[at] !== Gap.breaking; at++) {
      const end = this.#matchEnd(sequence, index + 1, at);
      if (end >= 0) return end;
      // A hesitation is passed over only where it is not itself looked for: else every one would be tried both ways.
      const id = words.ids[at] as number;
      if (!this.#hasFlag(id, HESITATION) || this.#passes(id, sequence.tests[index + 1] as number)) return -1;
    }
    return -1;
  }

  #passes(id: number, test: number): boolean {
    if (test === WordTests.ANY) return !this.#hasFlag(id, HESITATION);
    return this.#testsOf(id).includes(test);
  }

  #testsOf(id: number): readonly number[] {
    return this.#testsByWord[id] ?? this.#learn(id);
  }

  #startsOf(id: number): readonly CompiledSequence[] {
    if (this.#testsByWord[id] === undefined) this.#learn(id);
    return this.#startsByWord[id] as readonly CompiledSequence[];
  }

  /** Decides everything about a word at its first sight. */
  #learn(id: number): readonly number[] {
    const form = this.#vocabulary.form(id);
    const folded = fold(form);
    const found = this.#tests.testsOf(form);
    const tests = found.length > 0 ? found : NOTHING;
    this.#testsByWord[id] = tests;
    const starts = tests.flatMap((test) => this.#startingWith.get(test) ?? []);
    this.#startsByWord[id] = starts.length > 0 ? starts : NOTHING;
    if (id >= this.#flagsByWord.length) this.#growFlags(id);
    const { hesitations, negations, negationUndoneBy } = this.#language;
    const negates = negations.has(folded) || folded.endsWith("n't");
    this.#flagsByWord[id] =
      KNOWN |
      (starts.length > 0 ? BEGINS : 0) |
      (hesitations.test(folded) ? HESITATION : 0) |
      (negates ? NEGATION : 0) |
      (negationUndoneBy.has(folded) ? UNDOES_NEGATION : 0);
    return tests;
  }

  #growFlags(id: number): void {
    const flags = new Uint8Array(Math.max(id + 1, this.#flagsByWord.length * 2));
    flags.set(this.#flagsByWord);
    this.#flagsByWord = flags;
  }

  #hasFlag(id: number, flag: number): boolean {
    this.#testsOf(id);
    return ((this.#flagsByWord[id] as number) & flag) !== 0;
  }

  #negates(words: Words, at: number): boolean {
    if (!this.#hasFlag(words.ids[at] as number, NEGATION)) return false;
    const followed = at + 1 < words.count && words.gaps[at + 1] !== Gap.breaking;
    return !(followed && this.#hasFlag(words.ids[at + 1] as number, UNDOES_NEGATION));
  }
}

function isRepeated(hits: Hit[], owner: number, first: number, end: number): boolean {
  for (let i = hits.length - 1; i >= 0 && hits[i]?.first === first; i--) {
    if (hits[i]?.owner === owner && hits[i]?.end === end) return true;
  }
  return false;
}
