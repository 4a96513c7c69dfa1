/** Says which patterns a passage is to be searched with: every distinct word is asked once which of their strings it holds. */
import { lowerForStrings } from '../text/fold.ts';
import type { Vocabulary } from '../text/vocabulary.ts';
import type { Words } from '../text/words.ts';
import type { SearchedText } from './terms/kind.ts';

const NOTHING: readonly number[] = [];

/** Patterns are numbered in the order in which they are added. */
export class TextPatterns {
  #vocabulary: Vocabulary;
  #count = 0;
  /** Of which it is not known what they need. */
  #always: number[] = [];
  #byString = new Map<string, number[]>();
  #lengths = new Set<number>();
  /** Patterns that want to see a passage with this word; `undefined` until the word is met. */
  #byWord: (readonly number[] | undefined)[] = [];

  constructor(vocabulary: Vocabulary) {
    this.#vocabulary = vocabulary;
  }

  /** All must be added before the first search. */
  add({ needs }: Pick<SearchedText, 'needs'>): void {
    const pattern = this.#count++;
    if (needs.length === 0) this.#always.push(pattern);
    for (const string of needs) {
      this.#lengths.add(string.length);
      const others = this.#byString.get(string);
      if (others) others.push(pattern);
      else this.#byString.set(string, [pattern]);
    }
  }

  /** Numbers of the patterns that may match in the passage, in order. */
  listFor({ ids, count }: Words): number[] {
    if (this.#count === 0) return [];
    const found = new Set(this.#always);
    for (let at = 0; at < count; at++) {
      const id = ids[at] as number;
      for (const pattern of this.#byWord[id] ?? this.#learn(id)) found.add(pattern);
    }
    return [...found].sort((a, b) => a - b);
  }

  #learn(id: number): readonly number[] {
    const word = lowerForStrings(this.#vocabulary.form(id));
    const found = new Set<number>();
    for (const length of this.#lengths) {
      for (let start = 0; start + length <= word.length; start++)
        for (const pattern of this.#byString.get(word.slice(start, start + length)) ?? NOTHING) found.add(pattern);
    }
    const patterns = found.size === 0 ? NOTHING : [...found];
    this.#byWord[id] = patterns;
    return patterns;
  }
}
