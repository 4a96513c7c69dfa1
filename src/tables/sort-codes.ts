/** The order of codes in a table: that of the book, or siblings by name or by a number; subcodes stay below their parents. */
import type { CodeNode } from '../codebook/code-tree.ts';
import { compareNames } from '../text/compare.ts';

export const CODE_ORDERS = ['book', 'frequency', 'name'] as const;

/** `frequency` puts the largest number first; what is equal keeps the order of the book. */
export function sortCodes(
  codes: readonly CodeNode[],
  order: string | undefined,
  numberOf: (index: number) => number,
): CodeNode[] {
  if (order !== 'frequency' && order !== 'name') return [...codes];
  const children = new Map<number | undefined, CodeNode[]>();
  for (const node of codes) {
    const [parent] = node.ancestors;
    const siblings = children.get(parent);
    if (siblings) siblings.push(node);
    else children.set(parent, [node]);
  }
  const compare = (a: CodeNode, b: CodeNode) =>
    (order === 'name' ? compareNames(a.code.name, b.code.name) : numberOf(b.index) - numberOf(a.index)) ||
    a.index - b.index;
  const visit = (parent: number | undefined): CodeNode[] =>
    (children.get(parent) ?? []).sort(compare).flatMap((node) => [node, ...visit(node.index)]);
  return visit(undefined);
}
