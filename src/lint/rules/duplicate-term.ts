/** Two terms of one code that match the same words. */
import { listCodes } from '../../codebook/code-tree.ts';
import type { Term } from '../../model.ts';
import type { CompiledTerm } from '../compiled-terms.ts';
import type { CodebookRule, Fix } from '../rule.ts';

export const duplicateTerm: CodebookRule = {
  id: 'duplicate-term',
  severity: 'warning',
  summary: 'a code has two terms that match the same words, such as singular and plural',
  why: 'The second adds nothing, and whoever changes or removes one of them changes nothing.',
  good: `
    - id: roles
      name: Roles
      definition: Who does what.
      terms: [rol, taak]`,
  bad: `
    - id: roles
      name: Roles
      definition: Who does what.
      terms: [rol, rollen]`,
  check: (codebook, { termsOf, pointTo }) =>
    listCodes(codebook).flatMap(({ code }) => {
      const first = new Map<string, CompiledTerm>();
      return termsOf(code).flatMap((compiled) => {
        const { term, key } = compiled;
        const other = first.get(key);
        if (!other) {
          first.set(key, compiled);
          return [];
        }
        const { source, position } = term;
        const same = other.term.source === source ? 'stands' : `matches the same words as \`${other.term.source}\``;
        const reason = `Unexpected term \`${source}\`, which ${same} ${pointTo(other.term.position, position)}`;
        const fix = isPlain(term) && isPlain(other.term) ? { fix: removal(term, other.term) } : {};
        return [{ position, code: code.id, reason, hint: 'take one of them out', ...fix }];
      });
    }),
};

/** Without exceptions, weight and memo one of the two can go. */
function isPlain({ except, weight, memo }: Term): boolean {
  return except.length === 0 && weight === undefined && memo === undefined;
}

function removal({ source, position }: Term, other: Term): Fix {
  const { line, column } = position;
  const done = `removed \`${source}\`, which matches what \`${other.source}\` matches`;
  return { line, column, from: source, done };
}
