/** Words, or two-word phrases, that are typical of segments without any code: where themes are that the codebook lacks. */
import type { Cell, CodedDocument, Column, Table } from '../model.ts';
import { compareNames } from '../text/compare.ts';
import { findLanguage } from '../text/languages/index.ts';
import type { CreateFold, Fold, TableOptions } from './analysis.ts';
import { signedLogLikelihood } from './log-likelihood.ts';
import { count, StudySize } from './notes.ts';
import { markTouched } from './touched-segments.ts';
import { type WordCount, WordCounter } from './word-counts.ts';

/** `words`: what is told of it stands in the list of analyses. */
export const createTypicalWords: CreateFold = (_codebook, options) => new TypicalWords(options);

const COLUMNS = [
  { key: 'form', title: 'Form', kind: 'text' },
  { key: 'language', title: 'Language', kind: 'text' },
  { key: 'uncoded', title: 'Uncoded', kind: 'integer' },
  { key: 'coded', title: 'Coded', kind: 'integer' },
  { key: 'uncoded_per_10000_words', title: 'Uncoded per 10,000', kind: 'decimal' },
  { key: 'coded_per_10000_words', title: 'Coded per 10,000', kind: 'decimal' },
  { key: 'documents', title: 'Documents', kind: 'integer' },
  { key: 'keyness', title: 'Keyness', kind: 'decimal' },
] as const satisfies Column[];

const DEFAULT_TOP = 50;
const FEWEST_OCCURRENCES = 3;
const FEWEST_DOCUMENTS = 2;

/** Segments and words of one side of the comparison. */
interface Side {
  segments: number;
  words: number;
}

interface Entry extends WordCount {
  form: string;
  keyness: number | null;
}

class TypicalWords implements Fold {
  #options: TableOptions;
  #counter: WordCounter;
  #size = new StudySize();
  /** Languages without stems, in which only people can have coded. */
  #unread = new Set<string>();
  #uncoded: Side = { segments: 0, words: 0 };
  #coded: Side = { segments: 0, words: 0 };

  constructor(options: TableOptions) {
    this.#options = options;
    this.#counter = new WordCounter(options.two ? 2 : 1);
  }

  add(document: CodedDocument): void {
    const { transcript, segments, segmentWords, codings } = document;
    const language = findLanguage(transcript.language);
    this.#size.add(document);
    if (!language) {
      this.#unread.add(transcript.language);
      return;
    }
    const coded = markTouched(segments, codings);
    const isCoded = (segment: number) => coded[segment] === 1;
    segmentWords.forEach((words, segment) => {
      const side = isCoded(segment) ? this.#coded : this.#uncoded;
      side.segments++;
      side.words += words;
    });
    this.#counter.add(document, language, isCoded);
  }

  finish(): Table {
    const entries = this.#uncoded.words === 0 ? [] : this.#listEntries();
    const shown = entries.slice(0, this.#options.top ?? DEFAULT_TOP);
    const what = this.#options.two ? 'Two-word phrases' : 'Words';
    return {
      name: 'words',
      title: `${what} that are typical of segments without a code`,
      columns: COLUMNS,
      rows: shown.map((entry) => ({ kind: 'body', cells: this.#createCells(entry) })),
      notes: [`${what}: ${shown.length} of ${entries.length} are shown.`, ...this.#describe()],
    };
  }

  #listEntries(): Entry[] {
    const entries: Entry[] = [];
    for (const each of this.#counter.counts) {
      if (each.uncoded + each.coded < FEWEST_OCCURRENCES || each.documents < FEWEST_DOCUMENTS) continue;
      const keyness = signedLogLikelihood(
        { count: each.uncoded, words: this.#uncoded.words },
        { count: each.coded, words: this.#coded.words },
      );
      entries.push({ ...each, form: mostFrequent(each.forms), keyness });
    }
    return entries.sort(
      (a, b) =>
        (b.keyness ?? 0) - (a.keyness ?? 0) ||
        b.uncoded - a.uncoded ||
        compareNames(a.form, b.form) ||
        compareNames(a.language, b.language),
    );
  }

  #createCells({ form, language, uncoded, coded, documents, keyness }: Entry): Cell[] {
    const rate = (occurrences: number, { words }: Side) => (words === 0 ? null : (occurrences / words) * 10_000);
    return [form, language, uncoded, coded, rate(uncoded, this.#uncoded), rate(coded, this.#coded), documents, keyness];
  }

  #describe(): string[] {
    const [uncoded, coded] = [describeSide(this.#uncoded), describeSide(this.#coded)];
    const leftOut = this.#options.two
      ? 'Two words that follow each other, hesitations passed over and never over punctuation; left out are those that begin or end with a function word or a number'
      : 'Left out are function words, hesitations and numbers';
    return [
      `Uncoded: occurrences in the segments without any code, ${uncoded}; coded: in the others, ${coded}. Per 10,000: of all words of those segments.`,
      `Form: the most frequent written form of words with the same stem, which count together. ${leftOut}, and what occurs fewer than ${FEWEST_OCCURRENCES} times or in fewer than ${FEWEST_DOCUMENTS} documents.`,
      ...this.#describeKeyness(),
      ...(this.#unread.size > 0
        ? [`Left out, since their words cannot be stemmed: documents in ${[...this.#unread].sort().join(', ')}.`]
        : []),
      ...this.#size.describe(),
    ];
  }

  #describeKeyness(): string[] {
    if (this.#uncoded.words === 0) return ['Every segment has a code, so nothing is typical of the others.'];
    if (this.#coded.words === 0)
      return [
        'No segment has a code: there is nothing to compare with, keyness is empty, and the order is that of Uncoded.',
      ];
    return [
      'Keyness: the log-likelihood ratio G² (Dunning 1993), positive where the share of the words is larger without a code, negative where it is smaller; above 3.84 chance alone gives it to one word in twenty, above 10.83 to one in a thousand.',
    ];
  }
}

const describeSide = ({ segments, words }: Side) => `${count(segments, 'segment')} with ${count(words, 'word')}`;

function mostFrequent(forms: ReadonlyMap<string, number>): string {
  const [first] = [...forms].sort(([a, timesA], [b, timesB]) => timesB - timesA || compareNames(a, b));
  return first?.[0] ?? '';
}
