/** What the codebook reader itself reports; such a book cannot be used, so these are always errors. */

export interface ReaderRule {
  id: string;
  severity: 'error';
  summary: string;
  why: string;
  /** Whole books: one that is fine, and one with exactly this error. Both are tests. */
  good: string;
  bad: string;
}

const book = (codes: string) => `name: sample\nlanguages: [nl]\ncodes:\n  ${codes}\n`;
const trust = book('- { id: trust, name: Trust, terms: [vertrouwen] }');

export const readerRules: readonly ReaderRule[] = [
  {
    id: 'yaml',
    severity: 'error',
    summary: 'the file is not the plain YAML of a codebook',
    why: 'YAML takes a wildcard, an apostrophe or a `#` without quotes for something else.',
    good: book("- { id: trust, name: Trust, terms: ['vertrouw*'] }"),
    bad: book('- id: trust\n    name: Trust\n    terms: [*vertrouwen]'),
  },
  {
    id: 'unknown-key',
    severity: 'error',
    summary: 'a key that a codebook does not have',
    why: 'A mistyped `excpet:` would be an exception that is never applied.',
    good: trust,
    bad: book('- { id: trust, name: Trust, term: [vertrouwen] }'),
  },
  {
    id: 'missing-key',
    severity: 'error',
    summary: 'a key that every book or code must have is not there',
    why: 'A code without an id cannot be told apart when it is renamed, one without a name has no row.',
    good: trust,
    bad: book('- { id: trust, terms: [vertrouwen] }'),
  },
  {
    id: 'wrong-type',
    severity: 'error',
    summary: 'a text where a list is expected, or the like',
    why: 'The program does not guess what was meant.',
    good: trust,
    bad: book('- { id: trust, name: Trust, terms: vertrouwen }'),
  },
  {
    id: 'invalid-value',
    severity: 'error',
    summary: 'a value that is not of the form its key asks for: an id, colour, weight or language code',
    why: 'Ids are used in files and on the command line; colours and weights are numbers for other programs.',
    good: trust,
    bad: book('- { id: Trust in people, name: Trust, terms: [vertrouwen] }'),
  },
  {
    id: 'duplicate-id',
    severity: 'error',
    summary: 'two codes have the same id',
    why: 'Their codings could not be told apart.',
    good: book('- { id: trust, name: Trust }\n  - { id: time, name: Time }'),
    bad: book('- { id: trust, name: Trust }\n  - { id: trust, name: Time }'),
  },
  {
    id: 'invalid-term',
    severity: 'error',
    summary: 'a term that no kind of term understands',
    why: 'It would match nothing, or everything.',
    good: trust,
    bad: book("- { id: trust, name: Trust, terms: ['vertrouwen, geloven'] }"),
  },
  {
    id: 'unknown-language',
    severity: 'error',
    summary: 'a language that the program or the book does not know',
    why: 'Terms cannot be stemmed without it, and interviews in it would get zeros.',
    good: trust,
    bad: book('- { id: trust, name: Trust, terms: { de: [Vertrauen] } }'),
  },
];
