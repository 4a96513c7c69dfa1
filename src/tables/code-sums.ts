/** The counts of every code over several documents. */
import type { CodeNode } from '../codebook/code-tree.ts';
import { CodeLeads } from './code-leads.ts';
import type { CountKind } from './code-rows.ts';
import type { CodeCounts } from './count-codes.ts';

export const COUNT_KINDS = ['directly', 'distinct', 'sum'] as const satisfies readonly CountKind[];

/** Arrays are indexed like the list of codes. */
export class CodeSums {
  readonly counts: Record<CountKind, number[]>;
  /** Codable segments that have the codings in the counts. */
  readonly touched: Record<CountKind, number[]>;
  /** Documents in which the count is not 0. */
  readonly documentCounts: Record<CountKind, number[]>;
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

  add(counts: CodeCounts, document: string): void {
    this.leads.add(counts);
    for (const kind of COUNT_KINDS) {
      this.#addCounts(counts[kind], kind);
      addTo(this.touched[kind], counts.touched[kind]);
    }
    counts.distinct.forEach((count, index) => {
      if (count > 0) this.lastDocument[index] = document;
    });
  }

  #addCounts(counts: readonly number[], kind: CountKind): void {
    const [sums, documents] = [this.counts[kind], this.documentCounts[kind]];
    counts.forEach((count, index) => {
      if (count === 0) return;
      sums[index] = (sums[index] ?? 0) + count;
      documents[index] = (documents[index] ?? 0) + 1;
    });
  }
}

function addTo(sums: number[], counts: readonly number[]): void {
  counts.forEach((count, index) => {
    if (count > 0) sums[index] = (sums[index] ?? 0) + count;
  });
}
