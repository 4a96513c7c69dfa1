/** What is compared: coders and codes, and document by document what each coder coded. */
import { type CodeNode, listCodes } from '../../codebook/code-tree.ts';
import type { Codebook, CodedDocument, Coding, Span, Unit } from '../../model.ts';
import type { SegmentMatch } from './choices.ts';

export interface ComparedCoders {
  codes: readonly CodeNode[];
  /** Names; two to `MOST_CODERS`. */
  coders: readonly string[];
  /** Index of the coder whom the others are measured by. */
  reference?: number;
  unit: Unit;
  match: SegmentMatch;
  /** Share (0–1) that two passages must have in common to be the same, as on MAXQDA's third level. */
  overlap: number;
}

/** Sets of coders are the bits of a number. */
export const MOST_CODERS = 20;

export interface ComparedDocument extends Pick<CodedDocument, 'transcript' | 'segments'> {
  /** Of everybody who is compared, each with the name of its coder among the compared ones. */
  codings: readonly Coding[];
  /** By coder: whether the coder worked on this document. */
  judged: readonly boolean[];
}

/**
 * What gets numbers of its own: a code with its subcodes, a code by itself, and any code at all. Numbered, with `count` codes:
 * a code with its subcodes by its index, by itself by `count` + index, any by 2 · `count`.
 */
export class CodeRows {
  readonly codes: readonly CodeNode[];
  #rowsOf = new Map<string, readonly number[]>();

  constructor(codebook: Codebook | readonly CodeNode[]) {
    this.codes = 'codes' in codebook ? listCodes(codebook) : codebook;
    for (const { code, index, ancestors } of this.codes)
      this.#rowsOf.set(code.id, [index, ...ancestors, this.own(index), this.any]);
  }

  own(index: number): number {
    return this.codes.length + index;
  }

  get any(): number {
    return 2 * this.codes.length;
  }

  /** The rows that a coding counts in; none for a code that is not compared. */
  of(code: string): readonly number[] {
    return this.#rowsOf.get(code) ?? [];
  }
}

/** Passages by row and coder, as they were coded, in the order of the codings. */
export type PassagesByRow = ReadonlyMap<number, readonly (readonly Span[])[]>;

/** `place` may count them in something else than the text does. */
export function gatherPassages(
  { codings }: ComparedDocument,
  { coders, rows, place }: { coders: readonly string[]; rows: CodeRows; place(coding: Coding): Span },
): PassagesByRow {
  const indexOf = new Map(coders.map((coder, index) => [coder, index]));
  const gathered = new Map<number, Span[][]>();
  for (const coding of codings) {
    const coder = indexOf.get(coding.coder);
    if (coder === undefined) continue;
    const span = place(coding);
    for (const row of rows.of(coding.code)) {
      const lists = gathered.get(row) ?? coders.map(() => []);
      gathered.set(row, lists);
      lists[coder]?.push(span);
    }
  }
  return gathered;
}
