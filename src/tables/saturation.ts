/** Saturation: how many new codes each document brings, and what is to be expected when documents come in any order. */
import { type CodeNode, listCodes } from '../codebook/code-tree.ts';
import type { Codebook, CodedDocument, Column, Row } from '../model.ts';
import { accumulate, expectAccumulation, quantilesOfAccumulation } from './accumulation.ts';
import type { CreateFold, Fold, TableOptions } from './analysis.ts';
import { DocumentOrder } from './document-order.ts';
import { count, percent, StudySize } from './notes.ts';

/** What is told of it stands in the list of analyses. */
export const createSaturation: CreateFold = (codebook, options) => new Saturation(codebook, options);

const COLUMNS = [
  { key: 'number', title: 'No.', kind: 'integer' },
  { key: 'document', title: 'Document', kind: 'text' },
  { key: 'codes', title: 'Codes', kind: 'integer' },
  { key: 'new_codes', title: 'New', kind: 'integer' },
  { key: 'cumulative_codes', title: 'So far', kind: 'integer' },
  { key: 'percent_of_codes', title: '% of all', kind: 'percent' },
  { key: 'expected_codes', title: 'Expected', kind: 'decimal' },
  { key: 'lower_codes', title: '2.5 %', kind: 'integer' },
  { key: 'upper_codes', title: '97.5 %', kind: 'integer' },
] as const satisfies Column[];

interface Entry {
  document: string;
  codes: Set<number>;
}

class Saturation implements Fold {
  /** By id, the index of the code that it counts for. */
  #countedAs: Map<string, number>;
  #depth: number | undefined;
  #order: DocumentOrder | undefined;
  #entries: Entry[] = [];
  #size = new StudySize();

  constructor(codebook: Codebook, { depth, order }: TableOptions) {
    this.#countedAs = foldCodes(listCodes(codebook), depth ?? Number.POSITIVE_INFINITY);
    this.#depth = depth;
    this.#order = order === undefined ? undefined : new DocumentOrder(order);
  }

  add(document: CodedDocument): void {
    const codes = document.codings.flatMap(({ code }) => this.#countedAs.get(code) ?? []);
    this.#entries.push({ document: document.transcript.document, codes: new Set(codes) });
    this.#order?.add(document);
    this.#size.add(document);
  }

  finish() {
    const entries = (this.#order?.list() ?? this.#entries.map((_, at) => at)).map((at) => this.#entries[at] as Entry);
    const found = accumulate(entries.map(({ codes }) => codes));
    const all = found.at(-1) ?? 0;
    // Those of the study, so that they do not change with the order that is asked for.
    const sets = this.#entries.map(({ codes }) => codes);
    const expected = expectAccumulation(sets);
    const quantiles = quantilesOfAccumulation(sets);
    const rows = entries.map(({ document, codes }, at): Row => {
      const [now = 0, before = 0] = [found[at], found[at - 1]];
      const range = quantiles[at] ?? [];
      const numbers = [codes.size, now - before, now, percent(now, all), expected[at] ?? null, ...range];
      return { kind: 'body', cells: [at + 1, document, ...numbers] };
    });
    return {
      name: 'saturation',
      title: 'Saturation: new codes per document',
      columns: COLUMNS,
      rows,
      notes: this.#describe(entries, found),
    };
  }

  #describe(entries: readonly Entry[], found: readonly number[]): string[] {
    const all = found.at(-1) ?? 0;
    const last = found.indexOf(all);
    const once = countOnce(entries);
    const which =
      this.#depth === undefined
        ? 'each by itself, without its subcodes'
        : `down to level ${this.#depth}, deeper ones counting for those above them`;
    return [
      all === 0
        ? 'No code was found.'
        : `${count(all, 'code')} found (${which}), the last new one in document ${last + 1} of ${entries.length}; ${count(once, 'code')} found in one document only.`,
      this.#order?.describe() ?? 'Documents are in the order of the study: by group and name. Another order: --order.',
      `Expected: the mean over all orders of the documents, calculated exactly. 2.5 % and 97.5 %: of 1,000 random orders, the same ones in every run.`,
      'This shows when the codes of this codebook were first met. It cannot show whether more interviews would bring themes that the codebook lacks, or whether a theme is understood.',
      ...this.#size.describe(),
    ];
  }
}

/** A code below the levels counts for the one above it. */
function foldCodes(codes: readonly CodeNode[], levels: number): Map<string, number> {
  return new Map(
    codes.map(({ code, index, ancestors }) => {
      const kept = [index, ...ancestors].find((each) => (codes[each]?.depth ?? 0) < levels);
      return [code.id, kept ?? index];
    }),
  );
}

function countOnce(entries: readonly Entry[]): number {
  const documents = new Map<number, number>();
  for (const { codes } of entries) for (const code of codes) documents.set(code, (documents.get(code) ?? 0) + 1);
  return [...documents.values()].filter((times) => times === 1).length;
}
