/** Finds a document variable by its name, whatever its capitals, and tells when there is none of that name. */
import type { VariableValue } from '../model.ts';
import { nearestName } from '../text/nearest-name.ts';
import { OptionError } from './option-error.ts';

/** Its value; `undefined` where the document has none, or an empty one. */
export function findVariable(variables: Record<string, VariableValue>, name: string): VariableValue | undefined {
  const wanted = normalizeVariable(name);
  const value = Object.entries(variables).findLast(([each]) => normalizeVariable(each) === wanted)?.[1];
  return value === '' ? undefined : value;
}

/** `Age` and `age` are one variable. */
export function normalizeVariable(name: string): string {
  return name.normalize('NFC').trim().toLowerCase();
}

/** For a variable that no document has; `others` are further words that could have been meant. */
export function refuseVariable(name: string, known: readonly string[], others: readonly string[] = []): OptionError {
  const near = nearestName(name, [...known, ...others]);
  const advice = near === undefined ? '' : `did you mean \`${near}\`? `;
  if (known.length === 0) return new OptionError(`Unexpected variable ${name}: no document has any`, advice + WHERE);
  const more = known.length > MOST_NAMED ? ` and ${known.length - MOST_NAMED} more` : '';
  return new OptionError(
    `Unexpected variable ${name}, which no document has`,
    `${advice}known are ${[...others, ...known.slice(0, MOST_NAMED)].join(', ')}${more}`,
  );
}

const MOST_NAMED = 20;
const WHERE = 'variables stand at the top of a transcript between two --- lines, or in documents.csv beside it';
