/** A comment that suppresses a rule says why. */
import type { SuppressionRule } from '../rule.ts';

export const suppressionWithoutReason: SuppressionRule = {
  id: 'suppression-without-reason',
  severity: 'warning',
  summary: 'a comment suppresses a rule and does not say why',
  why: 'The next reader cannot tell whether it was weighed or only silenced.',
  good: `
    # check-disable-next-line missing-definition: the name says it all
    - id: roles
      name: Roles
      terms: [rol]`,
  bad: `
    # check-disable-next-line missing-definition
    - id: roles
      name: Roles
      terms: [rol]`,
  checkSuppressions: (suppressions) =>
    suppressions
      .filter(({ rules, reason }) => rules.length > 0 && reason === '')
      .map(({ rules, position }) => ({
        position,
        reason: `Unexpected suppression of ${rules.join(', ')} without a reason`,
        hint: `write it behind a colon: \`${rules.join(', ')}: because …\``,
      })),
};
