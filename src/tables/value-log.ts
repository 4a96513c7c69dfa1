/** Tells of values in a condition that nothing in the study has, which are most likely misspelt. */
import type { Message } from '../model.ts';
import { compareNames } from '../text/compare.ts';
import { createMessage } from '../text/messages.ts';
import { nearestName } from '../text/nearest-name.ts';
import type { Comparison, Outcome } from './condition.ts';

const MOST_NAMED = 8;

export class ValueLog {
  #seen = new Map<Comparison, { isMet: boolean; values: Set<string> }>();

  /** Takes note of what a comparison was held against, and how. */
  add(comparison: Comparison, values: Iterable<string>, compare: (value: string, by: Comparison) => Outcome): void {
    const seen = this.#seen.get(comparison) ?? { isMet: false, values: new Set<string>() };
    this.#seen.set(comparison, seen);
    for (const value of values) {
      if (seen.values.has(value)) continue;
      seen.values.add(value);
      if (compare(value, { ...comparison, operator: '=' }).canBeTrue) seen.isMet = true;
    }
  }

  /** One warning a value; a number that nobody has is no mistake. */
  describe(): Message[] {
    return [...this.#seen].flatMap(([{ operator, value, name }, { isMet, values }]) => {
      if (isMet || value === '' || (operator !== '=' && operator !== '!=') || Number.isFinite(Number(value))) return [];
      const known = [...values].sort(compareNames);
      const near = nearestName(value, known);
      const more = known.length > MOST_NAMED ? ` and ${known.length - MOST_NAMED} more` : '';
      const list = known.length === 0 ? 'there are none' : `known are ${known.slice(0, MOST_NAMED).join(', ')}${more}`;
      const hint = near === undefined ? list : `did you mean \`${near}\`?`;
      return createMessage(`No \`${name}\` is \`${value}\``, { rule: 'unknown-value', severity: 'warning', hint });
    });
  }
}
