/** A term for readers: as it is written, with what belongs to it. */
import type { Term } from '../model.ts';

/** On one line: `rol (except: rolstoel, rollator; weight: 50)`. */
export function writeTerm(term: Term): string {
  const details = describeTerm(term);
  return details === '' ? term.source : `${term.source} (${details})`;
}

/** Exceptions, weight and memo: `except: rolstoel, rollator; weight: 50`; empty for most terms. All else is in the source. */
export function describeTerm(term: Term): string {
  const { except, weight, memo } = term;
  const exceptions = except.length === 0 ? [] : [`except: ${except.map(writeTerm).join(', ')}`];
  const details = Object.entries({ weight, memo }).filter(([, value]) => value !== undefined);
  return [...exceptions, ...details.map(([key, value]) => `${key}: ${value}`)].join('; ');
}
