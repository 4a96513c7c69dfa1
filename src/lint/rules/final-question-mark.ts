/** A term that ends in `?` is more likely a pasted question than a wildcard. */
import { listCodes } from '../../codebook/code-tree.ts';
import type { CodebookRule } from '../rule.ts';

export const finalQuestionMark: CodebookRule = {
  id: 'final-question-mark',
  severity: 'warning',
  summary: 'a term ends in `?`, which stands for one more letter',
  why: 'A question that was pasted as a term never matches: `waarom?` looks for a word of seven letters.',
  good: `
    - id: reasons
      name: Reasons
      definition: Why people do it.
      terms: [reden, 'geb?nden']`,
  bad: `
    - id: reasons
      name: Reasons
      definition: Why people do it.
      terms: ['waarom?']`,
  check: (codebook) =>
    listCodes(codebook)
      .flatMap(({ code }) => code.terms.map((term) => ({ ...term, code: code.id })))
      .filter(({ kind, source }) => kind === 'wildcard' && source.endsWith('?'))
      .map(({ source, position, code }) => ({
        position,
        code,
        reason: `Unexpected \`?\` at the end of \`${source}\`, where it stands for one more letter`,
        hint: 'leave it out if this is a question; write * for any ending',
      })),
};
