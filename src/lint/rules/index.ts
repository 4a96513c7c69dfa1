/** The lint rules; to add one, write its file and put it in this list. */
import type { Rule } from '../rule.ts';
import { broadRegex } from './broad-regex.ts';
import { broadWildcard } from './broad-wildcard.ts';
import { colorEqual } from './color-equal.ts';
import { colorMissing } from './color-missing.ts';
import { colorUnreadable } from './color-unreadable.ts';
import { dominantTerm } from './dominant-term.ts';
import { duplicateName } from './duplicate-name.ts';
import { duplicateTerm } from './duplicate-term.ts';
import { everywhereCode } from './everywhere-code.ts';
import { exampleCoded } from './example-coded.ts';
import { exampleNotCoded } from './example-not-coded.ts';
import { finalQuestionMark } from './final-question-mark.ts';
import { functionWord } from './function-word.ts';
import { longName } from './long-name.ts';
import { looseStem } from './loose-stem.ts';
import { missingDefinition } from './missing-definition.ts';
import { neverMatching } from './never-matching.ts';
import { noTerms } from './no-terms.ts';
import { oneLanguage } from './one-language.ts';
import { overReachingStem } from './over-reaching-stem.ts';
import { shadowedTerm } from './shadowed-term.ts';
import { sharedTerm } from './shared-term.ts';
import { shortStem } from './short-stem.ts';
import { strayBlanks } from './stray-blanks.ts';
import { suppressionWithoutReason } from './suppression-without-reason.ts';
import { twinCodes } from './twin-codes.ts';
import { unmatchedTerm } from './unmatched-term.ts';
import { unusedCode } from './unused-code.ts';
import { unusedSuppression } from './unused-suppression.ts';

export const rules = [
  exampleNotCoded,
  exampleCoded,
  missingDefinition,
  duplicateName,
  longName,
  noTerms,
  oneLanguage,
  neverMatching,
  duplicateTerm,
  sharedTerm,
  shadowedTerm,
  shortStem,
  overReachingStem,
  functionWord,
  broadWildcard,
  broadRegex,
  finalQuestionMark,
  strayBlanks,
  colorMissing,
  colorEqual,
  colorUnreadable,
  suppressionWithoutReason,
  unusedSuppression,
  unusedCode,
  unmatchedTerm,
  dominantTerm,
  everywhereCode,
  twinCodes,
  looseStem,
] as const satisfies readonly Rule[];
