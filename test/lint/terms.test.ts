/** Which terms are told to be vain, double or shared, and which are not. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { lintCodebook } from '../../src/lint/run.ts';
import { codeText, readBook } from '../builders.ts';

const bookOf = (terms: string, languages = 'nl') =>
  `name: test\nlanguages: [${languages}]\ncodes:\n  - id: c\n    name: C\n    definition: A code.\n    terms:\n${terms}`;

function lintBook(yaml: string) {
  const { codebook, file } = readBook(yaml);
  return lintCodebook(codebook, file, { path: 'test.yaml' }).map(({ message }) => message);
}

/** Lines and rules found in a code with these terms; all other rules on terms are silent. */
function lint(terms: string, languages = 'nl') {
  return lintBook(bookOf(terms, languages)).map(({ line, ruleId }) => `${line} ${ruleId}`);
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
    ['two items of which one is a term', list('near: [vrijwilliger, tijd]', 'tijden'), ['8 shadowed-term']],
    ['an item that is within a term', list('all: [goede begeleiding, tijd]', 'begeleiding'), ['8 shadowed-term']],
    ['an item that is wider than the term', list('all: [begeleiding, tijd]', 'goede begeleiding'), []],
    ['fewer words between', list('{ near: [zeggen, nee], within: 2 }', 'near: [nee, zeggen]'), ['8 shadowed-term']],
    ['an order', list('{ near: [nee, zeggen], ordered: true }', 'near: [zeggen, nee]'), ['8 shadowed-term']],
    ['more words, but an order', list('{ near: [a1, b2], within: 9, ordered: true }', 'near: [a1, b2]'), []],
    ['two orders', list('{ near: [a1, b2], ordered: true }', '{ near: [b2, a1], ordered: true }'), []],
    ['near and anywhere', list('near: [vrouw, tijd]', 'all: [tijd, vrouw]'), ['8 shadowed-term']],
    ['near and anywhere, in the other order', list('all: [vrouw, tijd]', 'near: [tijd, vrouw]'), ['9 shadowed-term']],
    ['more items anywhere', list('all: [vrouw, tijd, geld]', 'all: [geld, vrouw]'), ['8 shadowed-term']],
    ['more items near', list('near: [vrouw, tijd, geld]', 'near: [geld, vrouw]'), []],
    ['one item twice', list('all: [vrouw, vrouw]', 'all: [vrouw, geld]'), []],
    ['an exception of the wider', list('near: [vrouw, tijd]', '{ all: [tijd, vrouw], except: [op tijd] }'), []],
    ['near that weighs more', list('{ near: [vrouw, tijd], weight: 9 }', 'tijd'), []],
    ['a pattern is not a word', list("'/tijd/'", 'tijd', "near: ['/tijd/', geld]"), []],
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
    ['an item under an exception', list('{ near: [tijd, goede zorg], except: [zorg] }'), ['8 never-matching']],
    [
      'every item of one',
      list('{ all: [tijd, zorg], except: [tijd, zorg] }'),
      ['8 never-matching', '8 never-matching'],
    ],
    ['an exception around an item', list('{ near: [tijd, zorg], except: [goede zorg] }'), []],
    ['a pattern with an exception', list("{ term: '/zorg/', except: [zorg] }"), []],
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
    ['items in another order', list('near: [rollen, tijd]', 'near: [tijden, rol]'), ['9 duplicate-term']],
    [
      'the same distance, said and not',
      list('near: [rol, tijd]', '{ near: [rol, tijd], within: 5 }'),
      ['9 duplicate-term'],
    ],
    ['items anywhere in another order', list('all: [rollen, tijd]', 'all: [tijden, rol]'), ['9 duplicate-term']],
    ['one pattern', list("'/rol(len)?/'", "'/rol(len)?/'"), ['9 duplicate-term']],
    ['another pattern', list("'/rol(len)?/'", "'/rollen|rol/'"), []],
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

describe('terms of several items, and patterns', () => {
  test.each([
    ['a function word anywhere', list('all: [niet, durven]'), ['8:15 function-word']],
    ['a function word near another', list('near: [niet, durven]', 'near: [nee, zeggen]'), []],
    ['nothing but function words', list('near: [niet, moeten]'), ['8:16 function-word']],
    ['function words as they are', list('all: [=niet, durven]', 'near: [=niet, =moeten]'), []],
    ['few letters beside *', list("near: [tijd, 'zo*']"), ['8:22 broad-wildcard']],
    ['a * within a phrase', list("near: [tijd, 'zo* gek']", "near: [tijd, 'zorg*']"), []],
    ['an exception around every item', list('{ near: [tijd, goede zorg], except: [zorg] }'), ['8:24 never-matching']],
    ['a question', list("all: [tijd, 'waarom?']"), ['8:21 final-question-mark']],
    ['a letter in a word', list("all: [tijd, 'geb?nden']"), []],
    ['a stem of one letter', list('near: [x, tijd]'), ['8:16 short-stem']],
    ['a stem of two letters', list('near: [ui, snijden]'), []],
    ['blanks at the edge of an item', list("near: ['tijd ', geld]"), ['8:16 stray-blanks']],
    ['any word', list("'/\\w+/'"), ['8:9 broad-regex']],
    ['any word of some letters', list("'/\\p{L}{4,6}/'"), ['8:9 broad-regex']],
    ['a capital, which does not count', list("near: [meneer, '/[A-Z]\\w+/']"), ['8:24 broad-regex']],
    ['any beginning or ending', list("'/\\w+ing/'", "'/ver\\w+/'", "'/\\d+ euro/'", "'/[aeiou]+/'"), []],
    ['a blank within the slashes', list("'/ tijd/'", "'/geld | uur/'"), ['8:9 stray-blanks', '9:9 stray-blanks']],
    ['blanks between words', list("'/veel tijd/'", "'/(niet |geen )meer/'"), []],
  ])('%s', (_name, terms, expected) => {
    const found = lintBook(bookOf(terms)).map(({ line, column, ruleId }) => `${line}:${column} ${ruleId}`);
    expect(found).toEqual(expected);
  });

  test('the same items in two codes', () => {
    const yaml = (within: number) =>
      `name: t\nlanguages: [nl]\ncodes:\n  - { id: a, name: A, definition: A., terms: [near: [tijd, geld], '/x+y/'] }\n  - { id: b, name: B, definition: B., terms: [{ near: [geld, tijden], within: ${within} }, '/x+y/'] }\n`;
    const found = (within: number) => lintBook(yaml(within)).map(({ reason }) => reason);
    expect(found(5)).toEqual([
      'Unexpected term `near: [geld, tijden] within: 5`, which the code `a` has on line 4 as `near: [tijd, geld] within: 5`',
      'Unexpected term `/x+y/`, which the code `a` has on line 4',
    ]);
    expect(found(4)).toHaveLength(1);
  });
});

test('a term is told to add nothing only where it adds nothing', () => {
  const word = fc.constantFrom('aaaa', 'bbbb', 'aaaa bbbb');
  const items = fc.array(word, { minLength: 2, maxLength: 2 }).map((each) => each.join(', '));
  const near = fc
    .tuple(items, fc.nat(3), fc.boolean())
    .map(([each, within, ordered]) => `{ near: [${each}], within: ${within}, ordered: ${ordered} }`);
  const term = fc.oneof(
    word,
    items.map((each) => `{ all: [${each}] }`),
    { arbitrary: near, weight: 3 },
  );
  const spoken = fc.array(fc.constantFrom('aaaa', 'bbbb', 'xxxx', 'yyyy'), { minLength: 1, maxLength: 9 });
  const codedIn = (code: string, text: string) =>
    codeText(readBook(bookOf(list(code))).codebook, text).codings.map(({ start }) => start);
  fc.assert(
    fc.property(term, term, fc.array(spoken, { minLength: 20, maxLength: 20 }), (one, other, texts) => {
      const text = texts.map((words) => words.join(' ')).join('\n\n');
      for (const found of lint(list(one, other)).filter((each) => each.endsWith('shadowed-term'))) {
        const [covered, covering] = found.startsWith('8') ? [one, other] : [other, one];
        expect(codedIn(covering, text)).toEqual(expect.arrayContaining(codedIn(covered, text)));
      }
    }),
    { numRuns: 250, seed: 20260101 },
  );
});
