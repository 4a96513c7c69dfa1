/** How terms become codings: the longest wins, exceptions, weights, negation, masks and hyphens. */
import { describe, expect, test } from 'vitest';
import { codebookOf, codeText, evidenceOf, parseCodebook } from '../builders.ts';

const evidence = (terms: string[], text: string) => evidenceOf(codeText(codebookOf(terms), text));

test.each<[string, string[], string, string[]]>([
  ['the longest hit wins', ['eisen', 'hoge eisen', 'hoge'], 'Heel hoge eisen en hoge ramen.', ['hoge eisen', 'hoge']],
  ['hits of one term in a row all count', ['rol'], 'Rol, rollen en nog een rol.', ['Rol', 'rollen', 'rol']],
  ['a lone * is one word', ['drie * uur'], 'drie volle uur, drie uur, drie of vier uur', ['drie volle uur']],
  [
    'a phrase runs over marks and hesitations',
    ['hoge eisen'],
    'hoge [zucht] eh uhm eisen',
    ['hoge [zucht] eh uhm eisen'],
  ],
  ['a comma beside a mark still breaks', ['hoge eisen'], 'hoge, [zucht] eisen', []],
  ['a phrase does not run over a line', ['hoge eisen'], 'hoge\n\neisen', []],
  ['parts of a hyphenated word', ['zorg'], 'de mantelzorg-zorg', ['zorg']],
  ['a hyphen in the text is nothing, too', ['email'], 'een e-mail', ['e-mail']],
  [
    'a wildcard over a hyphenated word',
    ['vrijwilligersc*'],
    'de vrijwilligers-coördinator',
    ['vrijwilligers-coördinator'],
  ],
  ['typographic apostrophes', ["collega's"], 'de collega\u2019s', ['collega\u2019s']],
  ['soft hyphens', ['begeleiding'], 'bege\u00ADlei\u00ADding', ['begeleiding']],
  ['decomposed letters', ['=één'], 'nog e\u0301e\u0301n', ['één']],
  ['emoji count as two units and shift nothing', ['rol'], '😀 rol 😀 rol', ['rol', 'rol']],
])('%s', (_name, terms, text, expected) => {
  expect(evidence(terms, text)).toEqual(expected);
});

describe('the long form', () => {
  const book = parseCodebook(`
name: x
languages: [nl]
codes:
  - id: a
    name: A
    terms:
      - term: rol
        except: [rolstoel, rol van betekenis, 'een rol']
        weight: 30
      - { term: taak, weight: 60 }
  - { id: b, name: B, terms: [rol] }
`);

  test('a hit inside or overlapping an exception is void, for its own term only', () => {
    const { codings } = codeText(book, 'Dat speelt geen rol van betekenis.');
    expect(codings.map((coding) => coding.code)).toEqual(['b']);
    expect(codeText(book, 'Een rol, zijn rol.').codings[0]?.evidence).toHaveLength(1);
  });

  test('the weight is the largest of what matched', () => {
    expect(codeText(book, 'Een taak en zijn rol.').codings.map((coding) => [coding.code, coding.weight])).toEqual([
      ['a', 60],
      ['b', 0],
    ]);
  });
});

test.each([
  ['Ik heb geen tijd.', 'geen'],
  ['Er is tijd niet.', 'niet'],
  ['Niet echt veel tijd.', 'Niet'],
  ['Niet nu of dan weer tijd.', undefined],
  ['Nee, niet. Tijd is er.', undefined],
  ['Niet, maar tijd.', undefined],
  ['Niet alleen tijd.', undefined],
  ['Niet eh uhm eh echt veel tijd.', 'Niet'],
  ['Tijd dat is er niet.', undefined],
])('negation near "tijd" in "%s": %s', (text, negation) => {
  expect(codeText(codebookOf(['tijd']), text).codings[0]?.evidence[0]?.negation).toBe(negation);
});

test('a negation inside the hit is no negation of it', () => {
  expect(codeText(codebookOf(['geen tijd']), 'Er is geen tijd.').codings[0]?.evidence[0]).toEqual({
    term: 'geen tijd',
    spans: [{ start: 6, end: 15 }],
  });
});

test('labels, stamps and marks are invisible to terms', () => {
  const document = codeText(codebookOf(['jan', 'lacht', 'pauze']), 'I: Ja?\nJan: [lacht] Nee.\nJan: Zo (pauze) dus.', {
    interviewers: ['I'],
  });
  expect([document.codings, document.words]).toEqual([[], 3]);
});

test('the language of the document decides which terms apply', () => {
  const book = parseCodebook(
    'name: x\nlanguages: [nl, en]\ncodes:\n  - id: a\n    name: A\n    terms: { nl: [room], en: [cream], any: [=Wmo] }\n',
  );
  const found = (language: string) => evidenceOf(codeText(book, 'room cream Wmo', { language }));
  expect([found('nl'), found('en')]).toEqual([
    ['room', 'Wmo'],
    ['cream', 'Wmo'],
  ]);
});

describe('hostile passages are coded in linear time', () => {
  test.each([
    ['a chain of hyphens', ['rol'], 'a-'.repeat(60_000)],
    ['one term over and over', ['rol'], 'rol '.repeat(60_000)],
    ['a term and its exception over and over', ['rol'], 'rol van '.repeat(60_000)],
    ['wildcards over hesitations', ['lukt * * * * niet'], `lukt ${'eh '.repeat(3000)}`],
    ['a row of dots', ['rol'], `${'.'.repeat(200_000)}a`],
  ])('%s', (_name, terms, text) => {
    const document = codeText(codebookOf(terms), `I: ja?\nR: ${text}`, { unit: 'sentence' });
    expect(document.segments.length).toBeGreaterThan(0);
  });
});
