/** Terms of several items and patterns: compared with a plain search over all ways, and as codebooks write them. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readCodebook } from '../../src/codebook/read-codebook.ts';
import { termKinds } from '../../src/coding/terms/index.ts';
import { codebookOf, codeText, evidenceOf, parseCodebook } from '../builders.ts';
import { cases } from '../fuzz.ts';

const settings = cases(750);
const word = fc.constantFrom('aa', 'bb', 'cc', 'dd', 'aa bb');
const text = fc.array(fc.constantFrom('aa', 'bb', 'cc', 'dd', 'xx', 'yy'), { minLength: 1, maxLength: 12 });

/** Ranges of words that an item of plain words matches. */
function placesOf(item: string, words: readonly string[]): [number, number][] {
  const parts = item.split(' ');
  return words.flatMap((_, at) =>
    parts.every((part, index) => words[at + index] === part) ? [[at, at + parts.length] as [number, number]] : [],
  );
}

/** Whether one place of each item fits, tried in every combination. */
function fitsSomehow(
  items: readonly string[],
  words: readonly string[],
  fits: (ranges: [number, number][]) => boolean,
): boolean {
  const choose = (index: number, chosen: [number, number][]): boolean => {
    if (index === items.length) return fits(chosen);
    return placesOf(items[index] ?? '', words).some((place) => choose(index + 1, [...chosen, place]));
  };
  return choose(0, []);
}

function isNear(ranges: [number, number][], within: number, ordered: boolean): boolean {
  const sorted = ranges.toSorted((a, b) => a[0] - b[0] || a[1] - b[1]);
  if (ordered && sorted.some((range, index) => range !== ranges[index])) return false;
  return sorted.every((range, index) => {
    const before = sorted[index - 1];
    return !before || (range[0] >= before[1] && range[0] - before[1] <= within);
  });
}

const isApart = (ranges: [number, number][]): boolean => isNear(ranges, Number.POSITIVE_INFINITY, false);

const isCoded = (term: string, words: readonly string[]): boolean =>
  codeText(codebookOf([term]), words.join(' ')).codings.length > 0;

describe('the same as trying every way', () => {
  test('near', () => {
    fc.assert(
      fc.property(
        fc.array(word, { minLength: 2, maxLength: 4 }),
        text,
        fc.nat(4),
        fc.boolean(),
        (items, words, within, ordered) => {
          const term = `near: [${items.join(', ')}], within: ${within}${ordered ? ', ordered: true' : ''}`;
          expect(isCoded(term, words)).toBe(fitsSomehow(items, words, (ranges) => isNear(ranges, within, ordered)));
        },
      ),
      settings,
    );
  });

  test('all', () => {
    fc.assert(
      fc.property(fc.array(word, { minLength: 2, maxLength: 4 }), text, (items, words) => {
        expect(isCoded(`all: [${items.join(', ')}]`, words)).toBe(fitsSomehow(items, words, isApart));
      }),
      settings,
    );
  });
});

type Item = [word: string, isPattern: boolean];
interface WrittenTerm {
  items: Item[];
  except: Item[];
  within: number;
}

/** Patterns are searched only where their term can still be found, words everywhere. */
test('patterns among items and exceptions find what the same words find', () => {
  const item = fc.tuple(fc.constantFrom('aa', 'bb', 'cc', 'dd', 'ee'), fc.boolean());
  const term = fc.record({
    items: fc.array(item, { minLength: 2, maxLength: 4 }),
    except: fc.array(item, { maxLength: 2 }),
    within: fc.nat(5),
  });
  const find = (terms: WrittenTerm[], words: string[], write: (item: Item) => string) => {
    const list = (items: Item[]) => `[${items.map(write).join(', ')}]`;
    const written = terms.map(({ items, except, within }) =>
      within > 4
        ? `all: ${list(items)}, except: ${list(except)}`
        : `near: ${list(items)}, within: ${within}, except: ${list(except)}`,
    );
    const { codings } = codeText(codebookOf(written), words.join(' '));
    return codings.flatMap(({ evidence }) => evidence.map(({ spans }) => JSON.stringify(spans))).sort();
  };
  fc.assert(
    fc.property(fc.array(term, { minLength: 1, maxLength: 4 }), text, (terms, words) => {
      const patterns = find(terms, words, ([each, isPattern]) => (isPattern ? `'/${each}|zz/'` : `=${each}`));
      expect(patterns).toEqual(find(terms, words, ([each]) => `=${each}`));
    }),
    settings,
  );
});

describe('evidence', () => {
  const codesOf = (terms: string, said: string) =>
    codeText(parseCodebook(`name: x\nlanguages: [nl]\ncodes:\n  - id: c\n    name: C\n    terms:\n${terms}\n`), said);

  test('holds a span for each item, in the order of the text', () => {
    const coded = codesOf(
      '      - { near: [tijd, "vrijwillig*"], within: 3 }',
      'De vrijwilliger heeft [lacht] geen tijd.',
    );
    expect(evidenceOf(coded)).toEqual(['vrijwilliger', 'tijd']);
    expect(coded.codings[0]?.evidence).toEqual([
      expect.objectContaining({ term: 'near: [tijd, vrijwillig*] within: 3', negation: 'geen' }),
    ]);
  });

  test('neither hides another term nor is hidden', () => {
    const coded = codesOf('      - geen tijd\n      - { all: [geen, tijd] }', 'Er is geen tijd.');
    expect(coded.codings[0]?.evidence.map(({ term }) => term)).toEqual(['all: [geen, tijd]', 'geen tijd']);
  });

  test('an item inside an exception is void, and another place of it is taken', () => {
    const terms = '      - { near: [rol, vrijwilliger], within: 2, except: [de rol] }';
    expect(codesOf(terms, 'de rol van vrijwilliger').codings).toHaveLength(0);
    expect(codesOf(terms, 'de rol van vrijwilliger zonder rol').codings).toHaveLength(1);
  });

  test('a pattern sees through marks, counts once, and has its weight', () => {
    const coded = codesOf(
      "      - { term: '/geen (enkele )?tijd/', weight: 30 }",
      'Geen [zucht] tijd, geen enkele  tijd.',
    );
    expect(coded.codings).toHaveLength(1);
    expect([evidenceOf(coded), coded.codings[0]?.weight]).toEqual([['Geen [zucht] tijd', 'geen enkele  tijd'], 30]);
  });

  test('a pattern that stands in several terms is found for each of them', () => {
    const terms =
      "      - { near: ['/maatjes?/', tijd], within: 2 }\n      - { all: ['/maatjes?/', koffie] }\n      - { term: tijd, except: ['/maatjes?/'] }";
    const coded = codesOf(terms, 'Een maatje heeft tijd voor koffie.');
    expect(coded.codings[0]?.evidence.map(({ term }) => term)).toEqual(
      expect.arrayContaining(['near: [/maatjes?/, tijd] within: 2', 'all: [/maatjes?/, koffie]', 'tijd']),
    );
    expect(
      evidenceOf(
        codesOf("      - { term: '*tijd', except: ['/maatjestijd/'] }\n      - '/maatjestijd/'", 'maatjestijd'),
      ),
    ).toEqual(['maatjestijd']);
  });

  test('takes no time without end on hostile passages', () => {
    const said = `${'aa '.repeat(20_000)}bb`;
    expect(isCoded('near: [aa, aa, aa, bb, cc], within: 5', said.split(' '))).toBe(false);
    expect(isCoded('all: [aa, aa, aa, bb, cc]', said.split(' '))).toBe(false);
    expect(isCoded('/(a+)+b c/', said.split(' '))).toBe(false);
  });
});

describe('mistakes are told with their place', () => {
  test.each([
    ['one item', '{ near: [aa] }', 'Unexpected list, expected at least two terms', 6, 17],
    ['an item that is none', "{ near: [aa, '!'] }", 'Unexpected `!`, expected at least one letter or digit', 6, 22],
    ['too far', '{ near: [aa, bb], within: 101 }', 'Unexpected `101`, expected a whole number from 0 to 100', 6, 35],
    ['within without near', '{ all: [aa, bb], within: 3 }', 'Unexpected key `within`', 6, 26],
    ['an edge sign', "'/\\baa/'", 'Unexpected `\\b` in `/\\baa/`, expected no sign for the edge of a word', 6, 9],
    [
      'look-ahead',
      "'/aa(?=b)/'",
      'Unexpected `(?=` in `/aa(?=b)/`, expected a pattern without look-around, back-references and names',
      6,
      9,
    ],
    ['an open group', "'/(aa/'", 'Unexpected pattern `/(aa/`: missing closing )', 6, 9],
    ['a pattern for nothing', "'/a*/'", 'Unexpected `/a*/`, expected a pattern that needs at least one letter', 6, 9],
    ['an open pattern', "'/aa'", 'Unexpected pattern `/aa`, expected a `/` at both ends', 6, 9],
  ])('%s', (_name, term, reason, line, column) => {
    const source = `name: x\nlanguages: [nl]\ncodes:\n  - id: c\n    name: C\n    terms: [${term}]\n`
      .replace('terms: [', 'terms:\n      - ')
      .replace(/\]\n$/, '\n')
      .replace('    terms:\n', '    terms:\n');
    const { messages } = readCodebook(source, { path: 'a.yaml', notations: termKinds });
    expect(
      messages.map((message) => [
        message.reason.startsWith(reason) ? reason : message.reason,
        message.line,
        message.column,
      ]),
    ).toEqual([[reason, line + 1, column]]);
  });
});
