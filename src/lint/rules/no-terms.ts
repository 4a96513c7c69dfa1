/** A code without terms and subcodes never codes anything. */
import { listCodes } from '../../codebook/code-tree.ts';
import type { CodebookRule } from '../rule.ts';

export const noTerms: CodebookRule = {
  id: 'no-terms',
  severity: 'warning',
  summary: 'a code has neither terms nor subcodes',
  why: 'Its row will be zero in every table, which looks like a finding and is none.',
  good: `
    - id: roles
      name: Roles
      definition: Who does what.
      terms: [rol]`,
  bad: `
    - id: roles
      name: Roles
      definition: Who does what.`,
  check: (codebook) =>
    listCodes(codebook)
      .filter(({ code }) => code.terms.length === 0 && code.codes.length === 0)
      .map(({ code }) => ({
        position: code.position,
        code: code.id,
        reason: `Unexpected code \`${code.id}\` without terms and subcodes`,
        hint: 'add `terms:`',
      })),
};
