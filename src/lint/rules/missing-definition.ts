/** Every code says what it is about. */
import { listCodes } from '../../codebook/code-tree.ts';
import type { CodebookRule } from '../rule.ts';

export const missingDefinition: CodebookRule = {
  id: 'missing-definition',
  severity: 'warning',
  summary: 'a code has no definition',
  why: 'Another coder, a reviewer, or you in a year cannot tell what belongs to the code.',
  good: `
    - id: roles
      name: Roles
      definition: Who does what.
      terms: [rol]`,
  bad: `
    - id: roles
      name: Roles
      terms: [rol]`,
  check: (codebook) =>
    listCodes(codebook)
      .filter(({ code }) => !code.definition)
      .map(({ code }) => ({
        position: code.position,
        code: code.id,
        reason: `Unexpected code \`${code.id}\` without a definition`,
        hint: 'add `definition:`',
      })),
};
