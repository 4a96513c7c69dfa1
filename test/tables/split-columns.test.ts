/** Documents are split into columns by document, group, speaker or variable; nothing is lost and nothing counts twice. */
import { describe, expect, test } from 'vitest';
import type { CodedDocument, VariableValue } from '../../src/model.ts';
import { createColumnSplit } from '../../src/tables/split-columns.ts';
import { codebookOf, codeText } from '../builders.ts';

const CODEBOOK = codebookOf(['brood']);

interface Sketch {
  name: string;
  group?: string;
  variables?: Record<string, VariableValue>;
  text?: string;
}

function sketch({ name, group, variables = {}, text = 'I: En?\nR: Brood.\n' }: Sketch): CodedDocument {
  const coded = codeText(CODEBOOK, text, { path: `${name}.txt` });
  const transcript = { ...coded.transcript, variables, ...(group === undefined ? {} : { group }) };
  return { ...coded, transcript };
}

/** Titles of the columns with the documents and coded segments of each. */
function splitAll(by: string | undefined, documents: CodedDocument[]) {
  const split = createColumnSplit(by);
  const parts = documents.flatMap((document) => split.split(document));
  return split.columns([]).map(({ id, title }) => {
    const own = parts.filter(({ column }) => column === id);
    return [title, own.length, own.reduce((sum, { part }) => sum + part.codings.length, 0)];
  });
}

test('documents stay as they come', () => {
  const documents = [sketch({ name: 'b' }), sketch({ name: 'a' })];
  expect(splitAll(undefined, documents)).toEqual([
    ['b', 1, 1],
    ['a', 1, 1],
  ]);
});

test('groups are sorted, documents without one stand last', () => {
  const documents = [
    sketch({ name: 'a' }),
    sketch({ name: 'b', group: 'Groep 10' }),
    sketch({ name: 'c', group: 'Groep 9' }),
    sketch({ name: 'd', group: 'Groep 10' }),
  ];
  expect(splitAll('group', documents)).toEqual([
    ['Groep 9', 1, 1],
    ['Groep 10', 2, 2],
    ['(no group)', 1, 1],
  ]);
});

test('values of a variable: numbers by value, then words, then none; capitals of its name do not matter', () => {
  const values = [10, 'veel', -2, 9.5, '10', ''];
  const documents = values.map((value, at) =>
    sketch({ name: `d${at}`, variables: { [at % 2 ? 'Age' : 'age']: value } }),
  );
  expect(splitAll('AGE', [...documents, sketch({ name: 'x' })]).map(([title, count]) => [title, count])).toEqual([
    ['-2', 1],
    ['9.5', 1],
    ['10', 2],
    ['veel', 1],
    ['(no value)', 2],
  ]);
});

test('speakers: a document is split, segments, words and codings go with who said them', () => {
  const focus = sketch({
    name: 'focus',
    text: 'Moderator: Brood?\nAnna: Brood en nog wat.\nBen: Niets.\nAnna: Nog een brood.\nmoderator: Goed.\nBen: Ja.\n',
  });
  const split = createColumnSplit('speaker');
  const parts = split.split(focus).map(({ column, part }) => {
    const { segments, segmentWords, codings, words, speakers } = part;
    return [column, segments.length, segmentWords, codings.length, words, speakers.map(({ turns }) => turns)];
  });
  expect(parts).toEqual([
    ['anna', 2, [4, 3], 2, 7, [2]],
    ['ben', 2, [1, 1], 0, 2, [2]],
  ]);
  expect(split.columns([]).map(({ title }) => title)).toEqual(['Anna', 'Ben']);
  expect(split.describe()).toEqual([]);
});

test('a speaker in two documents is one column, and that is said', () => {
  const documents = [sketch({ name: 'a' }), sketch({ name: 'b' })];
  expect(splitAll('speaker', documents)).toEqual([['R', 2, 2]]);
  const split = createColumnSplit('speaker');
  for (const document of documents) split.split(document);
  expect(split.describe()).toEqual([expect.stringContaining('several documents')]);
});

test.each([
  [['urban', 'Urban', 'rural'], ['Urban and urban']],
  [['1', '01', '1.0', '2'], ['01 and 1 and 1.0']],
  [['urban', 'rural', 'urban'], []],
])('values %j, of which a condition takes some for the same', (values, named) => {
  const split = createColumnSplit('region');
  for (const [at, region] of values.entries()) split.split(sketch({ name: String(at), variables: { region } }));
  expect(split.describe()).toEqual(named.map((names) => expect.stringContaining(`: ${names}.`)));
});

describe('keys', () => {
  test.each([
    ['a column of the table', ['code', 'b'], ['document code', 'b']],
    [
      'a column of the table and another document',
      ['code', 'document code'],
      ['document document code', 'document code'],
    ],
  ])('of a document that is called like %s', (_what, names, keys) => {
    const split = createColumnSplit();
    for (const name of names) split.split(sketch({ name }));
    expect(split.columns(['code', 'sum']).map(({ key }) => key)).toEqual(keys);
  });

  test('a value that is written like the column of those without is another column', () => {
    const split = createColumnSplit('x');
    for (const value of ['(no value)', '']) split.split(sketch({ name: `d${value}`, variables: { x: value } }));
    expect(split.columns([]).map(({ key }) => key)).toEqual(['(no value)', 'x (no value)']);
  });
});

describe('a variable that no document has', () => {
  test.each([
    ['names the known ones', { age: 1, level: 2 }, 'known are document, group, speaker, coder, age, level'],
    [
      'names the nearest',
      { function: 'x' },
      'did you mean `function`? known are document, group, speaker, coder, function',
    ],
    ['says where variables stand', {}, expect.stringContaining('documents.csv')],
  ])('%s', (_what, variables, hint) => {
    const split = createColumnSplit('funktion');
    split.split(sketch({ name: 'a', variables }));
    expect(() => split.columns([])).toThrow(expect.objectContaining({ name: 'OptionError', hint }));
  });

  test('is no error in a study without documents', () => {
    expect(createColumnSplit('age').columns([])).toEqual([]);
  });
});
