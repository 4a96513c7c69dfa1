/** The codes of a book in order, each with its place in the tree. */
import type { Code, Codebook } from '../model.ts';

export interface CodeNode {
  code: Code;
  /** Place in the book, depth first, parents before their subcodes. */
  index: number;
  /** 0 for a top-level code. */
  depth: number;
  /** Indices of all codes above it, the nearest first. */
  ancestors: number[];
  /** Names from the top down, joined as MAXQDA does: `Barriers \ Privacy`. */
  path: string;
}

/** All codes, depth first. */
export function listCodes(codebook: Codebook): CodeNode[] {
  const nodes: CodeNode[] = [];
  const visit = (code: Code, parent: CodeNode | undefined) => {
    const node: CodeNode = {
      code,
      index: nodes.length,
      depth: parent ? parent.depth + 1 : 0,
      ancestors: parent ? [parent.index, ...parent.ancestors] : [],
      path: parent ? `${parent.path} \\ ${code.name}` : code.name,
    };
    nodes.push(node);
    for (const child of code.codes) visit(child, node);
  };
  for (const code of codebook.codes) visit(code, undefined);
  return nodes;
}

/** Ids of a code and all codes below it. */
export function listFamily(code: Code): Set<string> {
  return new Set([code.id, ...code.codes.flatMap((child) => [...listFamily(child)])]);
}
