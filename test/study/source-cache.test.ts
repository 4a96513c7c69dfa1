/** What is kept of costly files: the same source again, or as if it were not there. */
import { mkdirSync, readdirSync, readFileSync, statSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createNodeIo } from '../../src/io.ts';
import { readSource } from '../../src/study/read-source.ts';
import { CachingReader } from '../../src/study/source-cache.ts';
import { formats } from '../../src/transcript/formats/index.ts';
import type { ReadOptions } from '../../src/transcript/source.ts';
import { makeFolder, runCli } from '../run-cli.ts';
import { samplesOf } from '../transcript/formats/samples.ts';

const FOLDER = '.code-transcripts-cache';

function openCache(cwd: string, { mostBytes, program = 'program.js' }: { mostBytes?: number; program?: string } = {}) {
  writeFileSync(join(cwd, 'program.js'), 'a');
  writeFileSync(join(cwd, 'other.js'), 'b');
  const stream = {} as NodeJS.WriteStream;
  const io = createNodeIo({ cwd, bundledCodebook: '', reportProgram: '', out: stream, err: stream, env: {} });
  const asked: string[] = [];
  const failures: string[] = [];
  const reader = new CachingReader(
    {
      read(file, options) {
        asked.push(file.path);
        return readSource(file, options);
      },
      end() {},
    },
    program,
    {
      folder: FOLDER,
      io,
      onFailure: (reason) => failures.push(reason),
      ...(mostBytes === undefined ? {} : { mostBytes }),
    },
  );
  const read = (path: string, bytes: Uint8Array | string, options?: ReadOptions) =>
    reader.read({ path, bytes: Buffer.from(bytes) }, options);
  return { read, asked, failures };
}

const entriesOf = (cwd: string) => readdirSync(join(cwd, FOLDER)).filter((name) => name !== '.gitignore');

const samples = formats.flatMap(({ name, extensions: [extension = ''], ...format }) => {
  const [bytes = Buffer.of()] = samplesOf(extension);
  return 'isolated' in format ? [{ name, path: `a${extension}`, bytes }] : [];
});

test.each(samples)('gives a source of $name as it was read', async ({ path, bytes }) => {
  const cwd = makeFolder();
  const first = openCache(cwd);
  const read = await first.read(path, bytes);
  const second = openCache(cwd);
  const again = await second.read(path, bytes);
  expect([first.asked, second.asked, first.failures]).toEqual([[path], [], []]);
  expect(again).toEqual(read);
  expect(again?.messages.map(String)).toEqual(read?.messages.map(String));
});

const TEXT = '**I:** Ja?\n\n**R:** Nee &amp; *ja*.\n';

test.each([
  ['other bytes', { text: `${TEXT}!` }],
  ['another path', { path: 'b.md' }],
  ['other columns', { options: { columns: { text: 'x' } } }],
  ['another program', { program: 'other.js' }],
])('%s are read anew', async (_, { path = 'a.md', text = TEXT, options = {}, program = 'program.js' }: Asked) => {
  const cwd = makeFolder();
  await openCache(cwd).read('a.md', TEXT);
  const { read, asked } = openCache(cwd, { program });
  await read(path, text, options);
  expect(asked).toEqual([path]);
});

interface Asked {
  path?: string;
  text?: string;
  options?: ReadOptions;
  program?: string;
}

test.each([
  ['empty', () => ''],
  ['cut off', (content: string) => content.slice(0, -5)],
  ['changed', (content: string) => content.replace('Nee', 'Ja!')],
  ['of another form', () => '{}'],
])('an entry that is %s counts as missing, and is mended', async (_, damage) => {
  const cwd = makeFolder();
  const source = await openCache(cwd).read('a.md', TEXT);
  const entry = join(cwd, FOLDER, entriesOf(cwd)[0] ?? '');
  writeFileSync(entry, damage(readFileSync(entry, 'utf8')));
  const second = openCache(cwd);
  expect(await second.read('a.md', TEXT)).toEqual(source);
  const third = openCache(cwd);
  expect(await third.read('a.md', TEXT)).toEqual(source);
  expect([second.asked, third.asked]).toEqual([['a.md'], []]);
});

test('the folder is private, and ignored by git', async () => {
  const cwd = makeFolder();
  await openCache(cwd).read('a.md', TEXT);
  expect(statSync(join(cwd, FOLDER)).mode & 0o777).toBe(process.platform === 'win32' ? 0o666 : 0o700);
  expect(readFileSync(join(cwd, FOLDER, '.gitignore'), 'utf8')).toBe('*\n');
});

test('the oldest go when there is too much; files of others never do', async () => {
  const cwd = makeFolder({ [`${FOLDER}/notes.txt`]: 'x'.repeat(5000) });
  const text = (number: number) => `**R:** ${number} ${'ja '.repeat(100)}&amp;\n`;
  for (let number = 0; number < 3; number++) {
    const before = new Set(entriesOf(cwd));
    await openCache(cwd, { mostBytes: 1200 }).read('a.md', text(number));
    for (const name of entriesOf(cwd))
      if (!before.has(name)) utimesSync(join(cwd, FOLDER, name), 1000 + number, 1000 + number);
  }
  const { read, asked } = openCache(cwd, { mostBytes: 1200 });
  for (const number of [2, 1, 0]) await read('a.md', text(number));
  expect(asked.length).toBe(1);
  expect(entriesOf(cwd)).toContain('notes.txt');
});

test('neither what cannot be read nor plain text is kept', async () => {
  const cwd = makeFolder();
  const { read } = openCache(cwd);
  await read('a.docx', 'no container');
  await read('a.txt', 'I: Ja?\n');
  await read('a.md', '**I:** Ja?\n\n**R:** Nee.\n');
  expect(readdirSync(cwd)).not.toContain(FOLDER);
});

test('nothing is written where a link leads, and that is told once', async () => {
  const cwd = makeFolder();
  mkdirSync(join(cwd, 'elsewhere'));
  symlinkSync(join(cwd, 'elsewhere'), join(cwd, FOLDER), 'junction');
  const { read, failures } = openCache(cwd);
  for (const path of ['a.md', 'b.md']) expect((await read(path, TEXT))?.blocks.length).toBe(2);
  expect([readdirSync(join(cwd, 'elsewhere')), failures.length]).toEqual([[], 1]);
});

test.each([
  ['the option', ['--cache'], '', true],
  ['the configuration', [], 'cache: true\n', true],
  ['the option against the configuration', ['--no-cache'], 'cache: true\n', false],
  ['neither', [], 'cache: false\n', false],
])('%s decides, and the results are the same bytes', async (_, flags, config, isKept) => {
  const cwd = makeFolder({ 's/a.md': TEXT, 's/code-transcripts.config.yaml': config });
  const args = ['matrix', 's', '-f', 'csv'];
  const plain = await runCli(cwd, [...args, '--no-cache']);
  const runs = [await runCli(cwd, [...args, ...flags]), await runCli(cwd, [...args, ...flags])];
  expect(runs).toEqual([plain, plain]);
  expect(readdirSync(join(cwd, 's')).includes(FOLDER)).toBe(isKept);
});
