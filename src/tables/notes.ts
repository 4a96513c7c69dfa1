/** What every table's notes say: how many documents, segments and words, and how parents count. */
import type { CodedDocument } from '../model.ts';
import { Coders } from './coders.ts';

/** Gathers what the notes need while documents pass by. */
export class StudySize {
  documents = 0;
  segments = 0;
  words = 0;
  readonly coders = new Coders();
  #segmentsByWords = new Map<number, number>();

  add(document: CodedDocument): void {
    this.documents++;
    this.segments += document.segments.length;
    this.words += document.words;
    this.coders.add(document);
    for (const words of document.segmentWords)
      this.#segmentsByWords.set(words, (this.#segmentsByWords.get(words) ?? 0) + 1);
  }

  /** Words of the middle segment; of two middle ones the mean. */
  get medianWords(): number {
    const sizes = [...this.#segmentsByWords].sort(([a], [b]) => a - b);
    const at = (rank: number): number => {
      let seen = 0;
      for (const [words, count] of sizes) {
        seen += count;
        if (rank < seen) return words;
      }
      return 0;
    };
    return this.segments === 0 ? 0 : (at(Math.floor((this.segments - 1) / 2)) + at(Math.floor(this.segments / 2))) / 2;
  }

  /** "6 documents, 120 segments, 7000 words; median 40 words a segment.", and who coded where people did. */
  describe(): string[] {
    const { documents, segments, words, medianWords } = this;
    return [
      ...this.coders.describe(),
      `Base: ${count(documents, 'document')}, ${count(segments, 'segment')}, ${count(words, 'word')} (interviewers and marks left out); median ${medianWords} words a segment.`,
    ];
  }
}

/** How codes with subcodes count coded segments. */
export const AGGREGATION = {
  distinct: 'A code with subcodes counts each segment that has it or any of its subcodes once.',
  sum: 'A code with subcodes shows the sum of its own frequency and those of its subcodes; a segment can count more than once.',
} as const;

export const UNIT_NOTE = 'Unit of count: the coded segment; several hits of one code in one segment count once.';
export const TOTALS_NOTE =
  '"Coded segments" is the number of codings (a segment with two codes counts twice); "Segments with a code" counts it once.';

export const WORDS_NOTE =
  'Unit of count: the word of a coded segment, marks left out. "Words with a code" counts each segment once; "Words" are all codable words.';

/** The same where people coded, who mark any passage. */
const OF_PASSAGES: ReadonlyMap<string, string> = new Map([
  [UNIT_NOTE, 'Unit of count: the coded segment, one passage with one code by one coder.'],
  [
    TOTALS_NOTE,
    '"Coded segments" is the number of codings; "Segments with a code" is the number of segments that they touch.',
  ],
  [
    WORDS_NOTE,
    'Unit of count: the codable word of a coded passage, marks left out. "Words with a code" counts each word once; "Words" are all codable words.',
  ],
  [
    AGGREGATION.distinct,
    'A code with subcodes counts each passage that has it or any of its subcodes once for each coder.',
  ],
  [
    AGGREGATION.sum,
    'A code with subcodes shows the sum of its own frequency and those of its subcodes; a passage can count more than once.',
  ],
]);

/** A note that stands everywhere, as it is to be said of what was coded. */
export function fitNote(note: string, { isOwn }: Pick<Coders, 'isOwn'>): string {
  return isOwn ? note : (OF_PASSAGES.get(note) ?? note);
}

/** "1 document", "2 documents". */
export function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}

/** `part` of `whole` in percent, or `null` when there is no whole; it is rounded where it is written, once. */
export function percent(part: number, whole: number): number | null {
  return whole === 0 ? null : (part / whole) * 100;
}
