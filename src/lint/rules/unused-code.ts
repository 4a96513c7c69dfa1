/** A code that no transcript has. */
import type { UseRule } from '../rule.ts';
import { listUsedBelow } from '../used-codes.ts';

export const unusedCode: UseRule = {
  id: 'unused-code',
  severity: 'warning',
  summary: 'neither a code nor one of its subcodes is on any segment of the transcripts',
  why: 'Either nobody speaks of it, which is a finding, or its terms are not the words people use, which is none.',
  good: `
    - id: trust
      name: Trust
      definition: Confidence in another.
      terms: [vertrouwen]`,
  bad: `
    - id: trust
      name: Trust
      definition: Confidence in another.
      terms: [vertrouwen]
    - id: money
      name: Money
      definition: What it costs.
      terms: [geld]`,
  transcript: 'Ze vertrouwen mij.\n',
  checkUse({ codes }) {
    const used = listUsedBelow(codes);
    return codes
      .filter(({ code }) => !used.has(code.id) && (code.terms.length > 0 || code.codes.length > 0))
      .map(({ code }) => ({
        position: code.position,
        code: code.id,
        reason: `Unexpected code \`${code.id}\` that is on no segment of the transcripts`,
        hint: 'look for the words that are used with `segments` or in the transcripts themselves',
      }));
  },
};
