/** Which words are told to find another word, and when that is meant. */
import { expect, test } from 'vitest';
import { lintCodebook } from '../../src/lint/run.ts';
import { readBook } from '../builders.ts';

/** Findings of this rule in a code with these terms. */
function lint(terms: string, { language = 'nl', more = '' } = {}) {
  const { codebook, file } = readBook(
    `name: test\nlanguages: [${language}]\ncodes:\n  - id: c\n    name: C\n    definition: Of people.\n${more}    terms: [${terms}]\n`,
  );
  return lintCodebook(codebook, file, { path: 'test.yaml' })
    .map(({ message }) => message)
    .filter(({ ruleId }) => ruleId === 'over-reaching-stem');
}

test.each([
  ['verkeer', ['verkeerd', 'verkering']],
  ['verkeerde', ['verkeer', 'verkering']],
  ['pauzes', ['paus']],
  ['duurde', ['duur']],
  ['dure', ['duren']],
  ['gesteld', ['stel']],
  ['Engelsen', ['engel']],
  ["'near: [pauze, koffie]'", []],
])('%s also finds %j', (term, others) => {
  const [found] = lint(term.replaceAll("'", '').replace(/^near.*/, '{ $& }'));
  if (others.length === 0) expect(found?.reason).toContain('`pauze` in `near: [pauze, koffie] within: 5`');
  else expect(found?.reason).toContain(`also that of ${others.map((other) => `\`${other}\``).join(' and ')}`);
});

test.each([
  ['severe', ['several']],
  ['customers', ['custom']],
  ['personal', ['person', 'personality']],
  ['generation', ['generic']],
])('%s also finds %j', (term, others) => {
  expect(lint(term, { language: 'en' })[0]?.reason).toContain(others.map((other) => `\`${other}\``).join(' and '));
});

test.each([
  ['a form as it is', '=verkeer'],
  ['a phrase', 'druk verkeer'],
  ['a wildcard', "'verkeer*'"],
  ['exceptions', '{ term: pauze, except: [=paus] }'],
  ['an exception that is a wildcard', "{ term: zeker, except: ['zekerhe*'] }"],
  ['exceptions of the whole', '{ near: [pauze, koffie], except: [=paus] }'],
  ['a word with no such other', 'begeleiding, gesprek, vertrouwen, tijd, geld'],
])('%s is fine', (_name, terms) => {
  expect(lint(terms)).toEqual([]);
});

test.each([
  ['definition', '    include: pausen en hun werk\n'],
  ['example', '    examples: { match: [De paus houdt pauze.] }\n'],
])('the other word in the %s is meant', (_name, more) => {
  expect(lint('pauze', { more })).toEqual([]);
});

test('what is proposed does away with it', () => {
  const [found] = lint('verkeer');
  const except = /except: (\[.*?\])/.exec(found?.note ?? '')?.[1];
  expect(except).toBe('[=verkeerd, =verkeerde, =verkering]');
  expect(lint(`{ term: verkeer, except: ${except} }`)).toEqual([]);
  expect(lint('=verkeer')).toEqual([]);
});

test('another language is another matter', () => {
  expect(lint('pauze', { language: 'en' })).toEqual([]);
});
