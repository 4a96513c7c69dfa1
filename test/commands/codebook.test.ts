/** `codebook`: the book as a document, with all that it says and nothing of it as markup. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { makeFolder, root, runCli } from '../run-cli.ts';

const BOOK = `name: small
title: A <small> & *plain* book
version: 1.2
languages: [nl, en]
codes:
  - id: time
    name: Time | <b>hours</b>
    color: '#2e86c1'
    definition: |
      Hours.
      Minutes.

          - and days
    include: "planning"
    exclude: dates
    memo: _ask_ Anna
    examples: { match: ['Er is "geen" tijd.'], no_match: ["<script>alert(1)</script>", "Line one\\nline two"] }
    terms:
      nl: [{ term: tijd, except: [altijd, 'tijd*schrift'], weight: 50 }, rooster, 'plan*', lange tijd]
      any: [=CAO]
      en: [{ near: [time, short], within: 2 }]
    codes:
      - { id: leave, name: Leave, terms: { en: [leave] } }
  - { id: empty, name: Empty }
`;

async function write(format: string): Promise<string> {
  const { exitCode, out, err } = await runCli(makeFolder({ 'b.yaml': BOOK }), ['codebook', 'b.yaml', '-f', format]);
  expect([exitCode, err]).toEqual([0, '']);
  return out;
}

describe('a small book', () => {
  test.each([
    ['md', 'md'],
    ['html', 'html'],
    ['csv', 'csv'],
    ['terminal', 'txt'],
  ])('as %s', async (format, extension) => {
    const golden = join(root, `fixtures/golden/codebook/expected.${extension}`);
    await expect(await write(format)).toMatchFileSnapshot(golden);
  });

  test('as JSON, with the cells of the CSV', async () => {
    const { rows } = JSON.parse(await write('json'));
    expect(rows[0].cells).toMatchObject({
      code_id: 'time',
      terms: 6,
      term_list:
        'nl: tijd (except: altijd, tijd*schrift; weight: 50); rooster; plan*; lange tijd\nany: =CAO\nen: near: [time, short] within: 2',
      counter_examples: '<script>alert(1)</script>\nLine one\nline two',
    });
  });

  test('as HTML that holds no element of the book and fetches nothing', async () => {
    const html = await write('html');
    expect(html).not.toMatch(/<script|<b>hours|https?:|src=|url\(/);
    expect(html).toContain('<section id="leave">');
    expect(html).toContain('<a href="#leave">1.1 Leave</a>');
  });
});

test('every text and term of the bundled book stands in the document', async () => {
  const file = 'codebooks/volunteer-support.yaml';
  const { rows } = JSON.parse((await runCli(root, ['codebook', file, '-f', 'json'])).out);
  const { out } = await runCli(root, ['codebook', file, '-f', 'html']);
  const text = out.replace(/<[^>]+>/g, '').replace(/&#(\d+);/g, (_all, number) => String.fromCharCode(number));
  for (const { cells } of rows) {
    const lists = `${cells.examples}\n${cells.counter_examples}`.split('\n');
    for (const part of [cells.name, cells.definition, cells.include, cells.exclude, ...lists])
      expect(text).toContain(part.trim());
  }
});

test('the name of the file says the format, and the book is not written over', async () => {
  const folder = makeFolder({ 'b.yaml': BOOK, 'base.yaml': 'name: x\nlanguages: [nl]\ncodes: [{ id: x, name: X }]\n' });
  expect((await runCli(folder, ['codebook', 'b.yaml', '-o', 'book.html'])).exitCode).toBe(0);
  expect(readFileSync(join(folder, 'book.html'), 'utf8')).toMatch(/^<!doctype html>/);
  writeFileSync(join(folder, 'own.yaml'), BOOK.replace('name: small', 'extends: base.yaml\nname: own'));
  for (const path of ['own.yaml', 'base.yaml']) {
    const { exitCode, err } = await runCli(folder, ['codebook', 'own.yaml', '-f', 'md', '-o', path]);
    expect([exitCode, err]).toEqual([2, `error: ${path} was read in this run and is not written over\n`]);
  }
});

test('a name that promises another format is refused', async () => {
  const folder = makeFolder({ 'b.yaml': BOOK });
  const { exitCode, err } = await runCli(folder, ['codebook', 'b.yaml', '-o', 'book.pdf']);
  expect([exitCode, err]).toEqual([
    2,
    'error: Unexpected book.pdf: nothing is written as .pdf here (known are .md, .html, .csv, .json and .txt; or say which with --format)\n',
  ]);
  expect(readdirSync(folder)).toEqual(['b.yaml']);
});

test.each([
  [
    'a book with errors',
    { 'b.yaml': 'name: x\n' },
    /missing-key\]\nerror: the codebook has errors; nothing was written\n$/,
  ],
  ['no book', {}, /^error: No such codebook: b\.yaml\n$/],
  ['a folder', { 'b.yaml/a.txt': '' }, /^error: Unexpected folder b\.yaml, expected a codebook\n$/],
  [
    'a text with front matter',
    { 'b.yaml': '---\na: b\n---\nText\n' },
    /: a second document behind `---`, expected one /,
  ],
])('%s', async (_name, files, expected) => {
  const { exitCode, out, err } = await runCli(makeFolder(files), ['codebook', 'b.yaml']);
  expect([exitCode, out]).toEqual([2, '']);
  expect(err).toMatch(expected);
});
