/** A word whose stem is so short that it meets other words. */
import { listCodes } from '../../codebook/code-tree.ts';
import { compileTerm } from '../compiled-terms.ts';
import type { CodebookRule } from '../rule.ts';

export const shortStem: CodebookRule = {
  id: 'short-stem',
  severity: 'warning',
  summary: 'a word term with a stem of fewer than 3 letters',
  why: 'So short a stem is that of other words too, or of an abbreviation, as ui is both a vegetable and a screen.',
  limit: { value: 3, about: 'letters of a stem' },
  good: `
    - id: food
      name: Food
      definition: What is eaten.
      terms: [=ui, brood]`,
  bad: `
    - id: food
      name: Food
      definition: What is eaten.
      terms: [ui, brood]`,
  check: (codebook, { limit }) =>
    listCodes(codebook).flatMap(({ code }) =>
      code.terms.flatMap((term) => {
        const [compiled] = term.kind === 'word' ? compileTerm(codebook, code, term) : [];
        const [test] = compiled?.versions[0]?.sequences[0] ?? [];
        if (test?.by !== 'stem' || compiled?.versions[0]?.sequences[0]?.length !== 1) return [];
        if (test.key.startsWith('=') || [...test.key].length >= limit) return [];
        const reason = `Unexpected term \`${term.source}\` with the stem \`${test.key}\`, expected at least ${limit} letters`;
        const hint = `write \`=${term.source}\` for the word as written, or a phrase around it`;
        return [{ position: term.position, code: code.id, reason, hint }];
      }),
    ),
};
