/** A colour that is hardly seen on white. */
import { contrastOnWhite, listOwnColors } from '../colors.ts';
import type { CodebookRule } from '../rule.ts';

export const colorUnreadable: CodebookRule = {
  id: 'color-unreadable',
  severity: 'warning',
  summary: 'a colour with a contrast of less than 3:1 on white (WCAG 2.2, 1.4.11)',
  why: 'Its circles and lines vanish on paper and in reports.',
  limit: { value: 3, about: 'contrast on white' },
  good: `
    - id: roles
      name: Roles
      definition: Who does what.
      color: '#8a5a00'
      terms: [rol]`,
  bad: `
    - id: roles
      name: Roles
      definition: Who does what.
      color: '#ffd54f'
      terms: [rol]`,
  check: (codebook, { limit, placeOf }) =>
    listOwnColors(codebook)
      .filter(({ color }) => contrastOnWhite(color) < limit)
      .map(({ code, color }) => ({
        position: placeOf(code, 'color'),
        code: code.id,
        // Rounded down, so that it never reads as the limit itself.
        reason: `Unexpected colour ${color} with a contrast of ${(Math.floor(contrastOnWhite(color) * 10) / 10).toFixed(1)}:1 on white, expected at least ${limit}:1`,
        hint: 'choose a darker one',
      })),
};
