/** Where codings of others go in a transcript: by position, by quote, by paragraph, or nowhere, which is told. */
import { describe, expect, test } from 'vitest';
import { emptySet } from '../../src/exchange/coding-format.ts';
import { readCodingSet } from '../../src/exchange/index.ts';
import { CodingPlacer, placeCodings } from '../../src/exchange/place-codings.ts';
import { writeCodings } from '../../src/exchange/write-codings.ts';
import type { CodingSet, StatedCoding } from '../../src/model.ts';
import { parseCodebook, readText } from '../builders.ts';

const codebook = parseCodebook(`name: test
languages: [en]
codes:
  - id: ties
    name: Ties
    terms: [neighbour]
    codes:
      - id: lost
        name: Loss of ties
        terms: [missed]
  - id: work
    name: Work
    terms: [work]
`);

const TEXT = 'I: How was the move? 🙂\nR: Hard. I missed my neighbours, mañana too.\nI: And work?\nR: Hard. Fine.\n';
const transcript = readText(TEXT, { path: 'P01.txt' }).transcript;

/** A set with codings of P01, whose text there is `text`. */
function setOf(codings: Partial<StatedCoding>[], text?: string): CodingSet {
  const document = { name: 'P01', variables: {}, ...(text === undefined ? {} : { text }) };
  const made = codings.map((coding) => ({ document: 'P01', code: ['lost'], coder: 'Anna', ...coding }));
  return { ...emptySet('a.qdpx'), documents: [document], codings: made, coders: ['Anna'] };
}

function place(set: CodingSet) {
  const { codings, messages } = placeCodings(set, transcript, codebook);
  const shown = codings.map(({ start, end, code, coder }) => [transcript.text.slice(start, end), code, coder]);
  return { shown, codings, rules: messages.map(({ ruleId }) => ruleId) };
}

const QUOTE = 'I missed my neighbours';

describe('a coding with a position', () => {
  test.each<[string, string]>([
    ['the same text', transcript.text],
    ['CRLF', transcript.text.replaceAll('\n', '\r\n')],
    ['a byte-order mark and more blanks', `\uFEFF${transcript.text.replaceAll(' ', '  ')}`],
    ['decomposed letters and soft hyphens', transcript.text.normalize('NFD').replaceAll('our', 'o\u00ADur')],
  ])('is where it was in %s', (_, text) => {
    const there = text.indexOf('I ') < 0 ? 0 : text.search(/I\s+missed/);
    const end = text.indexOf(',', there);
    const { shown, rules } = place(setOf([{ span: { start: there, end } }], text));
    expect(shown).toEqual([[QUOTE, 'lost', 'Anna']]);
    expect(rules).toEqual([]);
  });

  const MORE = 'This interview was held in a kitchen, with the radio on.\n';
  test.each<[string, (text: string) => string]>([
    ['at the beginning', (text) => `${MORE}${text}`],
    ['at the end', (text) => `${text}\n${MORE}`],
    ['in the middle', (text) => text.replace('\n', `\n${MORE}`)],
  ])('is where it was in a text with something more %s', (_, change) => {
    const text = change(transcript.text);
    const start = text.indexOf(QUOTE);
    const { shown, rules } = place(setOf([{ span: { start, end: start + QUOTE.length } }], text));
    expect(shown).toEqual([[QUOTE, 'lost', 'Anna']]);
    expect(rules).toEqual([]);
  });

  test('is left out and told where its text is not there', () => {
    const { shown, rules } = place(setOf([{ span: { start: 0, end: 7 } }], 'Another interview.'));
    expect(shown).toEqual([]);
    expect(rules).toEqual(['coding-not-placed']);
  });
});

describe('a coding with a quote alone', () => {
  test.each([
    ['word for word', QUOTE],
    ['over a line end', 'I missed\n  my neighbours'],
    ['with a hyphen of a line end', 'I missed my neigh-\nbours'],
  ])('is found %s', (_, quote) => {
    expect(place(setOf([{ quote }])).shown).toEqual([[QUOTE, 'lost', 'Anna']]);
  });

  test('goes to the paragraph that is stated', () => {
    const { codings, rules } = place(setOf([{ quote: 'Hard.', paragraph: 4 }]));
    expect(transcript.text.slice(0, codings[0]?.start).split('\n')).toHaveLength(4);
    expect(rules).toEqual([]);
  });

  test('that stands twice and is coded twice is at both places, and told', () => {
    const { codings, rules } = place(setOf([{ quote: 'Hard.' }, { quote: 'Hard.' }]));
    expect(new Set(codings.map(({ start }) => start)).size).toBe(2);
    expect(rules).toContain('ambiguous-place');
  });

  test('is not taken without the marks on its letters', () => {
    const { shown } = place(setOf([{ quote: 'man' }, { quote: 'mañana too' }, { quote: 'manana too' }]));
    expect(shown).toEqual([['mañana too', 'lost', 'Anna']]);
  });
});

test.each<[string, string[], string | undefined]>([
  ['an id', ['work'], 'work'],
  ['a path', ['ties', 'loss of ties'], 'lost'],
  ['a name', ['Loss of  Ties'], 'lost'],
  ['a path of another tree', ['Elsewhere', 'Work'], 'work'],
  ['something else', ['Holidays'], undefined],
])('a code is found by %s', (_, code, id) => {
  const { codings } = place(setOf([{ code, quote: QUOTE }]));
  expect(codings.map((coding) => coding.code)).toEqual(id === undefined ? [] : [id]);
});

test('codes with one name below one code are told apart by their ids, or not taken', () => {
  const twins = parseCodebook(
    'name: b\nlanguages: [en]\ncodes: [{ id: a, name: A, codes: [{ id: b, name: B }, { id: c, name: B }] }]\n',
  );
  const set = setOf([
    { code: ['A', 'B'], quote: QUOTE },
    { code: ['A', 'B'], codeId: 'c', quote: QUOTE },
  ]);
  expect(placeCodings(set, transcript, twins).codings.map(({ code }) => code)).toEqual(['c']);
});

test('two coders stay two, and a repetition is one', () => {
  const { shown, rules } = place(setOf([{ quote: QUOTE, coder: 'Ben' }, { quote: QUOTE }, { quote: QUOTE }]));
  expect(shown.map(([, , coder]) => coder)).toEqual(['Anna', 'Ben']);
  expect(rules).toContain('repeated-coding');
});

test('codings of other documents and unknown codes are told with their numbers', () => {
  const set = setOf([{ quote: QUOTE, code: ['Holidays'] }]);
  set.documents.push({ name: 'P02', variables: {} });
  set.codings.push({ document: 'P02', code: ['work'], coder: 'Anna', quote: 'x' });
  const placer = new CodingPlacer(set, codebook);
  expect(placer.place(transcript).codings).toEqual([]);
  expect(placer.finish().map(({ reason }) => reason)).toEqual([
    'Left out 1 coding of documents without a transcript here: `P02` (1)',
    'Left out 1 coding with codes that the codebook does not have: `Holidays` (1)',
  ]);
});

describe('a file of codings', () => {
  const read = (text: string) => readCodingSet({ path: 'codings.jsonl', bytes: new TextEncoder().encode(text) });

  test('is read as it was written', async () => {
    const start = transcript.text.indexOf(QUOTE);
    const coding = {
      start,
      end: start + QUOTE.length,
      code: 'lost',
      coder: 'Anna',
      document: 'P01',
      turn: 1,
      weight: 30,
    };
    const evidence = [{ term: 'missed', spans: [{ start: start + 2, end: start + 8 }], negation: 'not' }];
    const codings = [{ ...coding, evidence, memo: 'sad' }];
    const text = writeCodings(transcript, codings);
    expect(text).toBe(
      '{"document":"P01","code":"lost","coder":"Anna","start":32,"end":54,"paragraph":2,"quote":"I missed my neighbours","weight":30,"memo":"sad","evidence":[{"term":"missed","spans":[[34,40]],"negation":"not"}]}\n',
    );
    expect(placeCodings(await read(text), transcript, codebook)).toEqual({ codings, messages: [] });
  });

  test('whose text has moved is placed by its quotes', async () => {
    const line = JSON.stringify({ document: 'P01', code: 'lost', coder: 'Anna', start: 2, end: 24, quote: QUOTE });
    const { codings, messages } = placeCodings(await read(line), transcript, codebook);
    expect(transcript.text.slice(codings[0]?.start, codings[0]?.end)).toBe(QUOTE);
    expect(messages.map(({ ruleId }) => ruleId)).toEqual(['coding-moved']);
  });

  test('has its bad lines left out', async () => {
    const good = JSON.stringify({ document: 'P01', code: 'lost', quote: QUOTE });
    const set = await read(
      `${good}\nnot json\n[]\n{"document":"P01"}\n{"document":"P01","code":"lost","start":9,"end":3}\n`,
    );
    expect(set.codings).toHaveLength(1);
    expect(set.leftOut.map(({ name }) => name)).toEqual(['line 2', 'line 3', 'line 4', 'line 5']);
    expect(set.messages.map(({ line }) => line)).toEqual([2, 3, 4, 5]);
  });
});
