/** What a table counts for: every code together with its subcodes, and what a parent has of its own. */
import type { CodeNode } from '../codebook/code-tree.ts';
import type { Row } from '../model.ts';
import { createCodeRows } from './code-rows.ts';

/** A number for each row that can be; the rows of one table are some of them, in the order of the book. */
export interface SlotRow {
  slot: number;
  /** With the cells code and code id. */
  row: Row;
}

export class CodeSlots {
  #codes: readonly CodeNode[];
  #depth: number | undefined;
  /** By code. */
  #slots: number[][];

  /** Codes below the depth count for those above them only. */
  constructor(codes: readonly CodeNode[], depth: number | undefined) {
    this.#codes = codes;
    this.#depth = depth;
    const levels = depth ?? Number.POSITIVE_INFINITY;
    this.#slots = codes.map((node) => {
      const withSubcodes = [node.index, ...node.ancestors].filter((index) => (codes[index]?.depth ?? 0) < levels);
      const hasOwn = node.code.codes.length > 0 && node.depth + 1 < levels;
      return [...withSubcodes.map((index) => 2 * index), ...(hasOwn ? [2 * node.index + 1] : [])];
    });
  }

  /** Slots of a passage with these codes, each once and in order. */
  slotsOf(codes: Iterable<number>): number[] {
    const slots = new Set<number>();
    for (const index of codes) for (const slot of this.#slots[index] ?? []) slots.add(slot);
    return [...slots].sort((a, b) => a - b);
  }

  /** A row a code, and one for what a parent has of its own, where `isUsed` tells that it has something. */
  listRows(isUsed: (slot: number) => boolean): SlotRow[] {
    const indexOf = new Map(this.#codes.map(({ code, index }) => [code.id, index]));
    const options = { aggregate: 'distinct' as const, ...(this.#depth === undefined ? {} : { depth: this.#depth }) };
    const rows = createCodeRows(this.#codes, options, {
      cellsOf: () => [],
      hasOwn: (index) => isUsed(2 * index + 1),
    });
    return rows.map((row) => ({ row, slot: 2 * (indexOf.get(row.code ?? '') ?? 0) + (row.directly ? 1 : 0) }));
  }

  /** Whether one of two slots holds all that the other has, by the tree of codes. */
  isWithin(a: number, b: number): boolean {
    return this.#contains(a, b) || this.#contains(b, a);
  }

  #contains(whole: number, part: number): boolean {
    if (whole % 2 === 1) return whole === part;
    const [index, inner] = [whole >> 1, part >> 1];
    return index === inner || (this.#codes[inner]?.ancestors.includes(index) ?? false);
  }
}
