/** Describes hits for an explanation: the term, the words with their place, their stems, and a negation close by. */
import type { Span, Term, Transcript } from '../model.ts';
import { fold } from '../text/fold.ts';
import { findLanguage } from '../text/languages/index.ts';
import { stemKey } from '../text/stem.ts';
import type { Vocabulary } from '../text/vocabulary.ts';
import type { Words } from '../text/words.ts';
import type { CompiledCodebook, TermHit } from './compiled-codebook.ts';
import { describeEvidence } from './evidence.ts';
import type { ExplainedHit, MatchedWords, NamedTerm } from './explanation.ts';
import { isWhole } from './near-word.ts';
import type { WordRange } from './terms/kind.ts';

export interface HitContext {
  /** The words in which the hits were found. */
  words: Words;
  vocabulary: Vocabulary;
  book: CompiledCodebook;
  transcript: Transcript;
  /** As made by `createParagraphFinder`. */
  findParagraph: (offset: number) => { number: number; start: number };
}

export function nameTerm({ source, position, kind }: Term): NamedTerm {
  const { line, file } = position;
  return { term: source, line, ...(file === undefined ? {} : { file }), kind };
}

export class HitDescriber {
  #context: HitContext;

  constructor(context: HitContext) {
    this.#context = context;
  }

  describe(hit: TermHit): ExplainedHit {
    const { book, transcript, words } = this.#context;
    const { spans, negation } = describeEvidence(hit, words, { book, text: transcript.text });
    return {
      ...nameTerm(hit.owned.term),
      matched: spans.map((span) => this.#place(span)),
      stems: this.#stemsOf(hit),
      ...(negation === undefined ? {} : { negation }),
    };
  }

  /** Where words of the passage stand. */
  locate({ first, end }: WordRange): MatchedWords {
    const { words } = this.#context;
    return this.#place({ start: words.starts[first] as number, end: words.ends[end - 1] as number });
  }

  #place({ start, end }: Span): MatchedWords {
    const { text } = this.#context.transcript;
    const paragraph = this.#context.findParagraph(start);
    return {
      text: text.slice(start, end),
      paragraph: paragraph.number,
      start: start - paragraph.start,
      end: end - paragraph.start,
    };
  }

  /** None for words that meet only themselves, and for hesitations that a phrase runs over. */
  #stemsOf({ owned, first, end }: TermHit): ExplainedHit['stems'] {
    const { words, vocabulary, transcript } = this.#context;
    const language = findLanguage(transcript.language);
    if (!language || (owned.term.kind !== 'word' && owned.term.kind !== 'phrase')) return [];
    const isJoined = owned.term.kind === 'word' && words.joinedLengths[first] === end - first;
    const ids = isJoined ? [words.joinedIds[first] as number] : [...words.ids.subarray(first, end)];
    return ids.flatMap((id) => {
      const word = vocabulary.form(id);
      const stem = stemKey(word, language);
      return isWhole(stem) || language.hesitations.test(fold(word)) ? [] : [{ word, stem }];
    });
  }
}
