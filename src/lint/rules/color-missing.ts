/** A top-level code without a colour in a book that has colours. */
import type { CodebookRule } from '../rule.ts';

export const colorMissing: CodebookRule = {
  id: 'color-missing',
  severity: 'warning',
  summary: 'a top-level code has no colour while others have one',
  why: 'It cannot be told apart in the matrix, and in MAXQDA it gets a colour that nobody chose.',
  good: `
    - id: roles
      name: Roles
      definition: Who does what.
      color: '#1d5fa8'
      terms: [rol]
    - id: trust
      name: Trust
      definition: Confidence in another.
      color: '#8a5a00'
      terms: [vertrouwen]`,
  bad: `
    - id: roles
      name: Roles
      definition: Who does what.
      color: '#1d5fa8'
      terms: [rol]
    - id: trust
      name: Trust
      definition: Confidence in another.
      terms: [vertrouwen]`,
  check: ({ codes }) =>
    codes
      .filter(({ color }) => color === undefined && codes.some((other) => other.color !== undefined))
      .map(({ id, position }) => ({
        position,
        code: id,
        reason: `Unexpected code \`${id}\` without a colour`,
        hint: 'add `color:` with six hexadecimal digits in quotes',
      })),
};
