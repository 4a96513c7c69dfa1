/** A comment that suppresses nothing. */
import { nearestName } from '../../text/nearest-name.ts';
import type { SuppressionRule } from '../rule.ts';

export const unusedSuppression: SuppressionRule = {
  id: 'unused-suppression',
  severity: 'warning',
  summary: 'a comment suppresses a rule that finds nothing there, or is not understood',
  why: 'What it was written for is gone, or its rule is misspelled and the finding still there.',
  good: `
    # check-disable-file no-terms: coded by hand
    - id: roles
      name: Roles
      definition: Who does what.`,
  bad: `
    # check-disable-file no-terms: coded by hand
    - id: roles
      name: Roles
      definition: Who does what.
      terms: [rol]`,
  checkSuppressions: (suppressions, ruleIds) =>
    suppressions.flatMap(({ rules, used, position, line }) => {
      if (rules.length === 0) {
        const hint = 'write `# check-disable-next-line rule: reason` or `# check-disable-file rule: reason`';
        return [{ position, reason: 'Unexpected comment that suppresses no rule', hint }];
      }
      const where = line === undefined ? 'in this file' : `on line ${line}`;
      return rules
        .filter((rule) => !used.has(rule))
        .map((rule) => {
          const near = ruleIds.includes(rule) ? undefined : nearestName(rule, ruleIds);
          const hint = near === undefined ? 'take it out' : `did you mean \`${near}\`?`;
          return { position, reason: `Unexpected suppression of \`${rule}\`, which finds nothing ${where}`, hint };
        });
    }),
};
