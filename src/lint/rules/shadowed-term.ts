/** A term that adds nothing, since a shorter one of its code matches wherever it does. */
import { listCodes } from '../../codebook/code-tree.ts';
import { type CompiledTerm, covers, createCoverSearch } from '../compiled-terms.ts';
import type { CodebookRule } from '../rule.ts';

export const shadowedTerm: CodebookRule = {
  id: 'shadowed-term',
  severity: 'warning',
  summary: 'a longer term lies wholly within what a shorter term of the code matches',
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
      const search = createCoverSearch(terms);
      return terms.flatMap((longer) => {
        const shorter = [...search(longer)].find((each) => each.key !== longer.key && makesVain(each, longer));
        if (!shorter) return [];
        const { source, position } = longer.term;
        const reason = `Unexpected term \`${source}\`, which adds nothing to \`${shorter.term.source}\` ${pointTo(shorter.term.position, position)}`;
        return [{ position, code: code.id, reason, hint: 'take it out, or make the shorter one narrower' }];
      });
    }),
};

/** A term with a larger weight, or beside an exception of the shorter one, does add something. */
function makesVain(shorter: CompiledTerm, longer: CompiledTerm): boolean {
  const adds = (longer.term.weight ?? 0) > (shorter.term.weight ?? 0);
  return !adds && shorter.term.except.length === 0 && covers(shorter, longer);
}
