/** MAXQDA cuts long names of codes. */
import { listCodes } from '../../codebook/code-tree.ts';
import type { CodebookRule } from '../rule.ts';

export const longName: CodebookRule = {
  id: 'long-name',
  severity: 'warning',
  summary: 'a name of more than 63 characters',
  why: 'MAXQDA cuts names there, so that two codes may end up with the same one, and no table has room for it.',
  limit: { value: 63, about: 'characters of a name' },
  good: `
    - id: replacement
      name: Fear of being replaced
      definition: Professionals who fear that volunteers take over their paid work in the course of time.
      terms: [vervangen]`,
  bad: `
    - id: replacement
      name: Professionals who fear that volunteers take over their paid work one day
      definition: Fear of being replaced.
      terms: [vervangen]`,
  check: (codebook, { limit, placeOf }) =>
    listCodes(codebook)
      .filter(({ code }) => [...code.name].length > limit)
      .map(({ code }) => ({
        position: placeOf(code, 'name'),
        code: code.id,
        reason: `Unexpected name of ${[...code.name].length} characters, expected at most ${limit}`,
        hint: 'shorten it; what it means stands in `definition`',
      })),
};
