/** A word whose stem is so short that it meets other words. */
import { listCodes } from '../../codebook/code-tree.ts';
import { nameTerm } from '../compiled-terms.ts';
import type { CodebookRule } from '../rule.ts';

export const shortStem: CodebookRule = {
  id: 'short-stem',
  severity: 'warning',
  summary: 'a word term with a stem of fewer than 3 letters, or an item of `near` or `all` with one of fewer than 2',
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
  check: (codebook, { limit, wordTermsOf }) =>
    listCodes(codebook).flatMap(({ code }) =>
      wordTermsOf(code).flatMap((compiled) => {
        const { term, versions, whole } = compiled;
        // What stands beside an item narrows it.
        const fewest = whole ? limit - 1 : limit;
        const [tests = []] = versions[0]?.sequences ?? [];
        const [test] = tests;
        if (term.kind !== 'word' || tests.length !== 1 || test?.by !== 'stem') return [];
        if (test.key.startsWith('=') || [...test.key].length >= fewest) return [];
        const reason = `Unexpected term ${nameTerm(compiled)} with the stem \`${test.key}\`, expected at least ${fewest} letters`;
        const hint = `write \`=${term.source}\` for the word as written, or a phrase around it`;
        return [{ position: term.position, code: code.id, reason, hint }];
      }),
    ),
};
