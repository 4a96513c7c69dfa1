/** Coverage: how much of the text each code covers, in characters and words, how much any code, and how much none. */
import { listCodes } from '../codebook/code-tree.ts';
import type { Cell, Codebook, CodedDocument, Column, Row } from '../model.ts';
import type { Analysis, Fold, TableOptions } from './analysis.ts';
import { CodeSlots } from './code-slots.ts';
import { listCodedPassages } from './coded-passages.ts';
import { percent, StudySize } from './notes.ts';
import { type ColumnSplit, createColumnSplit } from './split-columns.ts';

/** What is told of it stands in the list of analyses. */
export const createCoverage: Analysis['create'] = (codebook, options) => new Coverage(codebook, options);

const COLUMNS = [
  { key: 'code', title: 'Code', kind: 'text' },
  { key: 'code_id', title: 'Code id', kind: 'text' },
  { key: 'characters', title: 'Characters', kind: 'integer' },
  { key: 'percent_of_characters', title: '% of characters', kind: 'percent' },
  { key: 'words', title: 'Words', kind: 'integer' },
  { key: 'percent_of_words', title: '% of words', kind: 'percent' },
] as const satisfies Column[];

/** For the part of a study that a row is about. */
const PART_KEY = 'part';
const ALL = '';

interface Amount {
  characters: number;
  words: number;
}

/** What is counted of all documents, or of one part of them. */
class Part {
  /** Whole texts. */
  text = 0;
  readonly codable: Amount = { characters: 0, words: 0 };
  readonly coded: Amount = { characters: 0, words: 0 };
  readonly bySlot = new Map<number, Amount>();
}

class Coverage implements Fold {
  #codes;
  #slots: CodeSlots;
  #split: ColumnSplit | undefined;
  #parts = new Map<string, Part>();
  #used = new Set<number>();
  #size = new StudySize();

  constructor(codebook: Codebook, { depth, by }: TableOptions) {
    this.#codes = listCodes(codebook);
    this.#slots = new CodeSlots(this.#codes, depth);
    this.#split = by === undefined ? undefined : createColumnSplit(by);
  }

  add(document: CodedDocument): void {
    this.#size.add(document);
    const parts = this.#split?.split(document) ?? [{ column: ALL, part: document }];
    for (const { column, part } of parts) {
      const known = this.#parts.get(column) ?? new Part();
      this.#parts.set(column, known);
      this.#addPart(known, part);
    }
  }

  #addPart(sums: Part, { transcript, segments, segmentWords, codings, words }: CodedDocument): void {
    sums.text += transcript.text.length;
    sums.codable.words += words;
    for (const { start, end } of segments) sums.codable.characters += end - start;
    const wordsAt = new Map(segments.map(({ start }, at) => [start, segmentWords[at] ?? 0]));
    for (const { start, end, codes } of listCodedPassages(codings, this.#codes)) {
      const amount = { characters: end - start, words: wordsAt.get(start) ?? 0 };
      increase(sums.coded, amount);
      for (const slot of this.#slots.slotsOf(codes)) {
        const sum = sums.bySlot.get(slot) ?? { characters: 0, words: 0 };
        sums.bySlot.set(slot, sum);
        increase(sum, amount);
        this.#used.add(slot);
      }
    }
  }

  finish() {
    const own: Column[] = this.#split
      ? [{ key: PART_KEY, title: capitalize(this.#split.noun), kind: 'text' }, ...COLUMNS]
      : COLUMNS;
    const parts = this.#split?.columns([]) ?? [{ id: ALL, title: undefined }];
    return {
      name: 'coverage',
      title: 'Coverage of the text by codes',
      columns: own,
      rows: parts.flatMap(({ id, title }) => this.#createRows(this.#parts.get(id) ?? new Part(), title)),
      notes: [
        `% of characters: of the whole text${this.#split ? ` of the documents in which the ${this.#split.noun} is` : ''}, blanks, interviewers, labels and headings included. % of words: of the codable words, those of the interviewer and marks left out.`,
        'A code with subcodes covers what its subcodes cover too, each segment once; codes overlap, so they need not add up to what has any code.',
        'With a code, without a code and not coded at all (interviewers, labels, headings, line ends) make up the whole text.',
        ...(this.#split?.describe() ?? []),
        this.#size.describe(),
      ],
    };
  }

  #createRows(sums: Part, title: string | undefined): Row[] {
    const before = title === undefined ? [] : [title];
    const body = this.#slots
      .listRows((slot) => this.#used.has(slot))
      .map(({ row, slot }): Row => {
        // The name of a part stands before the code, which keeps its whole path there.
        const { depth, ...rest } = row;
        const shown = title === undefined ? row : rest;
        return { ...shown, cells: [...before, ...row.cells, ...createCells(sums, sums.bySlot.get(slot) ?? NOTHING)] };
      });
    const { codable, coded, text } = sums;
    const total = (name: string, amount: Amount, hasWords = true): Row => {
      const cells = createCells(sums, amount);
      return {
        kind: 'total',
        cells: [...before, name, '', ...cells.slice(0, 2), ...(hasWords ? cells.slice(2) : [null, null])],
      };
    };
    const uncoded = { characters: codable.characters - coded.characters, words: codable.words - coded.words };
    return [
      ...body,
      total('With a code', coded),
      total('Without a code', uncoded),
      total('Not coded at all', { characters: text - codable.characters, words: 0 }, false),
    ];
  }
}

const NOTHING: Amount = { characters: 0, words: 0 };

function createCells({ text, codable }: Part, { characters, words }: Amount): Cell[] {
  return [characters, percent(characters, text), words, percent(words, codable.words)];
}

function increase(sum: Amount, { characters, words }: Amount): void {
  sum.characters += characters;
  sum.words += words;
}

const capitalize = (noun: string) => noun.charAt(0).toUpperCase() + noun.slice(1);
