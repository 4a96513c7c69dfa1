/** The truth of conditions, with values that are missing and facts that are not yet known. */
import { describe, expect, test } from 'vitest';
import {
  compareValue,
  judge,
  MET,
  MISSING,
  NOT_MET,
  OPEN,
  type Outcome,
  type Test,
} from '../../src/tables/condition.ts';
import { parseCondition } from '../../src/tables/parse-condition.ts';

const NAMES = new Map<Outcome, string>([
  [MET, 'met'],
  [NOT_MET, 'not met'],
  [MISSING, 'missing'],
  [OPEN, 'open'],
]);

function nameOf(outcome: Outcome): string {
  const same = [...NAMES].find(
    ([{ canBeTrue, canBeFalse }]) => canBeTrue === outcome.canBeTrue && canBeFalse === outcome.canBeFalse,
  );
  return same?.[1] ?? '';
}

test.each([
  ['word, without case and diacritics', 'Coördinator', 'f=coordinator', 'met'],
  ['another word', 'manager', 'f=coordinator', 'not met'],
  ['unlike another word', 'manager', 'f!=coordinator', 'met'],
  ['numbers by value', '40', 'f=40.0', 'met'],
  ['nine is less than forty', '9', 'f<40', 'met'],
  ['negative numbers', '-2', 'f>=-10', 'met'],
  ['equal is at least', '40', 'f>=40', 'met'],
  ['equal is not more', '40', 'f>40', 'not met'],
  ['words in their order', 'pear', 'f>apple', 'met'],
  ['waves by the number in them', 'wave 9', 'f<"wave 10"', 'met'],
  ['days', '2024-03-09', 'f<=2024-03-10', 'met'],
  ['a word is no number', 'unknown', 'f<40', 'missing'],
  ['nor is a number a word', '40', 'f<old', 'missing'],
  ['but it differs from one', 'unknown', 'f!=40', 'met'],
  ['no value is not equal', undefined, 'f=x', 'missing'],
  ['no value is not unequal', undefined, 'f!=x', 'missing'],
  ['no value asked for', undefined, 'f=""', 'met'],
  ['some value asked for', undefined, 'f!=""', 'not met'],
  ['some value there', 'x', 'f!=""', 'met'],
])('%s', (_name, actual, text, expected) => {
  expect(nameOf(judge(parseCondition(text), (each) => compareValue(actual, each as never)))).toBe(expected);
});

describe('parts that are met, not met, missing or open', () => {
  const outcomes: Record<string, Outcome> = { m: MET, n: NOT_MET, o: OPEN, x: MISSING };
  const judgeTest = (each: Test) => outcomes[each.kind === 'code' ? each.id : ''] ?? OPEN;

  test.each([
    ['code:m AND code:o', 'open'],
    ['code:n AND code:o', 'not met'],
    ['code:m OR code:o', 'met'],
    ['code:n OR code:o', 'open'],
    ['NOT code:o', 'open'],
    ['NOT code:x', 'missing'],
    ['code:m AND code:x', 'missing'],
    ['code:n AND code:x', 'not met'],
    ['code:m OR code:x', 'met'],
    ['code:n OR code:x', 'missing'],
    ['NOT (code:m AND code:n)', 'met'],
  ])('%s: %s', (text, expected) => {
    expect(nameOf(judge(parseCondition(text), judgeTest))).toBe(expected);
  });

  test('what is missing cannot be met by what is still open, whatever is around it', () => {
    expect(judge(parseCondition('code:x AND code:o'), judgeTest).canBeTrue).toBe(false);
    expect(judge(parseCondition('NOT (code:x OR code:o)'), judgeTest).canBeTrue).toBe(false);
    expect(judge(parseCondition('code:x OR code:o'), judgeTest).canBeTrue).toBe(true);
  });
});
