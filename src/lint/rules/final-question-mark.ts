/** A term that ends in `?` is more likely a pasted question than a wildcard. */
import { listCodes } from '../../codebook/code-tree.ts';
import { nameTerm } from '../compiled-terms.ts';
import type { CodebookRule } from '../rule.ts';

export const finalQuestionMark: CodebookRule = {
  id: 'final-question-mark',
  severity: 'warning',
  summary: 'a term or an item of one ends in `?`, which stands for one more letter',
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
  check: (codebook, { wordTermsOf }) =>
    listCodes(codebook).flatMap(({ code }) =>
      wordTermsOf(code)
        .filter(({ term }) => term.kind === 'wildcard' && term.source.endsWith('?'))
        .map((compiled) => ({
          position: compiled.term.position,
          code: code.id,
          reason: `Unexpected \`?\` at the end of ${nameTerm(compiled)}, where it stands for one more letter`,
          hint: 'leave it out if this is a question; write * for any ending',
        })),
    ),
};
