/** Reads the values of options that are lists, pairs or numbers; throws what commander tells of wrong ones. */
import { InvalidArgumentError } from 'commander';
import { parseCondition } from '../tables/parse-condition.ts';
import type { SelectionRequest } from '../tables/selection.ts';

/** Names with commas between them; an option that is given again adds its names to those before. */
export function splitNames(text: string, before: readonly string[] = []): string[] {
  const names = text
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');
  return [...before, ...names];
}

/** A share such as `5%`, in percent. */
export function parsePercent(text: string): number {
  if (!/^\d{1,6}(?:\.\d{1,6})? ?%?$/.test(text)) throw new InvalidArgumentError('Expected a percentage such as 5%.');
  return Number.parseFloat(text);
}

/** A number from -1 to 1, as coefficients of agreement are. */
export function parseCoefficient(text: string): number {
  if (!/^-?[01](?:\.\d{1,6})?$/.test(text) || Math.abs(Number(text)) > 1)
    throw new InvalidArgumentError('Expected a number from -1 to 1, such as 0.7.');
  return Number(text);
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

/** `7` or `7-12`: first and last paragraph, counted from 1. */
export function parseParagraphs(text: string): [number, number] {
  const [, first, last = first] = /^\s*(\d{1,9})(?:\s*[-\u2013]\s*(\d{1,9}))?\s*$/.exec(text) ?? [];
  const range: [number, number] = [Number(first), Number(last)];
  if (first === undefined || range[0] < 1 || range[1] < range[0])
    throw new InvalidArgumentError('Expected a paragraph such as 7, or a range such as 7-12.');
  return range;
}

/** A condition, and how it was written. */
export function parseWhere(text: string): NonNullable<SelectionRequest['where']> {
  return { text, condition: parseCondition(text) };
}
