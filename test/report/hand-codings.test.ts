/** The page on codings of people: what is marked, quoted and selected. */
import { expect, test } from 'vitest';
import type { CodedDocument, Coding } from '../../src/model.ts';
import { countCoders, keepCoders, listCoders } from '../../src/report/page/coders.ts';
import { listEvidence } from '../../src/report/page/passage.ts';
import { countQuotes, listQuotes, listSegmentQuotes } from '../../src/report/page/quotes.ts';
import { codeDocument } from '../tables/fruit-study.ts';

const own = codeDocument('one', 'I: Een appel?\nR: Een appel en een peer.\nR: Een vrucht.\n');
const { text } = own.transcript;

function mark(code: string, coder: string, quote: string): Coding {
  const start = text.indexOf(quote);
  return { code, coder, document: 'one', start, end: start + quote.length, turn: 1, weight: 0, evidence: [] };
}

const codings = [
  mark('bread', 'Anna', 'Een appel?\nR: Een appel'),
  mark('apple', 'Anna', 'een peer'),
  mark('apple', 'Ben', 'een peer'),
];
const coded: CodedDocument = { ...own, codings };
const only = (...codes: string[]) => codes.map((code) => new Set([code]));
const textsOf = (quotes: readonly { start: number; end: number }[]) =>
  quotes.map(({ start, end }) => text.slice(start, end));

test('a passage that somebody marked is its own evidence', () => {
  const found = listEvidence(codings);
  expect(textsOf(found)).toEqual(['Een appel?\nR: Een appel', 'een peer', 'een peer']);
  expect(found.every(({ evidence }) => evidence === undefined)).toBe(true);
});

test('a passage by two coders is one quote, and is not called a coded segment', () => {
  const quotes = listQuotes([coded], only('apple'));
  expect(quotes.map((quote) => quote.codings.map(({ coder }) => coder))).toEqual([['Anna', 'Ben']]);
  expect(countQuotes(quotes, 'coded segment')).toBe('1 passage');
  expect(countQuotes(listQuotes([own], only('apple')), 'coded segment')).toBe('1 coded segment');
});

test('the segments of a relation are those that passages of both codes touch', () => {
  expect(textsOf(listQuotes([coded], only('bread', 'apple')))).toEqual([]);
  expect(textsOf(listSegmentQuotes([coded], only('bread', 'apple')))).toEqual(['Een appel en een peer.']);
  expect(textsOf(listSegmentQuotes([own], only('apple', 'pear')))).toEqual(['Een appel en een peer.']);
});

test('a coder can be picked', () => {
  expect(countCoders([coded])).toEqual([
    ['Anna', 2],
    ['Ben', 1],
  ]);
  expect(keepCoders(coded, ['Ben']).codings).toHaveLength(1);
  expect(keepCoders(coded, [])).toBe(coded);
});

test('of a passage by people and the program all are named, of one by the program alone nobody', () => {
  expect(listCoders([...codings, ...own.codings])).toEqual(['Anna', 'Ben', 'auto']);
  expect(listCoders(own.codings)).toEqual([]);
});
