/** One term in two codes. */
import { type CodeNode, listCodes } from '../../codebook/code-tree.ts';
import type { CompiledTerm } from '../compiled-terms.ts';
import type { CodebookRule } from '../rule.ts';

export const sharedTerm: CodebookRule = {
  id: 'shared-term',
  severity: 'warning',
  summary: 'two codes that are not above each other have a term for the same words',
  why: 'Every hit puts both codes on the passage, so their relation in the tables is made by the codebook, not found in the interviews.',
  good: `
    - id: supervision
      name: Supervision
      definition: Guidance of volunteers.
      terms: [begeleiding]
    - id: boundaries
      name: Boundaries
      definition: What is too much.
      terms: [grens]`,
  bad: `
    - id: supervision
      name: Supervision
      definition: Guidance of volunteers.
      terms: [begeleiding]
    - id: boundaries
      name: Boundaries
      definition: What is too much.
      terms: [grens, begeleiding]`,
  check(codebook, { termsOf, pointTo }) {
    const nodes = new Map(listCodes(codebook).map((node) => [node.code.id, node]));
    const first = new Map<string, CompiledTerm>();
    const terms = listCodes(codebook).flatMap(({ code }) => termsOf(code));
    return terms.flatMap((compiled) => {
      const { code, term, key } = compiled;
      const other = first.get(key);
      if (!other) first.set(key, compiled);
      if (!other || isRelated(nodes.get(code.id), nodes.get(other.code.id))) return [];
      const place = `\`${other.code.id}\` has ${pointTo(other.term.position, term.position)}`;
      const written = other.term.source === term.source ? '' : ` as \`${other.term.source}\``;
      const reason = `Unexpected term \`${term.source}\`, which the code ${place}${written}`;
      const hint = 'decide which code it belongs to, or make each of the two narrower with a phrase or an `except`';
      return [{ position: term.position, code: code.id, reason, hint }];
    });
  },
};

/** The same code, or one above the other. */
function isRelated(a: CodeNode | undefined, b: CodeNode | undefined): boolean {
  if (!a || !b) return false;
  return a.index === b.index || a.ancestors.includes(b.index) || b.ancestors.includes(a.index);
}
