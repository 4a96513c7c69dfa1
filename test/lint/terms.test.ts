/** Which terms are told to be vain, double or shared, and which are not. */
import { describe, expect, test } from 'vitest';
import { lintCodebook } from '../../src/lint/run.ts';
import { readBook } from '../builders.ts';

/** Rules and reasons found in a code with these terms; all other rules on terms are silent. */
function lint(terms: string, languages = 'nl') {
  const yaml = `name: test\nlanguages: [${languages}]\ncodes:\n  - id: c\n    name: C\n    definition: A code.\n    terms:\n${terms}`;
  const { codebook, file } = readBook(yaml);
  return lintCodebook(codebook, file, { path: 'test.yaml' }).map(({ message }) => `${message.line} ${message.ruleId}`);
}

const list = (...terms: string[]) => terms.map((term) => `      - ${term}\n`).join('');

describe('a term that adds nothing to a shorter one', () => {
  test.each([
    ['a phrase around a word', list('goede begeleiding', 'begeleiding'), ['8 shadowed-term']],
    ['the order does not matter', list('begeleiding', 'goede begeleiding'), ['9 shadowed-term']],
    ['a phrase around a phrase', list('heel hoge eisen', 'hoge eisen'), ['8 shadowed-term']],
    ['a phrase of other words between', list('hoge * eisen', 'hoge eisen'), []],
    ['a lone * covers any word', list('hoge zware eisen', 'hoge * eisen'), ['8 shadowed-term']],
    ['a longer wildcard', list("'vrijwilligers*'", "'vrijwillig*'"), ['8 shadowed-term']],
    ['a shorter word by one letter mark', list("'geb?nden'", "'geb?nd*'"), ['8 shadowed-term']],
    ['a ? is not a *', list("'geb*nden'", "'geb?nden'"), ['9 shadowed-term']],
    ['an exact word of a stem', list('=begeleiding', 'begeleiding'), ['8 shadowed-term']],
    ['an exact word of a wildcard', list('=Begeleiding', "'begeleid*'"), ['8 shadowed-term']],
    ['exact with a capital, any case', list('=Wmo', '=wmo'), ['8 shadowed-term']],
    ['a stem is not known to fit a wildcard', list('spreken', "'sprek*'"), []],
    ['the shorter has exceptions', list('lastige man', '{ term: lastig, except: [lastige man] }'), []],
    ['the longer weighs more', list('{ term: heel lastig, weight: 80 }', 'lastig'), []],
  ])('%s', (_name, terms, expected) => {
    expect(lint(terms)).toEqual(expected);
  });

  test('a term for any language covers those of one, not the other way round', () => {
    const mapping = (any: string, nl: string) => `      any: [${any}]\n      nl: [${nl}]\n`;
    expect(lint(mapping('buddy', 'een buddy'), 'nl, en')).toEqual(['9 shadowed-term']);
    expect(lint(mapping('een buddy', 'buddy'), 'nl, en')).toEqual([]);
  });
});

describe('a term that can match nothing', () => {
  test.each([
    ['its exception is itself', list('{ term: begeleiding, except: [begeleiding] }'), ['8 never-matching']],
    ['its exception is its stem', list('{ term: begeleiding, except: [=begeleiding] }'), []],
    ['an exact form under its stem', list('{ term: =begeleiding, except: [begeleiden] }'), ['8 never-matching']],
    ['its exception is longer', list('{ term: drempel, except: [over de drempel] }'), []],
    ['a wildcard with one exception', list("{ term: 'geb?nden', except: [gebanden] }"), []],
    ['a joined exception', list('{ term: e-mail, except: [e mail, email] }'), ['8 never-matching']],
    ['one with half of it', list('{ term: e-mail, except: [email] }'), []],
    ['apostrophes inside', list("collega's", "'''s ochtends'", "foto's", "rock'n'roll"), []],
    ['digits', list('24 uur', '3-gesprek'), []],
  ])('%s', (_name, terms, expected) => {
    expect(lint(terms)).toEqual(expected);
  });
});

describe('double terms', () => {
  test.each([
    ['singular and plural', list('rol', 'rollen'), ['9 duplicate-term']],
    ['case and diacritics', list('cliënt', 'Client'), ['9 duplicate-term']],
    ['a hyphen is a blank too', list('e-mail', 'e mail'), ['9 shadowed-term']],
    ['three times', list('rol', 'rol', 'rol'), ['9 duplicate-term', '10 duplicate-term']],
    ['a stem and a form', list('rol', '=rollen'), ['9 shadowed-term']],
  ])('%s', (_name, terms, expected) => {
    expect(lint(terms)).toEqual(expected);
  });

  test('the same word in two languages is not double', () => {
    expect(lint('      nl: [team]\n      en: [team]\n', 'nl, en')).toEqual([]);
  });

  test('a code with thousands of terms is compared in time', () => {
    const terms = Array.from({ length: 4000 }, (_, index) => `woord${index.toString(36)}x kern${index}`);
    const start = performance.now();
    expect(lint(list(...terms))).toEqual([]);
    expect(performance.now() - start).toBeLessThan(5000);
  });
});
