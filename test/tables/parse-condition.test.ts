/** Conditions as they are written: what they mean, and what is said of those that cannot be read. */
import { describe, expect, test } from 'vitest';
import type { Condition } from '../../src/tables/condition.ts';
import { OptionError } from '../../src/tables/option-error.ts';
import { parseCondition } from '../../src/tables/parse-condition.ts';

/** With brackets around everything that is made of parts. */
function write(condition: Condition): string {
  switch (condition.kind) {
    case 'not':
      return `NOT ${write(condition.part)}`;
    case 'code':
      return `code:${condition.id}`;
    case 'negated':
      return 'negated';
    case 'comparison':
      return `${condition.subject === 'variable' ? '$' : ''}${condition.name} ${condition.operator} "${condition.value}"`;
    default:
      return `(${condition.parts.map(write).join(condition.kind === 'and' ? ' & ' : ' | ')})`;
  }
}

test.each([
  ['function=coordinator', '$function = "coordinator"'],
  ['function = "two words"', '$function = "two words"'],
  ['“years of work” ≥ ‘3’', '$years of work >= "3"'],
  ['"speaker"=Ben and speaker=Ben', '($speaker = "Ben" & speaker = "Ben")'],
  ['Weight>=50', 'Weight >= "50"'],
  ["plaats='s Gravenhage'", '$plaats = "s Gravenhage"'],
  ["plaats=Baarle-d'Or", '$plaats = "Baarle-d\'Or"'],
  ['region=""', '$region = ""'],
  ['code:barriers', 'code:barriers'],
  ['CODE: barriers', 'code:barriers'],
  ['negated', 'negated'],
  ['negated=no', '$negated = "no"'],
  ['a=1 AND b=2 OR c=3 and d=4', '(($a = "1" & $b = "2") | ($c = "3" & $d = "4"))'],
  ['a=1 AND (b=2 OR c=3)', '($a = "1" & ($b = "2" | $c = "3"))'],
  ['not not a=1 and b=2', '(NOT NOT $a = "1" & $b = "2")'],
  ['NOT (a=1 or b=2)', 'NOT ($a = "1" | $b = "2")'],
  [
    'code:barriers AND NOT code:supervision AND function=coordinator',
    '(code:barriers & NOT code:supervision & $function = "coordinator")',
  ],
  ['a="AND"', '$a = "AND"'],
  ['leeftijd<e\u0301e\u0301n', '$leeftijd < "\u00e9\u00e9n"'],
])('%s', (text, expected) => {
  expect(write(parseCondition(text))).toBe(expected);
});

describe('what cannot be read says where, and what was expected', () => {
  test.each([
    ['', "end of --where ''", '`code:ID`, `negated` or a comparison'],
    ['a', "end of --where 'a'", 'one of = != < <= > >= behind `a`'],
    ['a=', "end of --where 'a='", 'a value behind `a=`'],
    ['a=AND b=1', '`AND` in --where at character 3', 'a value behind `a=`'],
    ['a==1', '`=` in --where at character 3', 'a value behind `a=`'],
    ['a=1 b=2', '`b` in --where at character 5', 'AND, OR or the end'],
    ['a=1 AND', "end of --where 'a=1 AND'", '`code:ID`'],
    ['AND a=1', '`AND` in --where at character 1', '`code:ID`'],
    ['(a=1', "end of --where '(a=1'", 'the `)` for the `(` at character 1'],
    ['a=1)', '`)` in --where at character 4', 'no `(` is open'],
    ['a="x', '`"` in --where at character 3', 'a second quotation mark'],
    ['!a=1', '`!` in --where at character 1', 'NOT before a test'],
    ['code=a', '`=` in --where at character 5', '`code:ID`'],
    ['code:', "end of --where 'code:'", 'the id of a code'],
    ['weight>much', '`much` in --where at character 8', 'a weight from 0 to 100'],
    ['age>3,5', '`3,5` in --where at character 5', 'a decimal point'],
    ['age<""', '`` in --where at character 5', 'only `=` and `!=`'],
    ['('.repeat(60), '`(` in --where at character 51', 'no more than 50 levels'],
    ['not '.repeat(60), '`not` in --where at character 201', 'no more than 50 levels'],
  ])('%.20s', (text, found, expected) => {
    const problem = catchError(() => parseCondition(text));
    expect(problem).toBeInstanceOf(OptionError);
    expect(problem?.message).toContain(`Unexpected ${found}`);
    expect(problem?.message.split(', expected ')[1]).toContain(expected);
  });

  test('the option is named as it is called, and length has an end', () => {
    expect(catchError(() => parseCondition('a', '--condition'))?.message).toContain("end of --condition 'a'");
    expect(catchError(() => parseCondition(`${'x'.repeat(3000)}=1`))?.message).toContain('more than 2000 characters');
  });
});

function catchError(run: () => unknown): Error | undefined {
  try {
    run();
    return undefined;
  } catch (error) {
    return error as Error;
  }
}
