/** Counts the documents in which a code is the most frequent of those it is compared with: the codes of the same level. */
import type { CodeNode } from '../codebook/code-tree.ts';
import type { CodeCounts } from './count-codes.ts';

/** Arrays are indexed like the list of codes. */
export class CodeLeads {
  /** Documents in which no code of the level has more coded segments, and this one has some. */
  readonly documents: number[];
  /** Those of them in which another code of the level has as many. */
  readonly ties: number[];
  /** Documents in which several top-level codes share the first place. */
  tiedDocuments = 0;
  readonly #levels: number[][] = [];
  readonly #aggregate: 'distinct' | 'sum';

  constructor(codes: readonly CodeNode[], aggregate: 'distinct' | 'sum') {
    this.documents = new Array<number>(codes.length).fill(0);
    this.ties = new Array<number>(codes.length).fill(0);
    this.#aggregate = aggregate;
    for (const { depth, index } of codes) {
      const level = this.#levels[depth] ?? [];
      this.#levels[depth] = level;
      level.push(index);
    }
  }

  /** Takes the counts of one document. */
  add(counts: CodeCounts): void {
    const numbers = counts[this.#aggregate];
    this.#levels.forEach((level, depth) => {
      const most = level.reduce((largest, index) => Math.max(largest, numbers[index] ?? 0), 0);
      const first = most === 0 ? [] : level.filter((index) => numbers[index] === most);
      for (const index of first) {
        this.documents[index] = (this.documents[index] ?? 0) + 1;
        if (first.length > 1) this.ties[index] = (this.ties[index] ?? 0) + 1;
      }
      if (depth === 0 && first.length > 1) this.tiedDocuments++;
    });
  }
}
