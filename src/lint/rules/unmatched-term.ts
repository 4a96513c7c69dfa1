/** A term that no transcript has. */
import type { UseRule } from '../rule.ts';

export const unmatchedTerm: UseRule = {
  id: 'unmatched-term',
  severity: 'warning',
  summary: 'a term gives no coded segment in the transcripts, while its code has some',
  why: 'It is misspelled, not said, or always within a longer term; a term that was never seen at work is a guess.',
  good: `
    - id: trust
      name: Trust
      definition: Confidence in another.
      terms: [vertrouwen]`,
  bad: `
    - id: trust
      name: Trust
      definition: Confidence in another.
      terms: [vertrouwen, vertrouwwen]`,
  transcript: 'Ze vertrouwen mij.\n',
  checkUse: ({ codes }) =>
    codes
      // A code without any is told of once, as an unused code.
      .filter(({ segments }) => segments.length > 0)
      .flatMap(({ code, terms }) =>
        terms
          .filter(({ segments }) => segments === 0)
          .map(({ term }) => ({
            position: term.position,
            code: code.id,
            reason: `Unexpected term \`${term.source}\` that gives no coded segment in the transcripts`,
            hint: 'take it out, or mend it if it is not how people say it',
          })),
      ),
};
