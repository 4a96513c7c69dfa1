/** Two codes with the same colour. */
import { listOwnColors } from '../colors.ts';
import type { CodebookRule } from '../rule.ts';

export const colorEqual: CodebookRule = {
  id: 'color-equal',
  severity: 'warning',
  summary: 'two codes that are not above each other have the same colour',
  why: 'In a matrix or a coded text nobody can tell which of the two is meant.',
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
      color: '#1D5FA8'
      terms: [vertrouwen]`,
  check(codebook, { placeOf }) {
    const first = new Map<string, string>();
    return listOwnColors(codebook).flatMap(({ code, color, ancestors }) => {
      const other = first.get(color);
      if (other === undefined) first.set(color, code.id);
      if (other === undefined || ancestors.includes(other)) return [];
      const reason = `Unexpected colour ${color}, which the code \`${other}\` has too`;
      return [{ position: placeOf(code, 'color'), code: code.id, reason, hint: 'choose another' }];
    });
  },
};
