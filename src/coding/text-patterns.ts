/** Says which patterns a passage is to be searched with: every distinct word is asked once which of their strings it holds. */
import { lowerForStrings } from '../text/fold.ts';
import type { Vocabulary } from '../text/vocabulary.ts';
import type { Words } from '../text/words.ts';
import type { SearchedText } from './terms/kind.ts';
import { SHORTEST } from './terms/required-literals.ts';

const NOTHING: readonly number[] = [];

/** Patterns are numbered in the order in which they are added. */
export class TextPatterns {
  #vocabulary: Vocabulary;
  #count = 0;
  /** Of which it is not known what they need. */
  #always: number[] = [];
  #byString = new Map<string, number[]>();
  /** Lengths of the strings that begin with the same letters, as many as the shortest has. */
  #lengthsByStart = new Map<string, number[]>();
  #passages = 0;
  /** By pattern the last passage that it was found for. */
  #foundFor: number[] = [];
  /** Patterns that want to see a passage with this word; `undefined` until the word is met. */
  #byWord: (readonly number[] | undefined)[] = [];

  constructor(vocabulary: Vocabulary) {
    this.#vocabulary = vocabulary;
  }

  /** All must be added before the first search. */
  add({ needs }: Pick<SearchedText, 'needs'>): void {
    const pattern = this.#count++;
    this.#foundFor.push(0);
    if (needs.length === 0) this.#always.push(pattern);
    for (const string of needs) {
      const others = this.#byString.get(string);
      if (others) others.push(pattern);
      else this.#addString(string, pattern);
    }
  }

  /** Numbers of the patterns that may match in the passage, in order. */
  listFor({ ids, count }: Words): number[] {
    if (this.#count === 0) return [];
    const found = [...this.#always];
    const passage = ++this.#passages;
    for (let at = 0; at < count; at++) {
      const id = ids[at] as number;
      for (const pattern of this.#byWord[id] ?? this.#learn(id)) {
        if (this.#foundFor[pattern] === passage) continue;
        this.#foundFor[pattern] = passage;
        found.push(pattern);
      }
    }
    return found.sort((a, b) => a - b);
  }

  #addString(string: string, pattern: number): void {
    this.#byString.set(string, [pattern]);
    const start = string.slice(0, SHORTEST);
    const lengths = this.#lengthsByStart.get(start);
    if (!lengths) this.#lengthsByStart.set(start, [string.length]);
    else if (!lengths.includes(string.length)) lengths.push(string.length);
  }

  #learn(id: number): readonly number[] {
    const word = lowerForStrings(this.#vocabulary.form(id));
    const found = new Set<number>();
    for (let start = 0; start + SHORTEST <= word.length; start++) {
      const lengths = this.#lengthsByStart.get(word.slice(start, start + SHORTEST)) ?? NOTHING;
      for (const length of lengths)
        for (const pattern of this.#byString.get(word.slice(start, start + length)) ?? NOTHING) found.add(pattern);
    }
    const patterns = found.size === 0 ? NOTHING : [...found];
    this.#byWord[id] = patterns;
    return patterns;
  }
}
