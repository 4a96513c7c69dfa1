/** What a format can hold comes back from it, and what it cannot is told. */
import { execFileSync, spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { exportCodebook } from '../../../src/codebook/formats/convert.ts';
import type { CodebookFormat } from '../../../src/codebook/formats/format.ts';
import { createGuid } from '../../../src/codebook/formats/guid.ts';
import { codebookFormats } from '../../../src/codebook/formats/index.ts';
import { parseCodebook } from '../../builders.ts';
import { makeFolder } from '../../run-cli.ts';
import { withoutPositions } from '../without-positions.ts';
import { exportBook, importFile } from './convert-book.ts';

/** Whatever some format can hold: names with signs, notes, colours, exact terms and wildcards, phrases. */
const PLAIN = parseCodebook(`
name: book
title: book
languages: [nl]
codes:
  - id: work
    name: Work & "pay" <x>
    terms: [=werk, 'loon*', '=hoge eisen']
    codes:
      - id: stress
        name: Stress (2)
        terms: ['druk*', =moe]
        codes: [{ id: boss, name: '@boss', terms: [=baas] }]
      - { id: joy, name: Joy, terms: [=plezier] }
  - { id: empty, name: Empty }
`);

const NOTES = parseCodebook(`
name: book
title: book
languages: [nl, en]
codes:
  - id: work
    name: Work
    color: '#112233'
    definition: "What is\\nsaid of <work> & pay\\n\\nSecond paragraph"
    include: pay
    exclude: sports
    memo: "ask again\\n\\nand again"
    codes: [{ id: joy, name: '=Joy', color: '#aabbcc', memo: only a memo }]
  - id: minus
    name: '-minus'
    definition: "- first\\n  - below it\\n- second"
    include: "'-ing forms"
    memo: "=a\\n\\nInclude: what a memo says\\n\\nMemo: again"
  - { id: quoted, name: "'=quoted", definition: "'-ing forms" }
`);

const ALL_KINDS = parseCodebook(`
name: book
title: book
languages: [nl, en]
version: 2.0.0
codes:
  - id: work
    name: Work
    color: '#112233'
    definition: about
    examples: { match: [werk] }
    terms:
      nl: [werken, hoge eisen, =Wmo, 'loon*', '*loon', 'lukt * niet', { term: rol, except: [rol van], weight: 5, memo: m }]
      en: [pay]
`);

describe('words and levels', () => {
  test.each(['liwc', 'quanteda', 'wordstat', 'yoshikoder'])('come back from %s', async (format) => {
    const { text } = exportBook(PLAIN, format);
    const { codebook } = await importFile('book', text, { format, language: 'nl' });
    const expected = JSON.parse(JSON.stringify(withoutPositions(PLAIN)));
    if (format === 'wordstat') {
      expected.codes[0].codes[0].name = 'Stress [2]';
      expected.codes[0].codes[0].id = 'stress-2';
      expected.codes[0].codes[0].codes[0].name = 'boss';
    }
    const names = (value: unknown) =>
      JSON.parse(JSON.stringify(value, (key, each) => (key === 'id' || key === 'title' ? undefined : each)));
    expect(codebook && names(withoutPositions(codebook))).toEqual(names(expected));
  });

  test('come back from lexicoder without levels', async () => {
    const { text, told } = exportBook(PLAIN, 'lexicoder');
    const { tree } = await importFile('book.lc3', text);
    expect(tree).toEqual([
      'Work & "pay" <x> [=werk, loon*, =hoge eisen]',
      'Stress (2) [druk*, =moe]',
      '@boss [=baas]',
      'Joy [=plezier]',
      'Empty',
    ]);
    expect(told).toEqual([
      'lost-id:6: Left out 2 ids that are not made of the name of the code, the first is `work`',
      'lost-level:10: Wrote 3 subcodes beside the others, for the format has one level, the first is `Stress (2)`',
    ]);
    expect(exportBook(PLAIN, 'lexicoder', { extension: '.lcd' }).told.join()).not.toContain('lost-level');
  });

  test('and a weight from WordStat', async () => {
    const book = parseCodebook(
      'name: b\nlanguages: [nl]\ncodes: [{ id: a, name: A, terms: [{ term: =x, weight: 40 }, =y z] }]\n',
    );
    const { text, told } = exportBook(book, 'wordstat');
    expect([text, told]).toEqual(['A\r\n\tx (40)\r\n\ty_z (1)\r\n', []]);
    expect((await importFile('b.cat', text)).codebook?.codes[0]?.terms.map(({ weight }) => weight)).toEqual([
      40,
      undefined,
    ]);
  });
});

/** As a file of lines that ends in .txt, too. */
const LISTS = ['.csv', '.tsv', '.txt'];

describe('notes and colours', () => {
  test('come back from qdc', async () => {
    const { text, told } = exportBook(NOTES, 'qdc');
    const { codebook } = await importFile('book.qdc', text);
    expect(codebook && withoutPositions(codebook)).toEqual(withoutPositions(NOTES));
    expect(told).toEqual([]);
  });

  test.each(LISTS)('come back from %s, with the terms of every language', async (extension) => {
    const { text } = exportBook(NOTES, 'csv', { extension });
    expect(withoutPositions((await importFile(`book${extension}`, text)).codebook ?? NOTES)).toEqual(
      withoutPositions(NOTES),
    );
    const terms = exportBook(ALL_KINDS, 'csv', { extension });
    const { codebook } = await importFile(`book${extension}`, terms.text);
    expect(codebook?.codes[0]?.terms.map(({ source, language }) => `${language} ${source}`)).toEqual(
      ALL_KINDS.codes[0]?.terms.map(({ source, language }) => `${language} ${source}`),
    );
  });

  test('levels come back from csv when a name has a sign of levels', async () => {
    const book = parseCodebook(
      `name: b\nlanguages: [nl]\ncodes: [{ id: a-b, name: 'a > b', codes: [{ id: c-d-e, name: 'c\\d::e' }] }]\n`,
    );
    const { text, told } = exportBook(book, 'csv');
    expect((await importFile('b.csv', text)).tree).toEqual(['a › b', '  c/d:e']);
    expect(told).toEqual([
      'changed-name:3: Changed the name of 2 codes that would be read as several levels, the first is `a > b`',
    ]);
  });
});

describe('names that a program is known to stumble over are told', () => {
  const LONG = 'x'.repeat(63);
  const book = parseCodebook(
    `name: b\nlanguages: [nl]\ncodes:\n  - { id: ${LONG}y, name: ${LONG}y }\n  - { id: same, name: Same }\n  - { id: ${LONG}, name: ${LONG}, codes: [{ id: ${LONG}-same, name: Same }] }\n`,
  );
  const longest = `long-name:4: MAXQDA will cut the name of 1 code to 63 characters, \`${'x'.repeat(60)}…\``;
  test.each([
    ['qdc', [longest, 'equal-names:6: QualCoder will refuse 1 code with the name of another code, `Same`']],
    ['csv', [longest]],
    ['quanteda', []],
  ])('%s', (format, told) => {
    expect(exportBook(book, format).told.filter((line) => !line.startsWith('lost-id'))).toEqual(told);
  });
});

describe('what is lost is told', () => {
  const STEM = 'lost-stem';
  test.each([
    ['qdc', ['lost-version', 'lost-example', 'lost-term']],
    ['csv', ['lost-version', 'lost-example', 'lost-detail']],
    [
      'quanteda',
      [
        'lost-version',
        'lost-definition',
        'lost-color',
        'lost-example',
        'lost-language',
        STEM,
        'lost-case',
        'lost-exception',
        'lost-memo',
        'lost-weight',
      ],
    ],
    [
      'liwc',
      [
        'lost-version',
        'lost-definition',
        'lost-color',
        'lost-example',
        'lost-language',
        STEM,
        'lost-case',
        'lost-wildcard',
        'lost-exception',
        'lost-memo',
        'lost-weight',
      ],
    ],
    [
      'wordstat',
      [
        'lost-version',
        'lost-definition',
        'lost-color',
        'lost-example',
        'lost-language',
        STEM,
        'lost-case',
        'lost-wildcard',
        'lost-exception',
        'lost-memo',
      ],
    ],
    [
      'yoshikoder',
      [
        'lost-version',
        'lost-color',
        'lost-example',
        'lost-language',
        STEM,
        'lost-case',
        'lost-wildcard',
        'lost-exception',
        'lost-memo',
        'lost-weight',
      ],
    ],
    [
      'lexicoder',
      [
        'lost-version',
        'lost-definition',
        'lost-color',
        'lost-example',
        'lost-language',
        STEM,
        'lost-case',
        'lost-wildcard',
        'lost-exception',
        'lost-memo',
        'lost-weight',
      ],
    ],
  ])('by %s', (format, rules) => {
    expect(exportBook(ALL_KINDS, format).told.map((line) => line.replace(/:.*/, ''))).toEqual(rules);
  });

  test('and kinds that are made of other terms', () => {
    const book = parseCodebook('name: b\nlanguages: [nl]\ncodes: [{ id: a, name: A, terms: [=x] }]\n');
    const [term] = book.codes[0]?.terms ?? [];
    if (term) book.codes[0]?.terms.push({ ...term, kind: 'near', source: 'near: [x, y]' });
    for (const format of ['liwc', 'quanteda', 'wordstat', 'yoshikoder', 'lexicoder'])
      expect(exportBook(book, format).told.join()).toContain('lost-near:3: Left out 1 term of the kind near');
    expect(exportBook(book, 'csv').told.join()).toContain('lost-compound:3');
  });

  test('ids that are not made of names, and a title', () => {
    const book = parseCodebook(
      'name: b\ntitle: Two codes\nlanguages: [nl]\ncodes: [{ id: a, name: A, codes: [{ id: a-b, name: B }, { id: see, name: C }] }]\n',
    );
    const told = ['lost-title: Left out the title of the codebook, `Two codes`'];
    const ids = ['lost-id:4: Left out 2 ids that are not made of the name of the code, the first is `a-b`'];
    expect(exportBook(book, 'qdc').told).toEqual([...told, ...ids]);
    expect(exportBook(book, 'yoshikoder').told).toEqual(ids);
  });

  test('paragraphs that will be read as another part', async () => {
    const book = parseCodebook(
      'name: b\nlanguages: [nl]\ncodes: [{ id: a, name: A, definition: "x\\n\\nExclude: y", memo: z }]\n',
    );
    const { text, told } = exportBook(book, 'qdc');
    expect(told).toEqual([
      'mixed-notes:3: Definition, include, exclude and memo of 1 code will not be told apart, `A`',
    ]);
    expect((await importFile('b.qdc', text)).codebook?.codes[0]).toMatchObject({ exclude: 'y', memo: 'z' });
  });

  test('at its place in the codebook that is extended', () => {
    const book = parseCodebook('name: b\nlanguages: [nl]\ncodes: [{ id: a, name: A, terms: [=x] }]\n');
    const [term] = book.codes[0]?.terms ?? [];
    if (term) Object.assign(term, { weight: 5, position: { line: 7, column: 1, file: 'base.yaml' } });
    const format = codebookFormats.find(({ name }) => name === 'liwc') as CodebookFormat;
    const { messages } = exportCodebook(book, format, { path: 'own.yaml', extension: '.dic' });
    expect(messages.map(({ file, line, ruleId }) => [file, line, ruleId])).toEqual([['base.yaml', 7, 'lost-weight']]);
  });

  test('one language alone mixes none', () => {
    const { text, told } = exportBook(ALL_KINDS, 'quanteda', { language: 'en' });
    expect(text).toBe('Work:\n  - pay\n');
    expect(told.join()).not.toContain('lost-language');
  });
});

test('quanteda is written as its reader wants it: texts that look like other things are quoted', () => {
  const book = parseCodebook(
    `name: b\nlanguages: [nl]\ncodes: [{ id: a, name: 'yes', terms: [=no, =12, '*x', =a b] }, { id: c, name: 'yes' }]\n`,
  );
  expect(exportBook(book, 'quanteda').text).toBe("'yes':\n  - 'no'\n  - '12'\n  - '*x'\n  - a b\nyes (c): []\n");
});

test('liwc lists the categories above, so that their words are counted there', () => {
  expect(exportBook(PLAIN, 'liwc').text).toContain('\nmoe\t1\t2\n');
});

describe('qdc', () => {
  test('a backslash in a name is no level in our own files', async () => {
    const book = parseCodebook("name: b\nlanguages: [nl]\ncodes: [{ id: a-b, name: 'A\\B' }, { id: c, name: C }]\n");
    const { text } = exportBook(book, 'qdc');
    expect((await importFile('b.qdc', text)).tree).toEqual(['A\\B', 'C']);
    expect((await importFile('b.qdc', text.replace('origin="code-transcripts"', ''))).tree).toEqual(['A', '  B', 'C']);
  });

  test('has the same GUIDs at each export, one for each code', () => {
    expect(createGuid('a')).toMatch(/^[\dA-F]{8}-[\dA-F]{4}-5[\dA-F]{3}-[89AB][\dA-F]{3}-[\dA-F]{12}$/);
    const guids = [...exportBook(PLAIN, 'qdc').text.matchAll(/guid="([^"]+)"/g)].map(([, guid]) => guid);
    expect(new Set(guids).size).toBe(5);
    expect(guids[0]).toBe('F080BBAD-7A98-599D-ACC3-C88CEBFCCD4E');
  });

  test('leaves out what XML may not hold', async () => {
    const book = parseCodebook(
      'name: b\nlanguages: [nl]\ncodes: [{ id: a, name: "a\\u0007\\uFFFEb", memo: "x\\ty" }]\n',
    );
    const { tree } = await importFile('b.qdc', exportBook(book, 'qdc').text);
    expect(tree).toEqual(['ab']);
  });

  const schema = join(import.meta.dirname, 'refi-qda-codebook.xsd');
  test.skipIf(spawnSync('xmllint', ['--version']).status !== 0).each([
    ['levels and signs', PLAIN],
    ['notes', NOTES],
  ])('is valid against the schema of the standard: %s', (_name, book) => {
    const folder = makeFolder();
    writeFileSync(join(folder, 'book.qdc'), exportBook(book, 'qdc').text);
    execFileSync('xmllint', ['--noout', '--nonet', '--schema', schema, join(folder, 'book.qdc')], { stdio: 'pipe' });
  });
});
