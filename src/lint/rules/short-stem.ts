/** A word whose stem is so short that it meets other words. */
import { listCodes } from '../../codebook/code-tree.ts';
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
  check: (codebook, { limit, termsOf }) =>
    listCodes(codebook).flatMap(({ code }) =>
      termsOf(code).flatMap(({ term, versions }) => {
        const [tests = []] = versions[0]?.sequences ?? [];
        const [test] = tests;
        if (term.kind !== 'word' || tests.length !== 1 || test?.by !== 'stem') return [];
        if (test.key.startsWith('=') || [...test.key].length >= limit) return [];
        const reason = `Unexpected term \`${term.source}\` with the stem \`${test.key}\`, expected at least ${limit} letters`;
        const hint = `write \`=${term.source}\` for the word as written, or a phrase around it`;
        return [{ position: term.position, code: code.id, reason, hint }];
      }),
    ),
};
