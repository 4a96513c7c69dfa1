/** A wildcard with so few letters that it matches whatever. */
import { listCodes } from '../../codebook/code-tree.ts';
import { nameTerm } from '../compiled-terms.ts';
import type { CodebookRule } from '../rule.ts';

export const broadWildcard: CodebookRule = {
  id: 'broad-wildcard',
  severity: 'warning',
  summary: 'fewer than 3 letters beside `*`, in a term or an item of one',
  why: '`zo*` is also zoon, zorg, zolder and zondag.',
  limit: { value: 3, about: 'letters beside `*`' },
  good: `
    - id: care
      name: Care
      definition: Looking after others.
      terms: ['zorg*']`,
  bad: `
    - id: care
      name: Care
      definition: Looking after others.
      terms: ['zo*']`,
  check: (codebook, { limit, wordTermsOf }) =>
    listCodes(codebook).flatMap(({ code }) =>
      wordTermsOf(code)
        .filter(({ term: { kind, source } }) => kind === 'wildcard' && source.includes('*') && !/\s/u.test(source))
        .filter(({ term }) => countLetters(term.source) < limit)
        .map((compiled) => ({
          position: compiled.term.position,
          code: code.id,
          reason: `Unexpected wildcard ${nameTerm(compiled)} with ${countLetters(compiled.term.source)} letters, expected at least ${limit}`,
          hint: 'write more of the word, or the words that are meant',
        })),
    ),
};

function countLetters(source: string): number {
  return source.match(/[\p{L}\p{N}]/gu)?.length ?? 0;
}
