/** What a rule finds and why, with a codebook that has it and one that has not. */
import { nearestName } from '../text/nearest-name.ts';
import { type ReaderRule, readerRules } from './reader-rules.ts';
import type { Rule } from './rule.ts';
import { rules } from './rules/index.ts';

/** Everything that `check` can find, in the order of its list: what keeps a book from being read first. */
export const allRules: readonly (Rule | ReaderRule)[] = [...readerRules, ...rules];

/** Lines about one rule; `undefined` when there is none of that name. */
export function explainRule(id: string): string | undefined {
  const rule = allRules.find((each) => each.id === id);
  if (!rule) return undefined;
  const isReaders = readerRules.some((each) => each.id === id);
  const severity = isReaders ? 'error, always' : `${rule.severity} unless the configuration says otherwise`;
  const limit = 'limit' in rule && rule.limit ? `\nLimit: ${rule.limit.value} (${rule.limit.about})` : '';
  const transcripts = 'transcript' in rule ? '\nOnly with --transcripts.' : '';
  return [
    `${rule.id} (${severity})\n`,
    `Finds: ${rule.summary}.\nWhy: ${rule.why}${limit}${transcripts}\n`,
    `Not so:\n${indent(rule.bad)}\n`,
    `But so:\n${indent(rule.good)}\n`,
  ].join('\n');
}

/** The rule that was most likely meant. */
export function nearestRule(id: string): string | undefined {
  return nearestName(
    id,
    allRules.map((rule) => rule.id),
  );
}

function indent(sample: string): string {
  const lines = sample.replace(/^\n|\n$/g, '').split('\n');
  const least = Math.min(...lines.map((line) => line.search(/\S/)).filter((at) => at >= 0));
  return lines.map((line) => `    ${line.slice(least)}`.trimEnd()).join('\n');
}
