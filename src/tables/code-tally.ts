/** Counts of codes over documents: of all of them, and of each column of a table. */
import type { CodeNode } from '../codebook/code-tree.ts';
import type { CodedDocument } from '../model.ts';
import { countCharacters } from '../text/characters.ts';
import { CodeLeads } from './code-leads.ts';
import type { ColumnSplit } from './column-split.ts';
import { type CodeCounts, type CodeNumbers, type CountUnit, countCodes } from './count-codes.ts';
import { StudySize } from './notes.ts';

/** What some documents, or parts of documents, have together. Arrays are indexed like the list of codes. */
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
  readonly counts: CodeNumbers;
  /** Codable segments that have the codings in the counts. */
  readonly touched: CodeNumbers;
  /** Documents in which the count is not 0. */
  readonly documentCounts: CodeNumbers;
  /** Of each code, with subcodes, the last document that has it. */
  readonly lastDocument: (string | undefined)[] = [];
  readonly leads: CodeLeads;

  constructor(codes: readonly CodeNode[], aggregate: 'distinct' | 'sum') {
    this.leads = new CodeLeads(codes, aggregate);
    const zeros = () => new Array<number>(codes.length).fill(0);
    this.counts = { directly: zeros(), distinct: zeros(), sum: zeros() };
    this.touched = { directly: zeros(), distinct: zeros(), sum: zeros() };
    this.documentCounts = { directly: zeros(), distinct: zeros(), sum: zeros() };
  }

  add(document: CodedDocument, counts: CodeCounts): void {
    this.documents++;
    this.segments += document.segments.length;
    this.words += document.words;
    this.characters += countCharacters(document.transcript.text);
    this.codings += counts.codings;
    this.coded += counts.segments;
    if (counts.codings > 0) this.documentsWithCode++;
    this.leads.add(counts);
    for (const kind of ['directly', 'distinct', 'sum'] as const) {
      addTo(this.counts[kind], counts[kind]);
      addTo(this.touched[kind], counts.touched[kind]);
      addTo(
        this.documentCounts[kind],
        counts[kind].map((count) => (count > 0 ? 1 : 0)),
      );
    }
    counts.distinct.forEach((count, index) => {
      if (count > 0) this.lastDocument[index] = document.transcript.document;
    });
  }
}

function addTo(sums: number[], counts: readonly number[]): void {
  counts.forEach((count, index) => {
    if (count > 0) sums[index] = (sums[index] ?? 0) + count;
  });
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
