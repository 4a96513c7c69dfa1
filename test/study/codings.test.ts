/** Runs on codings from files: which are taken, whose, with which codebook, and what is refused. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { makeFolder, readFolder, runCli } from '../run-cli.ts';

const line = (document: string, code: string, coder: string, quote: string) =>
  `${JSON.stringify({ document, code, coder, quote })}\n`;

const TEXTS = {
  's/one.txt': 'I: En?\nR: Een appel en brood.\nR: Een peer.\n',
  's/two.txt': 'I: En?\nR: Brood.\n',
};
const BOOK = 'name: food\nlanguages: [nl]\ncodes:\n  - { id: apple, name: Apple, terms: [appel] }\n';
const ANNA = line('one', 'apple', 'Anna', 'Een appel') + line('two', 'Bread', 'Anna', 'Brood.');
const BEN = line('one', 'Bread', 'Ben', 'brood');

async function matrix(files: Record<string, string>, argv: string[]) {
  const { out, err, exitCode } = await runCli(makeFolder(files), ['matrix', 's', '-f', 'csv', ...argv]);
  return { rows: out.trimEnd().split('\n').slice(1, -2), err, exitCode };
}

describe('the codebook', () => {
  test('that is named has its codes first; what it lacks is added at its end and told', async () => {
    const files = { ...TEXTS, 'b.yaml': BOOK, 'a.jsonl': ANNA };
    const { rows, err } = await matrix(files, ['--codings', 'a.jsonl', '-c', 'b.yaml']);
    expect(rows).toEqual(['Apple,apple,1,0,1', 'Bread,bread,0,1,1']);
    expect(err).toContain('a.jsonl: warning: Unexpected code `Bread` (1)');
  });

  test('is made of the names where there is none, and that is told too', async () => {
    const { rows, err } = await matrix({ ...TEXTS, 'a.jsonl': ANNA }, ['--codings', 'a.jsonl']);
    expect(rows).toEqual(['apple,apple,1,0,1', 'Bread,bread,0,1,1']);
    expect(err).toContain('Codebook: a.jsonl (from the codings)');
    expect(err).not.toContain('unknown-code');
  });

  test('beside the file of codings is found', async () => {
    const files = { ...TEXTS, 'c/codebook.yaml': BOOK, 'c/a.jsonl': ANNA };
    const { rows } = await matrix(files, ['--codings', 'c/a.jsonl']);
    expect(rows[0]).toBe('Apple,apple,1,0,1');
  });

  test('needs no terms, and a language none of ours, where people coded', async () => {
    const files = {
      's/one.txt': '---\nlanguage: fr\n---\n\nR: Une pomme.\n',
      'codebook.yaml': BOOK.replace(', terms: [appel]', ''),
      'a.jsonl': line('one', 'apple', 'Anna', 'pomme'),
    };
    const { rows, exitCode } = await matrix(files, ['--codings', 'a.jsonl']);
    expect([rows, exitCode]).toEqual([['Apple,apple,1,1'], 0]);
    const words = await runCli(makeFolder(files), ['words', 's', '--codings', 'a.jsonl', '-f', 'json', '-q']);
    expect(words.out).toContain('documents in fr');
  });
});

describe('the coders', () => {
  const files = { ...TEXTS, 'codebook.yaml': BOOK, 'a.jsonl': ANNA, 'b.jsonl': BEN };
  test.each<[string, string[], string[]]>([
    [
      'of several files are counted together',
      ['--codings', 'a.jsonl,b.jsonl'],
      ['Apple,apple,1,0,1', 'Bread,bread,1,1,2'],
    ],
    ['can be the program too', ['--codings', 'auto,b.jsonl'], ['Apple,apple,1,0,1', 'Bread,bread,1,0,1']],
    ['can be picked', ['--codings', 'a.jsonl,b.jsonl', '--coder', 'BEN'], ['Apple,apple,0,0,0', 'Bread,bread,1,0,1']],
    [
      'can be the program alone',
      ['--codings', 'auto,b.jsonl', '--coder', 'auto'],
      ['Apple,apple,1,0,1', 'Bread,bread,0,0,0'],
    ],
    [
      'are counted once where two files have the same',
      ['--codings', 'a.jsonl,c.jsonl'],
      ['Apple,apple,1,0,1', 'Bread,bread,0,1,1'],
    ],
  ])('%s', async (_, argv, rows) => {
    expect((await matrix({ ...files, 'c.jsonl': ANNA }, argv)).rows).toEqual(rows);
  });

  test('the order of files changes nothing', async () => {
    const run = (names: string) =>
      runCli(makeFolder(files), ['segments', 's', '--codings', names, '-f', 'csv', '-q']).then(({ out }) => out);
    expect(await run('a.jsonl,auto,b.jsonl')).toBe(await run('b.jsonl,a.jsonl,auto'));
  });

  test('of the configuration are taken, with paths from its place, unless files are named', async () => {
    const config = { ...files, 's/code-transcripts.config.yaml': 'codings: [../a.jsonl, ../b.jsonl]\ncoder: Ben\n' };
    expect((await matrix(config, [])).rows).toEqual(['Apple,apple,0,0,0', 'Bread,bread,1,0,1']);
    expect((await matrix(config, ['--codings', 'auto'])).rows).toEqual(['Apple,apple,1,0,1']);
  });
});

test.each<[string, string[], string]>([
  ['a coder that nobody is', ['--codings', 'a.jsonl', '--coder', 'Cees'], 'No coder is called Cees (there is Anna)'],
  ['a coder without codings', ['--coder', 'Anna'], 'No coder is called Anna (the program alone coded'],
  ['a file that is not there', ['--codings', 'x.jsonl'], 'No such file of codings: x.jsonl'],
  ['a folder', ['--codings', 's'], 'Unexpected folder s, expected a file of codings'],
  ['a second file behind a blank', ['--codings', 'a.jsonl', 'b.jsonl'], '--codings a.jsonl,b.jsonl)'],
  ['a file of another kind', ['--codings', 's/one.txt'], 'the codings could not be read; nothing was counted'],
  ['a configuration that speaks of codings and has an error', ['-c', 'bad/b.yaml'], 'nothing was counted'],
])('%s is refused', async (_, argv, told) => {
  const bad = { 'bad/b.yaml': BOOK, 'bad/code-transcripts.config.yaml': 'codings: a.jsonl\nrules: 3\n' };
  const { err, exitCode } = await matrix({ ...TEXTS, ...bad, 'a.jsonl': ANNA, 'b.jsonl': BEN }, argv);
  expect(exitCode).toBe(2);
  expect(err).toContain(told);
});

test('a shard is refused, since merging would not have the codings', async () => {
  const folder = makeFolder({ ...TEXTS, 'a.jsonl': ANNA });
  const { err, exitCode } = await runCli(folder, ['s', '--codings', 'a.jsonl', '--shard', '1/2']);
  expect([exitCode, err]).toEqual([
    2,
    'error: Unexpected --shard where the codings of people are counted (code the whole study in one run)\n',
  ]);
});

test('what has no place is told, and the others are counted', async () => {
  const stray = line('one', 'apple', 'Anna', 'not in the text') + line('three', 'apple', 'Anna', 'x');
  const { rows, err, exitCode } = await matrix({ ...TEXTS, 'a.jsonl': `{\n${ANNA}${stray}` }, ['--codings', 'a.jsonl']);
  expect([rows[0], exitCode]).toEqual(['apple,apple,1,0,1', 0]);
  expect(err).toContain('Left out 1 of 2 codings whose text does not stand');
  expect(err).toContain('Left out 1 coding of documents without a transcript here: `three` (1)');
  expect(err).toContain('a.jsonl:1:1: warning: Unexpected line');
});

test('names of coders are one line that a terminal can show', async () => {
  const eve = line('one', 'Apple', '\u001B[31mEve\nEve', 'Een appel');
  const folder = makeFolder({ ...TEXTS, 'a.jsonl': eve });
  const { out } = await runCli(folder, ['matrix', 's', '--codings', 'a.jsonl', '-q']);
  expect(out).toContain('Coded segments by coder: [31mEve Eve (1).');
});

test('the main job names files and coders in run.json, in the quotes and in the workbook', async () => {
  const folder = makeFolder({ ...TEXTS, 'codebook.yaml': BOOK, 'a.jsonl': ANNA, 'b.jsonl': BEN });
  await runCli(folder, ['s', '--codings', 'a.jsonl,b.jsonl', '-q']);
  const files = readFolder(join(folder, 'coded'));
  const run = JSON.parse(files['run.json'] ?? '');
  expect(run.codings.map(({ path }: { path: string }) => path)).toEqual(['a.jsonl', 'b.jsonl']);
  expect(run.codings[0].sha256).toMatch(/^[0-9a-f]{64}$/);
  expect(run.coders).toEqual([
    { coder: 'Anna', codings: 2 },
    { coder: 'Ben', codings: 1 },
  ]);
  expect(files['quotes.md']).toContain('· coded by Anna\n');
  expect(files['quotes.md']).not.toContain('matched');
  expect(files['report.html']).toContain('"coders":["Anna","Ben"]');
});

test('what is exported counts the same when it is read again', async () => {
  const book = `${BOOK}  - { id: bread, name: Bread }\n`;
  const folder = makeFolder({ ...TEXTS, 'codebook.yaml': book, 'a.jsonl': ANNA, 'b.jsonl': BEN });
  const count = (names: string) =>
    runCli(folder, ['segments', 's', '--codings', names, '-f', 'csv', '-q']).then(({ out }) => out);
  const before = await count('auto,a.jsonl,b.jsonl');
  await runCli(folder, ['export', 's', '--codings', 'auto,a.jsonl,b.jsonl', '-o', 'all.jsonl', '-q']);
  expect(readFileSync(join(folder, 'all.jsonl'), 'utf8').trimEnd().split('\n')).toHaveLength(4);
  expect(await count('all.jsonl')).toBe(before);
});

describe('a project as the path of transcripts', () => {
  const files = {
    ...TEXTS,
    'codebook.yaml': `${BOOK}  - { id: bread, name: Bread }\n`,
    'a.jsonl': ANNA,
    'b.jsonl': BEN,
  };

  test('is read as its texts and codings, with its own codebook', async () => {
    const folder = makeFolder(files);
    await runCli(folder, ['export', 's', '--codings', 'a.jsonl,b.jsonl', '-o', 'study.qdpx', '-q']);
    const count = async (...argv: string[]) => (await runCli(folder, ['matrix', ...argv, '-f', 'csv', '-q'])).out;
    const own = await count('s', '--codings', 'a.jsonl,b.jsonl');
    expect(own).toContain('Bread,bread,1,1,2');
    expect(await count('study.qdpx')).toBe(own);
    expect(await count('study.qdpx', '--coder', 'Ben')).toContain('Bread,bread,1,0,1');
    // The project has no terms; those beside the study are looked for in its texts.
    expect(await count('study.qdpx', '--codings', 'auto', '-c', 'codebook.yaml')).toContain('Apple,apple,1,0,1');
    expect(await count('study.qdpx', '--codings', 'b.jsonl')).toContain('Bread,bread,1,0,1');
  });

  test('without a text is refused, as is a second one', async () => {
    const folder = makeFolder({ ...files, 'one.qdpx': 'x', 'two.qdpx': 'y' });
    const run = (...argv: string[]) => runCli(folder, ['matrix', ...argv]);
    expect(await run('one.qdpx')).toMatchObject({ exitCode: 2, out: '' });
    expect((await run('one.qdpx', 'two.qdpx')).err).toContain('Unexpected second project two.qdpx, expected one');
    expect((await run('one.qdpx', 's')).err).toContain('Unexpected s beside the project one.qdpx');
    expect((await run('one.qdpx', 'b.jsonl')).err).toContain('among the transcripts, expected it behind --codings');
    expect((await runCli(folder, ['explain', 'one.qdpx'])).err).toContain('import it into a folder, and name that');
  });
});
