/** Keyword in context: one row for every hit of a term, with the words around it. */
import { readWords } from '../coding/read-words.ts';
import type { Cell, CodedDocument, Coding, Column, Evidence, Span } from '../model.ts';
import { countUpTo } from '../text/count-up-to.ts';
import { findLanguage } from '../text/languages/index.ts';
import { createParagraphCounter } from '../text/paragraph-counter.ts';
import { splitSentences } from '../text/sentences.ts';
import { Vocabulary } from '../text/vocabulary.ts';
import { createWords, type Words } from '../text/words.ts';
import type { Fold } from './analysis.ts';
import { type CreateList, createListInMemory, mapList } from './kept-list.ts';
import { MOST_CONTEXT } from './most-context.ts';
import { count, StudySize } from './notes.ts';
import { timeAt } from './place.ts';

export interface KwicOptions {
  /** The term as it was written. */
  term: string;
  /** Most words on either side, up to {@link MOST_CONTEXT}, or the sentence. */
  context: number | 'sentence';
}

const COLUMNS = [
  { key: 'document_group', title: 'Document group', kind: 'text' },
  { key: 'document', title: 'Document', kind: 'text' },
  { key: 'speaker', title: 'Speaker', kind: 'text' },
  { key: 'paragraph', title: 'Paragraph', kind: 'integer' },
  { key: 'time', title: 'Time', kind: 'text' },
  { key: 'left', title: 'Left', kind: 'text' },
  { key: 'keyword', title: 'Keyword', kind: 'text' },
  { key: 'right', title: 'Right', kind: 'text' },
] as const satisfies Column[];

const NO_HIT_NOTE =
  'A word meets its inflections and no compounds; with a * at either end, in quotes, it meets every word that holds it.';
/** Between the items of a hit no more is shown. */
const MOST_WORDS_BETWEEN = 8;
const LEFT_OUT = ' … ';

/** The codebook of the run must hold that one term. Rows are in the order of the documents and their text. */
export function createKwic(options: KwicOptions, createList: CreateList = createListInMemory): Fold {
  const size = new StudySize();
  const concordance = new Concordance(options.context);
  const rows = createList<Cell[]>();
  let documents = 0;
  return {
    add(document) {
      size.add(document);
      const before = rows.length;
      for (const cells of concordance.list(document)) rows.add(cells);
      if (rows.length > before) documents++;
    },
    finish: () => ({
      name: 'kwic',
      title: `Keyword in context: ${options.term}`,
      display: 'kwic',
      columns: COLUMNS,
      rows: mapList(rows, (cells) => ({ kind: 'body', cells })),
      notes: [
        `${count(rows.length, 'hit')} in ${count(documents, 'document')}, one row each; of overlapping hits the longest, of near and all one a paragraph.`,
        ...(rows.length === 0 ? [NO_HIT_NOTE] : []),
        'Keyword: from the first to the last word of the hit, an ellipsis for more than 8 words between two items. Paragraph: counted from 1, headings and label lines included. Time: the last stamp before the hit.',
        describeContext(options.context),
        ...size.describe(),
      ],
    }),
  };
}

function describeContext(context: KwicOptions['context']): string {
  const reach =
    context === 'sentence'
      ? `the rest of the sentence, at most ${MOST_CONTEXT} words on a side`
      : `up to ${count(context, 'word')}`;
  return `Left and right: ${reach}, never beyond the paragraph; marks such as [laughs] are shown and not counted. Left, keyword and right put together are the text as it stands.`;
}

/** Finds the context of hits; keeps no more of a document than the words of one segment. */
class Concordance {
  #context: KwicOptions['context'];
  #vocabulary = new Vocabulary();
  #words = createWords();

  constructor(context: KwicOptions['context']) {
    this.#context = context;
  }

  *list(document: CodedDocument): Generator<Cell[]> {
    const { text, turns, group, document: name } = document.transcript;
    const paragraphOf = createParagraphCounter(text);
    for (const coding of document.codings) {
      const turn = turns[coding.turn];
      readWords(this.#words, this.#vocabulary, { text, span: coding, masks: turn?.masks ?? [] });
      const contextOf = this.#findContext(document, coding);
      for (const hit of coding.evidence) {
        const { start, end } = spanOf(hit);
        const context = contextOf({ start, end });
        const place = [turn?.speaker ?? '', paragraphOf(start), timeAt(turn, start) ?? ''];
        const keyword = this.#writeKeyword(text, hit);
        const left = text.slice(context.start, start).trimStart();
        yield [group ?? '', name, ...place, left, keyword, text.slice(end, context.end).trimEnd()];
      }
    }
  }

  /** For hits of one segment, from where to where the text is shown. */
  #findContext({ transcript }: CodedDocument, segment: Coding): (hit: Span) => Span {
    if (this.#context !== 'sentence') {
      const most = this.#context;
      return (hit) => reachOut(this.#words, hit, { most, within: segment });
    }
    const sentences = splitSentences(transcript.text, segment, findLanguage(transcript.language));
    const starts = sentences.map(({ start }) => start);
    const sentenceAt = (offset: number) => sentences[countUpTo(starts, starts.length, offset) - 1] ?? segment;
    return (hit) => {
      const within = { start: sentenceAt(hit.start).start, end: sentenceAt(hit.end - 1).end };
      return reachOut(this.#words, hit, { most: MOST_CONTEXT, within });
    };
  }

  #writeKeyword(text: string, { spans }: Evidence): string {
    const parts = spans.toSorted((a, b) => a.start - b.start);
    const { starts, count: total } = this.#words;
    return parts.reduce((keyword, part, at) => {
      const before = parts[at - 1];
      if (!before) return text.slice(part.start, part.end);
      const between = countUpTo(starts, total, part.start - 1) - countUpTo(starts, total, before.end - 1);
      const gap = between > MOST_WORDS_BETWEEN ? LEFT_OUT : text.slice(before.end, part.start);
      return keyword + gap + text.slice(part.start, part.end);
    }, '');
  }
}

/** From the first to the last word of a hit. */
function spanOf({ spans }: Evidence): Span {
  return spans.reduce((whole, span) => ({
    start: Math.min(whole.start, span.start),
    end: Math.max(whole.end, span.end),
  }));
}

/** `most` words to either side; where the passage ends before, all of it, so that a mark at its end is shown. */
function reachOut(words: Words, hit: Span, { most, within }: { most: number; within: Span }): Span {
  const countBefore = (offset: number) => countUpTo(words.starts, words.count, offset - 1);
  const [firstShown, firstWithin] = [countBefore(hit.start) - most, countBefore(within.start)];
  const [lastShown, lastWithin] = [countBefore(hit.end) - 1 + most, countBefore(within.end) - 1];
  return {
    start: firstShown <= firstWithin ? within.start : (words.starts[firstShown] as number),
    end: lastShown >= lastWithin ? within.end : (words.ends[lastShown] as number),
  };
}
