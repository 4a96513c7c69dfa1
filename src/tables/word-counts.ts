/** Counts words by stem, and pairs of them, in coded and in uncoded segments. */

import { readWords } from '../coding/read-words.ts';
import type { CodedDocument } from '../model.ts';
import { fold } from '../text/fold.ts';
import type { Language } from '../text/languages/language.ts';
import { stemKey } from '../text/stem.ts';
import { Vocabulary } from '../text/vocabulary.ts';
import { createWords, Gap } from '../text/words.ts';

export interface WordCount {
  language: string;
  uncoded: number;
  coded: number;
  documents: number;
  /** Occurrences of each written form. */
  forms: Map<string, number>;
}

/** What is counted: words, or two that follow each other. */
export type Size = 1 | 2;

/** In place of the number of a stem. */
const LEFT_OUT = -1;
const HESITATION = -2;
/** Pairs of numbers below it are one exact number. */
const MOST_STEMS = 2 ** 26;

interface Counted extends WordCount {
  /** Number of the last document in which it was met. */
  seenIn: number;
}

/** Memory grows with the distinct words, or pairs of them, and with nothing else. */
export class WordCounter {
  #size: Size;
  #vocabulary = new Vocabulary();
  #words = createWords();
  #stems = new Map<string, number>();
  /** By language, then by number of the form: number of its stem, once it was met. */
  #stemsByForm = new Map<string, number[]>();
  #counts = new Map<number, Counted>();
  #documents = 0;

  constructor(size: Size) {
    this.#size = size;
  }

  /** All that was counted, in the order of first sight. */
  get counts(): Iterable<WordCount> {
    return this.#counts.values();
  }

  /** `isCoded` tells of each segment of the document, by its index. */
  add({ transcript, segments }: CodedDocument, language: Language, isCoded: (segment: number) => boolean): void {
    const { text, turns } = transcript;
    this.#documents++;
    segments.forEach((span, index) => {
      readWords(this.#words, this.#vocabulary, { text, span, masks: turns[span.turn]?.masks ?? [] });
      this.#countSegment(language, isCoded(index));
    });
  }

  /** Hesitations do not part two words, as in a phrase of a codebook; punctuation does. */
  #countSegment(language: Language, coded: boolean): void {
    const { ids, gaps, count } = this.#words;
    let before: { stem: number; form: number } | undefined;
    for (let at = 0; at < count; at++) {
      if (gaps[at] === Gap.breaking) before = undefined;
      const form = ids[at] as number;
      const stem = this.#stemOf(form, language);
      if (stem === HESITATION) continue;
      if (stem === LEFT_OUT) before = undefined;
      else if (this.#size === 1) this.#increase(stem, this.#vocabulary.form(form), { language, coded });
      else {
        if (before) {
          const forms = `${this.#vocabulary.form(before.form)} ${this.#vocabulary.form(form)}`;
          this.#increase(before.stem * MOST_STEMS + stem, forms, { language, coded });
        }
        before = { stem, form };
      }
    }
  }

  #increase(key: number, form: string, { language, coded }: { language: Language; coded: boolean }): void {
    const count = this.#counts.get(key) ?? createCount(language);
    this.#counts.set(key, count);
    if (coded) count.coded++;
    else count.uncoded++;
    if (count.seenIn !== this.#documents) count.documents++;
    count.seenIn = this.#documents;
    count.forms.set(form, (count.forms.get(form) ?? 0) + 1);
  }

  #stemOf(form: number, language: Language): number {
    const known = this.#stemsByForm.get(language.code) ?? [];
    this.#stemsByForm.set(language.code, known);
    const stem = known[form] ?? this.#learn(this.#vocabulary.form(form), language);
    known[form] = stem;
    return stem;
  }

  /** A stem of one language is another one than the same letters in another. */
  #learn(form: string, language: Language): number {
    const folded = fold(form);
    if (language.hesitations.test(folded)) return HESITATION;
    if (language.functionWords.has(folded) || /^\p{N}/u.test(folded)) return LEFT_OUT;
    const key = `${language.code} ${stemKey(form, language)}`;
    const stem = this.#stems.get(key) ?? this.#stems.size;
    this.#stems.set(key, stem);
    return stem;
  }
}

function createCount(language: Language): Counted {
  return { language: language.code, uncoded: 0, coded: 0, documents: 0, forms: new Map(), seenIn: 0 };
}
