/** Selections of a study that can be counted in the head. */
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { makeFolder, readFolder, runCli } from '../run-cli.ts';

const BOOK = `
name: tiny
languages: [nl]
codes:
  - id: fruit
    name: Fruit
    terms: [vrucht]
    codes:
      - { id: apple, name: Apple, terms: [{ term: appel, weight: 80 }] }
      - { id: pear, name: Pear, terms: [peer] }
  - { id: bread, name: Bread, terms: [brood] }
`;

/** a: Ann has 3 segments, Bob 1; b: Ann has 1, Cas 1; c: no variables, 1 segment. */
const STUDY = {
  'codebook.yaml': BOOK,
  'a.md':
    '---\nage: 40\nRegion: Noord\n---\nI: En?\n\nAnn: Een appel en brood.\n\nI: Ja?\n\nAnn: Een peer.\n\nI: Ja?\n\nAnn: Niets.\n\nI: Ja?\n\nBob: Geen brood.\n',
  'sub/b.md': '---\nage: 65\nregion: zuid\n---\nI: En?\n\nAnn: Een vrucht.\n\nI: Ja?\n\nCas: Brood.\n',
  'c.txt': 'I: Ja?\nDee: Een appel.\n',
};
const READING = ['--interviewer', 'I', '--respondent', 'Ann,Bob,Cas,Dee', '-l', 'nl'];

async function run(argv: string[], study: Record<string, string> = STUDY) {
  const folder = makeFolder(study);
  const [command = '', ...options] = argv;
  return { folder, ...(await runCli(folder, [command, '.', ...READING, ...options])) };
}

/** Documents with their segments, and all codings as `document:code`. */
async function select(...options: string[]) {
  const documents = JSON.parse((await run(['documents', '-f', 'json', '-q', ...options])).out);
  const segments = JSON.parse((await run(['segments', '-f', 'json', '-q', ...options])).out);
  return {
    segments: Object.fromEntries(documents.rows.map(({ cells }: Row) => [cells.document, cells.segments])),
    codings: segments.rows.map(({ cells }: Row) => `${cells.document}:${cells.code_id}`),
    notes: documents.notes as string[],
  };
}

interface Row {
  cells: Record<string, unknown>;
}

test('nothing asked for is everything', async () => {
  const { segments, codings, notes } = await select();
  expect(segments).toEqual({ a: 4, c: 1, b: 2 });
  expect(codings).toEqual(['a:apple', 'a:bread', 'a:pear', 'a:bread', 'c:apple', 'b:fruit', 'b:bread']);
  expect(notes.join()).not.toContain('Selection');
});

test.each([
  ['a variable', 'region=noord', { a: 4 }, ['a:apple', 'a:bread', 'a:pear', 'a:bread']],
  ['unequal: who has no value is not in', 'region!=noord', { b: 2 }, ['b:fruit', 'b:bread']],
  ['nor under NOT', 'NOT region=noord', { b: 2 }, ['b:fruit', 'b:bread']],
  ['no value', 'region=""', { c: 1 }, ['c:apple']],
  ['a number', 'age>=65', { b: 2 }, ['b:fruit', 'b:bread']],
  ['a document', 'document=c', { c: 1 }, ['c:apple']],
  ['a group', 'group=sub', { b: 2 }, ['b:fruit', 'b:bread']],
  [
    'a speaker: her segments are the base, and documents without her leave',
    'speaker=ann',
    { a: 3, b: 1 },
    ['a:apple', 'a:bread', 'a:pear', 'b:fruit'],
  ],
  ['a speaker in one document', 'speaker=Ann AND age<65', { a: 3 }, ['a:apple', 'a:bread', 'a:pear']],
  [
    'a speaker, or what a document has',
    'speaker=ann OR group=""',
    { a: 4, c: 1, b: 1 },
    ['a:apple', 'a:bread', 'a:pear', 'a:bread', 'c:apple', 'b:fruit'],
  ],
  [
    'a code: all codings of its segments, all segments are the base',
    'code:apple',
    { a: 4, c: 1, b: 2 },
    ['a:apple', 'a:bread', 'c:apple'],
  ],
  [
    'a code with its subcodes',
    'code:fruit',
    { a: 4, c: 1, b: 2 },
    ['a:apple', 'a:bread', 'a:pear', 'c:apple', 'b:fruit'],
  ],
  ['both codes', 'code:apple AND code:bread', { a: 4, c: 1, b: 2 }, ['a:apple', 'a:bread']],
  ['one without the other', 'code:fruit AND NOT code:bread', { a: 4, c: 1, b: 2 }, ['a:pear', 'c:apple', 'b:fruit']],
  ['a weight', 'weight>=50', { a: 4, c: 1, b: 2 }, ['a:apple', 'c:apple']],
  ['near a negation', 'negated', { a: 4, c: 1, b: 2 }, ['a:bread']],
  ['not near one', 'NOT negated AND group=""', { a: 4, c: 1 }, ['a:apple', 'a:bread', 'a:pear', 'c:apple']],
  ['either a code or a variable', 'code:pear OR age=65', { a: 4, c: 1, b: 2 }, ['a:pear', 'b:fruit', 'b:bread']],
  ['the coder', 'coder=auto AND document=c', { c: 1 }, ['c:apple']],
])('--where: %s', async (_name, where, segments, codings) => {
  const selected = await select('--where', where);
  expect([selected.segments, selected.codings]).toEqual([segments, codings]);
});

test('bases and denominators are those of the selection, and it is said', async () => {
  const { out } = await run([
    'frequencies',
    '-f',
    'json',
    '-q',
    '--where',
    'speaker=ann AND region=noord',
    '--depth',
    '1',
  ]);
  const { rows, notes } = JSON.parse(out);
  // 3 segments with 4 + 2 + 1 words; 3 codings: 2 of fruit, 1 of bread
  expect(rows.slice(0, 2).map(({ cells }: Row) => cells)).toEqual([
    expect.objectContaining({
      code_id: 'fruit',
      coded_segments: 2,
      percent_of_codings: 66.67,
      percent_of_segments: 66.67,
      per_1000_words: 285.71,
    }),
    expect.objectContaining({
      code_id: 'bread',
      coded_segments: 1,
      percent_of_segments: 33.33,
      percent_of_documents: 100,
    }),
  ]);
  expect(notes[0]).toBe(
    "Selection: --where 'speaker=ann AND region=noord' keeps 1 of 3 documents, 3 of 7 segments and 3 of 7 codings. 1 document left out for want of a value that it asks for, or that can be compared.",
  );
  expect(notes.at(-1)).toContain('Base: 1 document, 3 segments, 7 words');
});

describe('--codes', () => {
  test('only these and their subcodes are shown and counted; segments stay in the base', async () => {
    const { out } = await run(['frequencies', '-f', 'json', '-q', '--codes', 'bread,apple']);
    const { rows, notes } = JSON.parse(out);
    // 5 codings, 2 of apple and 3 of bread, on 7 segments; one segment has both
    const cells = rows.map((row: Row) => [
      row.cells.code,
      row.cells.coded_segments,
      row.cells.percent_of_codings,
      row.cells.percent_of_segments,
    ]);
    expect(cells).toEqual([
      ['Fruit \\ Apple', 2, 40, 28.57],
      ['Bread', 3, 60, 42.86],
      ['Coded segments', 5, 100, null],
      ['Segments with a code', 4, null, 57.14],
    ]);
    expect(notes[0]).toContain('Selection: --codes bread,apple, with subcodes: 2 of 4 codes.');
  });

  test('a code brings its subcodes, and a subcode beside it stays in its place', async () => {
    const { codings } = await select('--codes', 'pear,fruit');
    expect(codings).toEqual(['a:apple', 'a:pear', 'c:apple', 'b:fruit']);
  });

  test('a condition sees all codes', async () => {
    const { codings } = await select('--codes', 'bread', '--where', 'code:apple');
    expect(codings).toEqual(['a:bread']);
  });
});

test('the main job says in run.json what was selected, and its quotes are of that', async () => {
  const { folder, exitCode } = await run(['code', '--where', 'age>1', '--codes', 'fruit', '-o', 'out']);
  const files = readFolder(join(folder, 'out'));
  const { settings, counts, documents, leftOut } = JSON.parse(files['run.json'] ?? '');
  expect([exitCode, settings.where, settings.codes]).toEqual([0, 'age>1', ['fruit']]);
  expect(counts).toEqual({ documents: 2, segments: 6, words: 12, codings: 3 });
  expect(documents).toHaveLength(2);
  expect(leftOut).toEqual(['c.txt']);
  expect(files['quotes.md']).not.toContain('Bread');
  expect(files['quotes.md']).not.toContain('# Fruit \\\\ Fruit');
});

test('kwic takes a condition too', async () => {
  const { out } = await runCli(makeFolder(STUDY), [
    'kwic',
    'brood',
    '.',
    ...READING,
    '-q',
    '-f',
    'csv',
    '--where',
    'age=65',
  ]);
  expect(out.trim().split('\n').slice(1)).toEqual(['sub,b,Cas,4,,,Brood,.']);
});

describe('mistakes', () => {
  test.each([
    [
      'a variable that nobody has',
      ['--where', 'regoin=noord'],
      /Unexpected variable regoin.*did you mean `Region`\?.*age, Region/,
    ],
    ['also when it leaves nothing', ['--where', 'regoin=noord AND age>99'], /Unexpected variable regoin/],
    ['a code in a condition', ['--where', 'code:aple'], /No code has the id `aple` \(did you mean `apple`\?\)/],
    ['a code by its name', ['--codes', 'fruit,BREAD'], /No code has the id `BREAD` \(did you mean `bread`\?\)/],
    ['no codes', ['--codes', ','], /Unexpected empty list of codes/],
    ['a condition that cannot be read', ['--where', 'age >'], /Unexpected end of --where 'age >'/],
    ['nothing is left', ['--where', 'age>99'], /error: no document meets the condition/],
  ])('%s', async (_name, options, expected) => {
    const { exitCode, out, err } = await run(['matrix', ...options]);
    expect([exitCode, out]).toEqual([2, '']);
    expect(err).toMatch(expected);
  });

  test.each([
    ['a value', 'region=nord OR age>1', '`region` is `nord` (did you mean `Noord`?)'],
    ['unequal to a value', 'region!=nord', '`region` is `nord` (did you mean `Noord`?)'],
    ['a speaker', 'speaker=Anna OR speaker=Bob', '`speaker` is `Anna` (did you mean `Ann`?)'],
    ['a group', 'group=x OR age>1', '`group` is `x` (known are sub)'],
  ])('%s that nothing has is a warning', async (_name, where, expected) => {
    const { exitCode, err } = await run(['matrix', '--where', where]);
    expect([exitCode, err.match(/unknown-value/g)]).toEqual([0, ['unknown-value']]);
    expect(err).toContain(`warning: No ${expected}`);
  });

  test.each(['age=41 OR age>1', 'speaker="ANN "', 'region=zuid', 'region!=""'])('no warning for %s', async (where) => {
    const { exitCode, err } = await run(['matrix', '--where', where]);
    expect([exitCode, err.match(/unknown-value/g)]).toEqual([0, null]);
  });
});
