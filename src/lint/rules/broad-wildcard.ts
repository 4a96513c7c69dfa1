/** A wildcard with so few letters that it matches whatever. */
import { listCodes } from '../../codebook/code-tree.ts';
import type { CodebookRule } from '../rule.ts';

export const broadWildcard: CodebookRule = {
  id: 'broad-wildcard',
  severity: 'warning',
  summary: 'fewer than 3 letters beside `*`',
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
  check: (codebook, { limit }) =>
    listCodes(codebook).flatMap(({ code }) =>
      code.terms
        .filter(({ kind, source }) => kind === 'wildcard' && source.includes('*') && !/\s/u.test(source))
        .filter(({ source }) => countLetters(source) < limit)
        .map(({ source, position }) => ({
          position,
          code: code.id,
          reason: `Unexpected wildcard \`${source}\` with ${countLetters(source)} letters, expected at least ${limit}`,
          hint: 'write more of the word, or the words that are meant',
        })),
    ),
};

function countLetters(source: string): number {
  return source.match(/[\p{L}\p{N}]/gu)?.length ?? 0;
}
