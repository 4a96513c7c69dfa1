/** Coverage: how much of the text each code covers, in characters and words, how much any code, and how much none. */
import { listCodes } from '../codebook/code-tree.ts';
import type { Cell, Codebook, CodedDocument, Column, Row } from '../model.ts';
import type { CreateFold, Fold, TableOptions } from './analysis.ts';
import { createCodeRows } from './code-rows.ts';
import { CodeTally } from './code-tally.ts';
import type { ColumnSplit } from './column-split.ts';
import { countCodes } from './count-codes.ts';
import { addCharacters } from './measure-codings.ts';
import { percent, StudySize } from './notes.ts';
import { createColumnSplit } from './split-columns.ts';
import { intersectSpans, mergeSpans } from './touched-segments.ts';

/** What is told of it stands in the list of analyses. */
export const createCoverage: CreateFold = (codebook, options) => new Coverage(codebook, options);

const COLUMNS = [
  { key: 'code', title: 'Code', kind: 'text' },
  { key: 'code_id', title: 'Code id', kind: 'text' },
  { key: 'characters', title: 'Characters', kind: 'integer' },
  { key: 'percent_of_characters', title: '% of characters', kind: 'percent' },
  { key: 'words', title: 'Words', kind: 'integer' },
  { key: 'percent_of_words', title: '% of words', kind: 'percent' },
] as const satisfies Column[];

/** What is counted of all documents, or of one part of them. */
interface Part {
  characters: CodeTally;
  words: CodeTally;
  /** Characters of the codable segments that no coded passage holds. */
  uncoded: number;
}

class Coverage implements Fold {
  #codes;
  #ids: ReadonlySet<string>;
  #options: TableOptions;
  #split: ColumnSplit | undefined;
  /** By the id of their column; `ALL` where nothing is split. */
  #parts = new Map<string, Part>();
  #used: CodeTally;
  #size = new StudySize();

  constructor(codebook: Codebook, options: TableOptions) {
    this.#codes = listCodes(codebook);
    this.#ids = new Set(this.#codes.map(({ code }) => code.id));
    this.#options = { ...options, aggregate: 'distinct' };
    this.#split = options.by === undefined ? undefined : createColumnSplit(options.by);
    this.#used = new CodeTally(this.#codes, 'distinct');
  }

  add(document: CodedDocument): void {
    this.#size.add(document);
    this.#used.add(document, countCodes(document, this.#codes));
    const parts = this.#split?.split(document) ?? [{ column: ALL, part: document }];
    for (const { column, part } of parts) {
      const sums = this.#partOf(column);
      sums.characters.add(part, countCodes(part, this.#codes, 'characters'));
      sums.words.add(part, countCodes(part, this.#codes, 'words'));
      sums.uncoded += this.#countUncoded(part);
    }
  }

  #countUncoded({ segments, codings, transcript: { text } }: CodedDocument): number {
    const coded = mergeSpans(codings.filter(({ code }) => this.#ids.has(code)));
    return addCharacters(text, segments) - addCharacters(text, intersectSpans(coded, segments));
  }

  #partOf(column: string): Part {
    const tally = () => new CodeTally(this.#codes, 'distinct');
    const part = this.#parts.get(column) ?? { characters: tally(), words: tally(), uncoded: 0 };
    this.#parts.set(column, part);
    return part;
  }

  finish() {
    const parts = this.#split?.columns([]) ?? [{ id: ALL, title: undefined }];
    const ofWhat = this.#split ? ' of the documents that the row is about' : '';
    return {
      name: 'coverage',
      title: 'Coverage of the text by codes',
      columns: this.#split
        ? [{ key: 'part', title: capitalize(this.#split.noun), kind: 'text' as const }, ...COLUMNS]
        : COLUMNS,
      rows: parts.flatMap(({ id, title }) => this.#createRows(this.#partOf(id), title)),
      notes: [
        `% of characters: of the whole text${ofWhat}, with blanks, interviewers, labels and headings. % of words: of the codable words, those of the interviewer and marks left out.`,
        'A code with subcodes covers what its subcodes cover too, each segment once. Codes overlap, so they do not add up to "With a code".',
        'With a code, without a code, and the rest (who is not counted here, labels, headings, line ends) are the whole text.',
        ...(this.#split?.describe() ?? []),
        ...this.#size.describe(),
      ],
    };
  }

  /** A title is the first cell of its rows. */
  #createRows(part: Part, title: string | undefined): Row[] {
    const { characters, words, uncoded } = part;
    const rows = createCodeRows(this.#codes, this.#options, {
      cellsOf: (index, kind) => createCells(part, characters.countOf(index, kind), words.countOf(index, kind)),
      hasOwn: (index) => this.#used.countOf(index, 'directly') > 0,
    });
    const total = (name: string, [inCharacters, inWords]: [number, number | null]): Row => ({
      kind: 'total',
      cells: [name, '', ...createCells(part, inCharacters, inWords)],
    });
    const all: Row[] = [
      ...rows,
      total('With a code', [characters.coded, words.coded]),
      total('Without a code', [uncoded, words.words - words.coded]),
      total('The rest', [characters.characters - characters.coded - uncoded, null]),
    ];
    if (title === undefined) return all;
    // Behind another column a code needs its whole path.
    return all.map(({ depth, ...row }) => ({ ...row, cells: [title, ...row.cells] }));
  }
}

const ALL = '';

function createCells(part: Part, characters: number, words: number | null): Cell[] {
  const ofWords = words === null ? null : percent(words, part.words.words);
  return [characters, percent(characters, part.characters.characters), words, ofWords];
}

const capitalize = (noun: string) => noun.charAt(0).toUpperCase() + noun.slice(1);
