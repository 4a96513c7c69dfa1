/** A term that adds nothing, since a shorter one of its code matches wherever it does. */
import { listCodes } from '../../codebook/code-tree.ts';
import { createCombinedSearch } from '../combined-terms.ts';
import { type CompiledTerm, covers, createCoverSearch } from '../compiled-terms.ts';
import type { CodebookRule } from '../rule.ts';

export const shadowedTerm: CodebookRule = {
  id: 'shadowed-term',
  severity: 'warning',
  summary: 'a longer term, or one of several items, is found only where another term of the code is found as well',
  why: 'It codes nothing that is not coded without it; often the shorter one is broader than was meant.',
  good: `
    - id: supervision
      name: Supervision
      definition: Guidance of volunteers.
      terms: [begeleiding van vrijwilligers, intervisie]`,
  bad: `
    - id: supervision
      name: Supervision
      definition: Guidance of volunteers.
      terms: [begeleiding van vrijwilligers, begeleiding]`,
  check: (codebook, { termsOf, pointTo }) =>
    listCodes(codebook).flatMap(({ code }) => {
      const terms = termsOf(code);
      const search = createCoverSearch(terms.filter(({ versions }) => versions.length > 0));
      const searchCombined = createCombinedSearch(terms.filter(({ items }) => items.length > 0));
      return terms.flatMap((longer) => {
        const words = longer.items.length > 0 ? longer.items : [longer];
        const shorter =
          words
            .flatMap((each) => [...search(each)].filter((other) => covers(other, each)))
            .find((each) => each.key !== longer.key && makesVain(each, longer)) ??
          searchCombined(longer).find((each) => makesVain(each, longer));
        if (!shorter) return [];
        const { source, position } = longer.term;
        const reason = `Unexpected term \`${source}\`, which adds nothing to \`${shorter.term.source}\` ${pointTo(shorter.term.position, position)}`;
        return [{ position, code: code.id, reason, hint: 'take it out, or make the other one narrower' }];
      });
    }),
};

/** A term with a larger weight, or beside an exception of the shorter one, does add something. */
function makesVain({ term }: CompiledTerm, longer: CompiledTerm): boolean {
  const adds = (longer.term.weight ?? 0) > (term.weight ?? 0);
  return !adds && term.except.length === 0;
}
