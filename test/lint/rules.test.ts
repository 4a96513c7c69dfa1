/** Every lint rule is silent on its good sample and finds exactly itself in its bad one. */
import { describe, expect, test } from 'vitest';
import { CodebookUseFold } from '../../src/lint/codebook-use.ts';
import type { Rule } from '../../src/lint/rule.ts';
import { rules } from '../../src/lint/rules/index.ts';
import { lintCodebook } from '../../src/lint/run.ts';
import { codeText, readBook } from '../builders.ts';

const all: readonly Rule[] = rules;

/** Findings in the codes of a rule's sample, with its interview where it has one. */
function lint(rule: Rule, codes: string) {
  const languages = rule.id === 'one-language' ? 'nl, en' : 'nl';
  const { codebook, file } = readBook(`name: sample\nlanguages: [${languages}]\ncodes:${codes}\n`);
  const fold = new CodebookUseFold(codebook);
  if ('transcript' in rule) fold.add(codeText(codebook, rule.transcript));
  const use = 'transcript' in rule ? { use: fold.finish() } : {};
  return lintCodebook(codebook, file, { path: 'sample.yaml', ...use }).map(({ message }) => message);
}

describe.each(all.map((rule) => [rule.id, rule] as const))('%s', (id, rule) => {
  test('its good sample has no findings', () => {
    expect(lint(rule, rule.good).map(String)).toEqual([]);
  });

  test('its bad sample has this finding, with a place', () => {
    const messages = lint(rule, rule.bad);
    expect(messages.map((message) => message.ruleId)).toEqual([id]);
    expect(messages[0]?.line).toBeGreaterThan(3);
  });
});
