/** A code that has terms in some of the book's languages only. */
import { listCodes } from '../../codebook/code-tree.ts';
import { findLanguage } from '../../text/languages/index.ts';
import type { CodebookRule } from '../rule.ts';

export const oneLanguage: CodebookRule = {
  id: 'one-language',
  severity: 'warning',
  summary: 'a code has terms in one of the languages of the book and none in another',
  why: 'Interviews in the other language get a zero that says nothing about them.',
  good: `
    - id: trust
      name: Trust
      definition: Confidence in another.
      terms:
        nl: [vertrouwen]
        en: [trust]`,
  bad: `
    - id: trust
      name: Trust
      definition: Confidence in another.
      terms:
        nl: [vertrouwen]`,
  check: (codebook, { placeOf }) =>
    listCodes(codebook).flatMap(({ code }) => {
      if (code.terms.length === 0 || code.terms.some(({ language }) => language === 'any')) return [];
      const present = new Set(code.terms.map(({ language }) => findLanguage(language)?.code));
      const missing = codebook.languages.filter((language) => !present.has(findLanguage(language)?.code));
      if (missing.length === 0) return [];
      const reason = `Unexpected code \`${code.id}\` without terms in ${missing.join(', ')}`;
      const hint = 'add some, or put terms that hold in every language under `any`';
      return [{ position: placeOf(code, 'terms'), code: code.id, reason, hint }];
    }),
};
