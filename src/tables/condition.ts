/** Conditions on documents, segments and codings, and what is known of their truth while only a part of that is known. */
import { compareNames } from '../text/compare.ts';
import { fold } from '../text/fold.ts';

export type Operator = '=' | '!=' | '<' | '<=' | '>' | '>=';

/** What a name before an operator stands for; every other name is that of a document variable. */
export const SUBJECTS = ['document', 'group', 'speaker', 'weight', 'coder'] as const;

/** `name operator value`. */
export interface Comparison {
  kind: 'comparison';
  subject: (typeof SUBJECTS)[number] | 'variable';
  /** As it was written; of a variable its name. */
  name: string;
  operator: Operator;
  /** Empty for "no value". */
  value: string;
}

/** One test that is not made of others. */
export type Test =
  | Comparison
  /** The segment has the code or one of its subcodes. */
  | { kind: 'code'; id: string }
  /** A negating word stands near a match of the coding. */
  | { kind: 'negated' };

export type Condition =
  | Test
  | { kind: 'and'; parts: readonly Condition[] }
  | { kind: 'or'; parts: readonly Condition[] }
  | { kind: 'not'; part: Condition };

/**
 * How a condition can still turn out. Neither way stands for a value that a document lacks: a comparison with it is neither
 * met nor not met, as for missing values in statistics packages.
 */
export interface Outcome {
  canBeTrue: boolean;
  canBeFalse: boolean;
}

export const MET: Outcome = { canBeTrue: true, canBeFalse: false };
export const NOT_MET: Outcome = { canBeTrue: false, canBeFalse: true };
export const MISSING: Outcome = { canBeTrue: false, canBeFalse: false };
/** It depends on what is not yet known. */
export const OPEN: Outcome = { canBeTrue: true, canBeFalse: true };

/** The outcome of a condition from those of its tests. */
export function judge(condition: Condition, judgeTest: (test: Test) => Outcome): Outcome {
  switch (condition.kind) {
    case 'not': {
      const { canBeTrue, canBeFalse } = judge(condition.part, judgeTest);
      return { canBeTrue: canBeFalse, canBeFalse: canBeTrue };
    }
    case 'and':
    case 'or': {
      const outcomes = condition.parts.map((part) => judge(part, judgeTest));
      const some = (key: keyof Outcome) => outcomes.some((outcome) => outcome[key]);
      const every = (key: keyof Outcome) => outcomes.every((outcome) => outcome[key]);
      return condition.kind === 'and'
        ? { canBeTrue: every('canBeTrue'), canBeFalse: some('canBeFalse') }
        : { canBeTrue: some('canBeTrue'), canBeFalse: every('canBeFalse') };
    }
    default:
      return judgeTest(condition);
  }
}

/** The tests of a condition in their order. */
export function listTests(condition: Condition): Test[] {
  if (condition.kind === 'not') return listTests(condition.part);
  return condition.kind === 'and' || condition.kind === 'or' ? condition.parts.flatMap(listTests) : [condition];
}

/**
 * Numbers are compared as numbers, everything else as names are, without regard to case and diacritics. A number is neither
 * smaller nor larger than a word. `undefined` is no value.
 */
export function compareValue(actual: string | undefined, { operator, value }: Comparison): Outcome {
  if (value === '') return settle((actual === undefined) === (operator === '='));
  if (actual === undefined) return MISSING;
  const [isActual, isWritten] = [isNumber(actual), isNumber(value)];
  const areNumbers = isActual && isWritten;
  const isEqual = areNumbers ? Number(actual) === Number(value) : foldValue(actual) === foldValue(value);
  if (operator === '=' || operator === '!=') return settle(isEqual === (operator === '='));
  if (isActual !== isWritten) return MISSING;
  const order = isEqual ? 0 : areNumbers ? Number(actual) - Number(value) : compareNames(actual, value);
  return settle(ORDERS[operator](order));
}

const NUMBER = /^\s*-?\d{1,15}(?:\.\d{1,15})?\s*$/;

const ORDERS: Record<'<' | '<=' | '>' | '>=', (order: number) => boolean> = {
  '<': (order) => order < 0,
  '<=': (order) => order <= 0,
  '>': (order) => order > 0,
  '>=': (order) => order >= 0,
};

export const settle = (isMet: boolean): Outcome => (isMet ? MET : NOT_MET);

/** Whether the value is compared as a number. */
export const isNumber = (value: string): boolean => NUMBER.test(value);

/** What words are compared by. */
export function foldValue(value: string): string {
  return fold(value.normalize('NFC')).replace(/\s+/g, ' ').trim();
}
