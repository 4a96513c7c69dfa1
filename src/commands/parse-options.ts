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

/** A whole number from 1. */
export function parseDepth(text: string): number {
  if (!/^[1-9]\d?$/.test(text)) throw new InvalidArgumentError('Expected a whole number from 1.');
  return Number(text);
}

/** `7` or `7-12`: first and last paragraph, counted from 1. */
export function parseParagraphs(text: string): [number, number] {
  const [, first, last = first] = /^\s*(\d{1,9})(?:\s*[-\u2013]\s*(\d{1,9}))?\s*$/.exec(text) ?? [];
  const range: [number, number] = [Number(first), Number(last)];
  if (first === undefined || range[0] < 1 || range[1] < range[0])
    throw new InvalidArgumentError('Expected a paragraph such as 7, or a range such as 7-12.');
  return range;
}
