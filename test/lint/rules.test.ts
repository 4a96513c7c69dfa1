/** Every lint rule is silent on its good sample and finds exactly itself in its bad one. */
import { describe, expect, test } from 'vitest';
import type { Rule } from '../../src/lint/rule.ts';
import { rules } from '../../src/lint/rules/index.ts';
import { lintCodebook } from '../../src/lint/run.ts';
import { parseCodebook } from '../builders.ts';

const bookOf = (codes: string) => parseCodebook(`name: sample\nlanguages: [nl]\ncodes:${codes}\n`);
const all: readonly Rule[] = rules;

describe.each(all.map((rule) => [rule.id, rule] as const))('%s', (id, rule) => {
  test('its good sample has no findings', () => {
    expect(lintCodebook(bookOf(rule.good), 'good.yaml').map(String)).toEqual([]);
  });

  test('its bad sample has this finding, with a place', () => {
    const messages = lintCodebook(bookOf(rule.bad), 'bad.yaml');
    expect(messages.map((message) => message.ruleId)).toEqual([id]);
    expect(messages[0]?.line).toBeGreaterThan(3);
  });
});
