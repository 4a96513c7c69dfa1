/** Counts of codes over documents: of all of them, and of each column of a table. */
import type { CodeNode } from '../codebook/code-tree.ts';
import type { CodedDocument } from '../model.ts';
import { countCharacters } from '../text/characters.ts';
import type { CodeLeads } from './code-leads.ts';
import type { CountKind } from './code-rows.ts';
import { COUNT_KINDS, CodeSums } from './code-sums.ts';
import type { ColumnSplit } from './column-split.ts';
import { type CodeCounts, type CodeNumbers, type CountUnit, countCodes } from './count-codes.ts';
import { StudySize } from './notes.ts';

/** What some documents, or parts of documents, have together. Indices are those of the list of codes. */
export class CodeTally {
  documents = 0;
  segments = 0;
  words = 0;
  /** Of the texts of the documents, everything included. */
  characters = 0;
  /** The own counts of all codes. */
  codings = 0;
  /** What has any code; of segments, the codable ones. */
  coded = 0;
  documentsWithCode = 0;
  readonly #codes: readonly CodeNode[];
  readonly #aggregate: 'distinct' | 'sum';
  /** Of the only document so far: a study has a column for each of thousands. */
  #only: OneDocument | undefined;
  #sums: CodeSums | undefined;

  constructor(codes: readonly CodeNode[], aggregate: 'distinct' | 'sum') {
    this.#codes = codes;
    this.#aggregate = aggregate;
  }

  add(document: CodedDocument, counts: CodeCounts): void {
    const { transcript } = document;
    if (this.documents === 0) this.#only = packCounts(transcript.document, counts);
    else this.#listSums().add(counts, transcript.document);
    this.documents++;
    this.segments += document.segments.length;
    this.words += document.words;
    this.characters += countCharacters(transcript.text);
    this.codings += counts.codings;
    this.coded += counts.segments;
    if (counts.codings > 0) this.documentsWithCode++;
  }

  countOf(index: number, kind: CountKind): number {
    if (this.#only) return this.#only.counts[COUNT_KINDS.indexOf(kind) * this.#codes.length + index] ?? 0;
    return this.#sums?.counts[kind][index] ?? 0;
  }

  /** Codable segments that have the codings in the count. */
  touchedOf(index: number, kind: CountKind): number {
    if (this.#only) return this.#only.touched[COUNT_KINDS.indexOf(kind) * this.#codes.length + index] ?? 0;
    return this.#sums?.touched[kind][index] ?? 0;
  }

  /** Documents in which the count is not 0. */
  documentsOf(index: number, kind: CountKind): number {
    if (this.#only) return this.countOf(index, kind) > 0 ? 1 : 0;
    return this.#sums?.documentCounts[kind][index] ?? 0;
  }

  /** Of a code, with subcodes, the last document that has it. */
  lastDocumentOf(index: number): string | undefined {
    return this.#listSums().lastDocument[index];
  }

  get leads(): CodeLeads {
    return this.#listSums().leads;
  }

  #listSums(): CodeSums {
    const sums = this.#sums ?? new CodeSums(this.#codes, this.#aggregate);
    this.#sums = sums;
    if (this.#only) sums.add(unpackCounts(this.#only, this), this.#only.document);
    this.#only = undefined;
    return sums;
  }
}

interface OneDocument {
  document: string;
  /** The counts of each kind behind each other. */
  counts: Uint32Array;
  /** The same array where every coding is on one segment. */
  touched: Uint32Array;
}

function packCounts(document: string, counts: CodeCounts): OneDocument {
  const packed = packNumbers(counts);
  return {
    document,
    counts: packed,
    touched: counts.touched.directly === counts.directly ? packed : packNumbers(counts.touched),
  };
}

function packNumbers(numbers: CodeNumbers): Uint32Array {
  return Uint32Array.from(COUNT_KINDS.flatMap((kind) => numbers[kind]));
}

function unpackCounts({ counts, touched }: OneDocument, sizes: { codings: number; coded: number }): CodeCounts {
  return { ...unpackNumbers(counts), touched: unpackNumbers(touched), codings: sizes.codings, segments: sizes.coded };
}

function unpackNumbers(packed: Uint32Array): CodeNumbers {
  const length = packed.length / COUNT_KINDS.length;
  const [directly = [], distinct = [], sum = []] = COUNT_KINDS.map((_, at) =>
    Array.from(packed.subarray(at * length, (at + 1) * length)),
  );
  return { directly, distinct, sum };
}

export interface Counting {
  unit: CountUnit;
  /** How codes with subcodes count where codes are compared. */
  aggregate: 'distinct' | 'sum';
}

/** Tallies of every column while documents pass by, and of all documents whole. */
export class CodeGrid {
  readonly all: CodeTally;
  readonly size = new StudySize();
  readonly #codes: readonly CodeNode[];
  readonly #split: Pick<ColumnSplit, 'split'>;
  readonly #counting: Counting;
  readonly #columns = new Map<string, CodeTally>();

  constructor(codes: readonly CodeNode[], split: Pick<ColumnSplit, 'split'>, counting: Counting) {
    this.#codes = codes;
    this.#split = split;
    this.#counting = counting;
    this.all = new CodeTally(codes, counting.aggregate);
  }

  add(document: CodedDocument): void {
    this.size.add(document);
    const { unit } = this.#counting;
    const counts = countCodes(document, this.#codes, unit);
    this.all.add(document, counts);
    for (const { column, part } of this.#split.split(document))
      this.column(column).add(part, part === document ? counts : countCodes(part, this.#codes, unit));
  }

  /** The tally of one column, by its id. */
  column(id: string): CodeTally {
    const tally = this.#columns.get(id) ?? new CodeTally(this.#codes, this.#counting.aggregate);
    this.#columns.set(id, tally);
    return tally;
  }
}
