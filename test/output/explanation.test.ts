/** Explanations: the sentences that say why a segment is coded, what was removed, and what came close. */
import { describe, expect, test } from 'vitest';
import { Explainer, listExplainable } from '../../src/coding/explain.ts';
import type { Explanation } from '../../src/coding/explanation.ts';
import type { Codebook } from '../../src/model.ts';
import {
  describeHit,
  describeMiss,
  describePlace,
  describeRemoved,
  markText,
  writeExplanations,
} from '../../src/output/explanation.ts';
import { codebookOf, codeText, evidenceOf, parseCodebook, readText } from '../builders.ts';

const CODING = { unit: 'paragraph', includeInterviewer: false } as const;

function explainAll(book: Codebook, text: string, asked = ['c'], language = 'nl'): Explanation[] {
  const { transcript } = readText(text, { language });
  const explainer = new Explainer(book, transcript, { ...CODING, asked: new Set(asked) });
  return listExplainable(transcript, CODING).map((segment) => explainer.explain(segment));
}

/** All sentences about the code `c` on a text of one paragraph. */
function sentencesOf(book: Codebook, text: string, language = 'nl'): string[] {
  const [code] = explainAll(book, text, ['c'], language).flatMap(({ codes }) => codes);
  return [
    ...(code?.counted ?? []).map((hit) => `counted: ${describeHit(hit)}`),
    ...(code?.removed ?? []).map((hit) => `removed: ${describeRemoved(hit)}`),
    ...(code?.misses ?? []).map((miss) => `close: ${describeMiss(miss)}`),
  ];
}

const bookWith = (terms: string, languages = 'nl') =>
  parseCodebook(`name: x\nlanguages: [${languages}]\ncodes:\n  - id: c\n    name: C\n    terms:\n${terms}\n`);

describe('why', () => {
  test.each<[string, string[], string, string[]]>([
    [
      'a word by its stem, with a negation',
      ['begeleiding'],
      'Wij begeleiden haar niet.',
      [
        'counted: `begeleiding` (word, line 7) meets `begeleiden` at 4–14, stem `begeleid`; the negation `niet` stands close by',
      ],
    ],
    [
      'a phrase',
      ['hoge eisen'],
      'Een hoge eh eis.',
      ['counted: `hoge eisen` (phrase, line 7) meets `hoge eh eis` at 4–15, stems `hoog`, `eis`'],
    ],
    ['a pattern', ['/\\d+ euro/'], 'Voor 50 euro.', ['counted: `/\\d+ euro/` (regex, line 7) meets `50 euro` at 5–12']],
    [
      'several items',
      ['near: [tijd, =geld], within: 1'],
      'tijd en geld',
      ['counted: `near: [tijd, =geld] within: 1` (line 7) meets `tijd` at 0–4 and `geld` at 8–12'],
    ],
    [
      'a longer hit hides another',
      ['tijd', 'geen tijd'],
      'Ik heb geen tijd.',
      [
        'counted: `geen tijd` (phrase, line 8) meets `geen tijd` at 7–16, stem `tijd`',
        'removed: `tijd` (word, line 7) meets `tijd` at 12–16: hidden by the longer `geen tijd` (phrase, line 8)',
      ],
    ],
    [
      'a mark is not speech',
      ['lachen'],
      'Een appel [lachen] en een peer.',
      ['removed: `lachen` (word, line 7) meets `lachen` at 11–17: a label, heading, time stamp or mark is not speech'],
    ],
  ])('%s', (_, terms, text, expected) => {
    expect(sentencesOf(codebookOf(terms), text)).toEqual(expected);
  });

  test('an exception', () => {
    const book = bookWith('      - { term: tijd, except: [maaltijd, op tijd] }\n      - peer');
    expect(sentencesOf(book, 'Hij kwam op tijd.')).toEqual([
      'removed: `tijd` (word, line 7) meets `tijd` at 12–16: void by its exception `op tijd` (phrase, line 7)',
    ]);
  });

  test('an exception makes an item void', () => {
    const book = bookWith('      - { all: [tijd, geld], except: [op tijd] }');
    expect(sentencesOf(book, 'Hij kwam op tijd met geld.')).toEqual([
      'removed: `all: [tijd, geld]` (line 7) meets `tijd` at 12–16: void by its exception `op tijd` (phrase, line 7)',
    ]);
  });

  test('the interviewer, and a term in a label', () => {
    const [asked, answered] = explainAll(
      codebookOf(['appel', 'respondent']),
      'I: Een appel?\n\nRespondent: Ja.\n\nI: Zo.',
    );
    expect(asked && describePlace(asked)).toBe('interview · paragraph 1 · I · interviewer · not coded');
    expect(asked?.codes[0]?.removed.map((hit) => describeRemoved(hit))).toEqual([
      '`appel` (word, line 7) meets `appel` at 7–12: what the interviewer says is not coded',
    ]);
    expect(answered?.codes[0]?.removed.map((hit) => describeRemoved(hit))).toEqual([
      '`respondent` (word, line 8) meets `Respondent` at 0–10: a label, heading, time stamp or mark is not speech',
    ]);
  });
});

describe('why not', () => {
  test.each<[string, string, string[]]>([
    ['=Wmo', 'de wmo', ['`=Wmo` (exact, line 7): `wmo` differs from `Wmo` by case']],
    ['=één', 'een keer', ['`=één` (exact, line 7): `een` differs from `één` by diacritics']],
    [
      '=begeleiding',
      'zij begeleiden hem',
      [
        '`=begeleiding` (exact, line 7): `begeleiden` has the same stem as `begeleiding`, but an exact term wants the very form',
      ],
    ],
    [
      '=Mee eens',
      'mee eens',
      ['`=Mee eens` (exact, line 7): `mee eens` differs from `Mee eens` by case or diacritics'],
    ],
    [
      'begeleiding',
      'de begeleidster',
      [
        '`begeleiding` (word, line 7): `begeleidster` has the stem `begeleidster`, `begeleiding` has the stem `begeleid`',
      ],
    ],
    [
      'vrijwillig*',
      'dat is onvrijwillig',
      ['`vrijwillig*` (wildcard, line 7): `onvrijwillig` holds `vrijwillig`, but does not fit `vrijwillig*`'],
    ],
    [
      'hoge eisen',
      'een hoge strenge eis',
      ['`hoge eisen` (phrase, line 7): `hoge strenge eis` has 1 word between `hoge` and `eisen`'],
    ],
    [
      'hoge eisen',
      'hoge, heel strenge eisen',
      [
        '`hoge eisen` (phrase, line 7): `hoge, heel strenge eisen` has 2 words and punctuation between `hoge` and `eisen`',
      ],
    ],
    [
      'hoge eisen',
      'Het is hoog. Eisen zijn er.',
      ['`hoge eisen` (phrase, line 7): `hoog. Eisen` has punctuation between `hoge` and `eisen`'],
    ],
    [
      'vinger aan de pols',
      'een vinger op de pols',
      ['`vinger aan de pols` (phrase, line 7): `vinger op de pols` has `op` in place of `aan`'],
    ],
    ['hoge eisen', 'een hoge boom', ['`hoge eisen` (phrase, line 7): `hoge` stands there without `eisen`']],
    ['geen tijd', 'geen idee', []],
    ['?*je koffie', 'een kantoortje', []],
    [
      'near: [vrijwilliger, tijd], within: 2',
      'een vrijwilliger heeft wel heel weinig tijd',
      ['`near: [vrijwilliger, tijd] within: 2` (line 7): 4 words stand between `vrijwilliger` and `tijd`, more than 2'],
    ],
    [
      'near: [nee, zeggen], within: 1, ordered: true',
      'zeggen we nee',
      ['`near: [nee, zeggen] within: 1 ordered` (line 7): the items stand there in another order: `zeggen`, `nee`'],
    ],
    [
      'near: [grens, grens], within: 3',
      'een grens',
      ['`near: [grens, grens] within: 3` (line 7): one word would have to fill two items'],
    ],
    [
      'all: [vertrouwen, opbouwen, samen]',
      'vertrouwen samen',
      ['`all: [vertrouwen, opbouwen, samen]` (line 7): `vertrouwen` and `samen` stand there without `opbouwen`'],
    ],
    ['/niet meer/', 'nietmeer', []],
  ])('%s: %s', (term, text, expected) => {
    expect(sentencesOf(codebookOf([term]), text)).toEqual(expected.map((each) => `close: ${each}`));
  });

  test('a term in another language', () => {
    const book = bookWith('      en: [boundary]\n      nl: [grens]', 'nl, en');
    expect(sentencesOf(book, 'onze boundaries')).toEqual([
      'close: `boundary` (word, line 7): `boundaries` meets it, but it is a term for `en` and the text is taken for `nl`',
    ]);
  });

  test('the closest five, closest first', () => {
    const terms = ['hoge eisen', 'begeleiding', '=Wmo', 'hoge boom', 'hoge berg', 'hoge kast', 'hoge stoel'];
    const found = sentencesOf(codebookOf(terms), 'de begeleidster van de wmo heeft hoge');
    expect(found.map((sentence) => /`([^`]*)`/.exec(sentence)?.[1])).toEqual([
      '=Wmo',
      'begeleiding',
      'hoge eisen',
      'hoge boom',
      'hoge berg',
    ]);
  });

  test('a code without terms names its subcodes', () => {
    const book = parseCodebook(
      'name: x\nlanguages: [nl]\ncodes:\n  - id: c\n    name: C\n    codes: [{ id: d, name: D, terms: [appel] }]\n',
    );
    expect(explainAll(book, 'Een appel.')[0]?.codes[0]?.note).toBe(
      'the code has no terms of its own; its subcodes are `d`',
    );
  });
});

test('what is counted is what the coder finds', () => {
  const book = codebookOf(['tijd', 'geen tijd', 'hoge eisen', 'near: [tijd, eis], within: 3', 'all: [appel, tijd]']);
  const text = 'I: Tijd?\n\nR: Geen tijd, hoge [lacht] eisen.\n\nEen appel op tijd.\n\nI: Hoge eisen?\n\nR: Peer.\n';
  const explained = explainAll(book, text).flatMap(({ codes }) =>
    codes.flatMap(({ counted }) => counted.flatMap(({ matched }) => matched.map((words) => words.text))),
  );
  expect(explained).toEqual(evidenceOf(codeText(book, text)));
});

test('evidence and masks are marked, one inside the other', () => {
  const [explanation] = explainAll(codebookOf(['hoge eisen']), 'R: Heel hoge [lacht] eisen.\n\nI: Ja?\n\nR: Nee.');
  expect(explanation && markText(explanation)).toBe('‹R:› Heel «hoge ‹[lacht]› eisen».');
});

test('for the eye, at a narrow width', () => {
  const explanations = explainAll(codebookOf(['hoge eisen']), 'Een hoge eis.\n\nEen hoge strenge eis.');
  expect(writeExplanations({ explanations, total: 5 }, { width: 50, colorLevel: 0 })).toMatchInlineSnapshot(`
    "interview · paragraph 1 · respondent
      Een «hoge eis».
      ● c · C
        counted: \`hoge eisen\` (phrase, line 7) meets
          \`hoge eis\` at 4–12, stems \`hoog\`, \`eis\`

    interview · paragraph 2 · respondent
      Een hoge strenge eis.
      ○ c · C
        close: \`hoge eisen\` (phrase, line 7): \`hoge
          strenge eis\` has 1 word between \`hoge\` and
          \`eisen\`

    The first 2 of 5 segments; all with -f json or -o
    FILE.
    «…» evidence ‹…› not said or not speech ● coded ○
    not coded
    at 3–7: from which to which character of its
    paragraph
    "
  `);
});

test('a transcript cannot steer the terminal', () => {
  const explanations = explainAll(codebookOf(['appel']), 'Een \u001B[31mappel\u0007.');
  const written = writeExplanations({ explanations, total: 1 }, { width: 80, colorLevel: 0 });
  for (const control of ['\u0007', '\u001B']) expect(written).not.toContain(control);
});
