/** Tables show codes by their names. */
import { listCodes } from '../../codebook/code-tree.ts';
import { fold } from '../../text/fold.ts';
import type { CodebookRule } from '../rule.ts';

export const duplicateName: CodebookRule = {
  id: 'duplicate-name',
  severity: 'warning',
  summary: 'two codes have the same name',
  why: 'Tables show names, not ids: nobody can tell which of the two rows is which.',
  good: `
    - id: trust-in-people
      name: Trust in people
      definition: Confidence in another.
      terms: [vertrouwen]
    - id: trust-in-rules
      name: Trust in rules
      definition: Confidence in procedures.
      terms: [procedure]`,
  bad: `
    - id: trust-in-people
      name: Trust
      definition: Confidence in another.
      terms: [vertrouwen]
    - id: trust-in-rules
      name: trust
      definition: Confidence in procedures.
      terms: [procedure]`,
  check(codebook, { placeOf }) {
    const first = new Map<string, string>();
    return listCodes(codebook).flatMap(({ code }) => {
      const name = fold(code.name.trim().replace(/\s+/gu, ' '));
      const other = first.get(name);
      if (other === undefined) {
        first.set(name, code.id);
        return [];
      }
      const reason = `Unexpected name \`${code.name}\`, which the code \`${other}\` has too`;
      return [{ position: placeOf(code, 'name'), reason, code: code.id, hint: 'give each a name of its own' }];
    });
  },
};
