/** Reads the values of options that are lists, pairs or numbers; throws what commander tells of wrong ones. */
import { InvalidArgumentError } from 'commander';
import { COLUMN_KEYS, type ColumnMapping } from '../transcript/source.ts';

/** Names with commas between them. */
export function splitNames(text: string): string[] {
  return text
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');
}

/** A name may hold commas; one that is followed by a key and `=` ends it. */
export function parseColumns(text: string): ColumnMapping {
  const keys = COLUMN_KEYS.join('|');
  const mapping: ColumnMapping = {};
  for (const part of text.split(new RegExp(`,(?=\\s*(?:${keys})\\s*=)`, 'i'))) {
    const [, key = '', name = ''] = /^\s*(\w+)\s*=\s*(.*?)\s*$/s.exec(part) ?? [];
    const known = COLUMN_KEYS.find((each) => each === key.toLowerCase());
    if (!known || name === '')
      throw new InvalidArgumentError(
        `Expected KEY=NAME pairs with commas between them; keys are ${COLUMN_KEYS.join(', ')}.`,
      );
    mapping[known] = name;
  }
  return mapping;
}

/** A share such as `5%`, in percent. */
export function parsePercent(text: string): number {
  if (!/^\d{1,6}(?:\.\d{1,6})? ?%?$/.test(text)) throw new InvalidArgumentError('Expected a percentage such as 5%.');
  return Number.parseFloat(text);
}

/** Reads a whole number from 1 to `most`. */
export function createCountParser(most: number): (text: string) => number {
  return (text) => {
    if (/^[1-9]\d{0,5}$/.test(text) && Number(text) <= most) return Number(text);
    throw new InvalidArgumentError(`Expected a whole number from 1 to ${most}.`);
  };
}

/** A whole number from 1. */
export function parseDepth(text: string): number {
  if (!/^[1-9]\d?$/.test(text)) throw new InvalidArgumentError('Expected a whole number from 1.');
  return Number(text);
}

/** A whole number from 0. */
export function parseCount(text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new InvalidArgumentError('Expected a whole number from 0.');
  return Number(text);
}
