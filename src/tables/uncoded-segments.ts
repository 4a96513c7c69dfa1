/** Uncoded segments: what was said and got no code, to read what the codebook misses. */
import type { Cell, Codebook, CodedDocument, Column, Segment, Transcript } from '../model.ts';
import { createParagraphCounter } from '../text/paragraph-counter.ts';
import type { CreateFold, Fold, TableOptions } from './analysis.ts';
import { type CreateList, createListInMemory, type KeptList, mapList } from './kept-list.ts';
import { count, percent, StudySize } from './notes.ts';
import { timeAt } from './place.ts';
import { markTouched } from './touched-segments.ts';

/** What is told of it stands in the list of analyses. */
export const createUncodedSegments: CreateFold = (_codebook: Codebook, options, createList = createListInMemory) =>
  new UncodedSegments(options, createList);

const COLUMNS = [
  { key: 'document_group', title: 'Document group', kind: 'text' },
  { key: 'document', title: 'Document', kind: 'text' },
  { key: 'speaker', title: 'Speaker', kind: 'text' },
  { key: 'begin', title: 'Begin', kind: 'integer' },
  { key: 'end', title: 'End', kind: 'integer' },
  { key: 'time', title: 'Time', kind: 'text' },
  { key: 'words', title: 'Words', kind: 'integer' },
  { key: 'segment', title: 'Segment', kind: 'text' },
] as const satisfies Column[];

class UncodedSegments implements Fold {
  #fewest: number;
  #rows: KeptList<Cell[]>;
  #size = new StudySize();
  #uncoded = { segments: 0, words: 0 };
  #shown = { segments: 0, words: 0 };

  constructor({ minWords = 0 }: TableOptions, createList: CreateList) {
    this.#rows = createList<Cell[]>();
    this.#fewest = minWords;
  }

  add(document: CodedDocument): void {
    this.#size.add(document);
    const { transcript, segments, segmentWords, codings } = document;
    const coded = markTouched(segments, codings);
    const uncoded = segments
      .map((segment, at) => ({ segment, words: segmentWords[at] ?? 0 }))
      .filter((_, at) => coded[at] !== 1);
    const shown = uncoded.filter(({ words }) => words >= this.#fewest);
    for (const cells of listCells(transcript, shown)) this.#rows.add(cells);
    for (const [sum, list] of [
      [this.#uncoded, uncoded],
      [this.#shown, shown],
    ] as const) {
      sum.segments += list.length;
      for (const { words } of list) sum.words += words;
    }
  }

  finish() {
    return {
      name: 'uncoded-segments',
      title: 'Uncoded segments',
      display: 'records' as const,
      columns: COLUMNS,
      rows: mapList(this.#rows, (cells) => ({ kind: 'body' as const, cells })),
      notes: [
        `Without any code: ${this.#describe(this.#uncoded)}.`,
        ...(this.#fewest > 0
          ? [`Shown: those of at least ${count(this.#fewest, 'word')}, ${this.#describe(this.#shown)}.`]
          : []),
        'Begin and end are paragraph numbers, counted from 1 with headings and label lines included.',
        ...this.#size.describe(),
      ],
    };
  }

  /** "89 of 137 segments (65.0 %), 3825 of 7323 words (52.2 %)". */
  #describe({ segments, words }: { segments: number; words: number }): string {
    const share = (part: number, whole: number) => {
      const shown = percent(part, whole);
      return shown === null ? '' : ` (${shown.toFixed(1)} %)`;
    };
    const { segments: allSegments, words: allWords } = this.#size;
    return `${segments} of ${count(allSegments, 'segment')}${share(segments, allSegments)}, ${words} of ${count(allWords, 'word')}${share(words, allWords)}`;
  }
}

interface UncodedSegment {
  segment: Segment;
  words: number;
}

function listCells({ text, turns, group = '', document }: Transcript, segments: readonly UncodedSegment[]): Cell[][] {
  const paragraphOf = createParagraphCounter(text);
  return segments.map(({ segment: { start, end, turn: index }, words }) => {
    const turn = turns[index];
    const place = [turn?.speaker ?? '', paragraphOf(start), paragraphOf(end - 1), timeAt(turn, start) ?? ''];
    return [group, document, ...place, words, text.slice(start, end)];
  });
}
