/** A term for readers: as it is written, with what belongs to it. */
import type { Term } from '../model.ts';

/** On one line: `rol (except: rolstoel, rollator; weight: 50)`. */
export function writeTerm(term: Term): string {
  const details = describeTerm(term);
  return details === '' ? term.source : `${term.source} (${details})`;
}

/** Exceptions, weight and so on: `except: rolstoel, rollator; weight: 50`; empty for most terms. */
export function describeTerm(term: Term): string {
  const { kind: _kind, source: _source, language: _language, position: _position, except, ...others } = term;
  const exceptions = except.length === 0 ? [] : [`except: ${except.map(writeTerm).join(', ')}`];
  const details = Object.entries(others).filter(([, value]) => typeof value !== 'object');
  return [...exceptions, ...details.map(([key, value]) => `${key}: ${value}`)].join('; ');
}
