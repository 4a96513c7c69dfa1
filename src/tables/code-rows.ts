/** Rows of a table with one row a code: which codes get one, and the row of a parent's own codings. */
import type { CodeNode } from '../codebook/code-tree.ts';
import type { Cell, Row } from '../model.ts';
import type { TableOptions } from './analysis.ts';

export type CountKind = 'directly' | 'distinct' | 'sum';

/**
 * One row for every code down to the depth; under a parent with codings of its own and subcodes shown, a row
 * "… (directly)". `cellsOf` gives the cells behind code and id.
 */
export function createCodeRows(
  codes: readonly CodeNode[],
  options: TableOptions,
  content: { cellsOf(index: number, kind: CountKind): Cell[]; hasOwn(index: number): boolean },
): Row[] {
  const levels = options.depth ?? Number.POSITIVE_INFINITY;
  return codes
    .filter((node) => node.depth < levels)
    .flatMap((node) => {
      const { code, index, depth, path } = node;
      const shared = { kind: 'body' as const, code: code.id, ...(code.color ? { color: code.color } : {}) };
      const row: Row = { ...shared, depth, cells: [path, code.id, ...content.cellsOf(index, options.aggregate)] };
      const showsSubcodes = code.codes.length > 0 && depth + 1 < levels;
      if (!showsSubcodes || !content.hasOwn(index)) return [row];
      const own = [`${path} (directly)`, code.id, ...content.cellsOf(index, 'directly')];
      return [row, { ...shared, depth: depth + 1, directly: true, cells: own }];
    });
}
