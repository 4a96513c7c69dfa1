/** The lint rules; to add one, write its file and put it in this list. */
import type { Rule } from '../rule.ts';
import { exampleCoded } from './example-coded.ts';
import { exampleNotCoded } from './example-not-coded.ts';
import { finalQuestionMark } from './final-question-mark.ts';
import { missingDefinition } from './missing-definition.ts';
import { noTerms } from './no-terms.ts';

export const rules = [
  exampleNotCoded,
  exampleCoded,
  missingDefinition,
  noTerms,
  finalQuestionMark,
] as const satisfies readonly Rule[];
