/** Values of a variable that are columns of their own, though conditions take them for the same: `Urban` and `urban`. */
import { foldValue, isNumber } from './condition.ts';

const MOST_NAMED = 3;

/** What has to be said of them, in the order of the values; nothing where there are none. */
export function describeAlikeValues(values: readonly string[]): string[] {
  const bySense = new Map<string, string[]>();
  for (const value of values) {
    const sense = isNumber(value) ? String(Number(value)) : foldValue(value);
    const others = bySense.get(sense);
    if (others) others.push(value);
    else bySense.set(sense, [value]);
  }
  const alike = [...bySense.values()].filter(({ length }) => length > 1);
  if (alike.length === 0) return [];
  const named = alike.slice(0, MOST_NAMED).map((spellings) => spellings.join(' and '));
  const more = alike.length > MOST_NAMED ? `; and ${alike.length - MOST_NAMED} more` : '';
  return [
    `Careful: values that are written differently have columns of their own, though a condition takes them for the same: ${named.join('; ')}${more}.`,
  ];
}
