/** Zips that are written part by part are read back, by us and by other programs. */
import { execFileSync, spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, test } from 'vitest';
import { readZip } from '../../src/containers/safe-zip.ts';
import { writeZip, type ZipPart, ZipWriter } from '../../src/containers/zip-writer.ts';
import { makeFolder } from '../run-cli.ts';

const LONG = 'één 😀 <x>\n'.repeat(30_000);
const LINES = LONG.split(/(?<=\n)/);
const encode = (text: string) => new TextEncoder().encode(text);
const CASES: [ZipPart, string][] = [
  [{ name: 'mark.xml', content: 'the mark', stored: true }, 'the mark'],
  [{ name: 'whole.xml', content: LONG }, LONG],
  [{ name: 'whole-behind.xml', content: LONG, sizes: 'behind' }, LONG],
  [{ name: 'in/pieces.xml', content: LINES }, LONG],
  [{ name: 'in/pieces-behind.xml', content: LINES, sizes: 'behind' }, LONG],
  [{ name: 'stored-pieces.xml', content: LINES, stored: true, sizes: 'behind' }, LONG],
  [
    { name: 'bytes.xml', content: ['<a>', encode('é'.repeat(70_000)), '', encode(''), 'é', '</a>'] },
    `<a>${'é'.repeat(70_001)}</a>`,
  ],
  [{ name: 'piece-of-full-size.xml', content: ['x'.repeat(2 ** 16)], sizes: 'behind' }, 'x'.repeat(2 ** 16)],
  [{ name: 'empty.xml', content: '' }, ''],
  [{ name: 'empty-pieces.xml', content: [], sizes: 'behind' }, ''],
  [{ name: 'map/ä.txt', content: ['last'] }, 'last'],
];

const write = (): Buffer => Buffer.concat([...writeZip(CASES.map(([part]) => part))]);

test('every part is there, in order', async () => {
  const read = await readZip(write(), { wanted: () => true, part: 2 ** 24, total: 2 ** 25 });
  const texts = Array.from(read, ([name, content]) => [name, new TextDecoder().decode(content)]);
  expect(texts).toEqual(CASES.map(([{ name }, text]) => [name, text]));
});

test('the bytes are the same every time', () => {
  expect(write().equals(write())).toBe(true);
});

test.each([
  ['unzip', ['-tq'], 'No errors'],
  ['python3', ['-c', 'import sys, zipfile; print(zipfile.ZipFile(sys.argv[1]).testzip())'], 'None'],
] as const)('%s finds no fault (if it is there)', (program, args, answer) => {
  if (spawnSync(program, ['-h']).status !== 0) return;
  const file = join(makeFolder(), 'a.zip');
  writeFileSync(file, write());
  expect(execFileSync(program, [...args, file], { encoding: 'utf8' })).toContain(answer);
});

test.each([
  ['before, unless', {}, true],
  ['before, where', { sizes: 'before' }, true],
  ['behind, where', { sizes: 'behind' }, false],
  ['before a stored part, even where', { sizes: 'behind', stored: true }, true],
] as const)('sizes stand %s it is said', (_, form, isBefore) => {
  const zip = Buffer.concat([...writeZip([{ name: 'a', content: ['text'], ...form }])]);
  const [flag, size] = [zip.readUInt16LE(6), zip.readUInt32LE(22)];
  expect({ flag, size }).toEqual(isBefore ? { flag: 0, size: 4 } : { flag: 8, size: 0 });
});

test('with sizes behind, packed bytes come before all pieces are there', () => {
  let made = 0;
  const content = (function* () {
    for (let at = 0; at < 100; at++, made++) yield `${Math.sin(at)}`.repeat(5_000);
  })();
  const zip = new ZipWriter().add({ name: 'a', content, sizes: 'behind' });
  zip.next();
  expect(made).toBe(0);
  zip.next();
  expect(made).toBeLessThan(10);
});

test('a part is asked for when the one before is written', () => {
  const zip = writeZip(
    (function* () {
      yield { name: 'a', content: 'a' };
      throw new Error('not yet');
    })(),
  );
  expect(zip.next().done).toBe(false);
  expect(zip.next().done).toBe(false);
  expect(() => zip.next()).toThrow('not yet');
});

test('it is full while there is room for one part more', () => {
  const zip = new ZipWriter();
  const add = (): unknown[] => [...zip.add({ name: 'a', content: '', stored: true })];
  for (let count = 0; count < 64_999; count++) add();
  expect(zip.isFull).toBe(false);
  add();
  expect(zip.isFull).toBe(true);
  add();
  expect([...zip.finish()][1]).toHaveProperty('length', 22);
});

test('more parts than can be counted are refused', () => {
  const zip = new ZipWriter();
  for (let count = 0; count < 2 ** 16; count++) for (const _ of zip.add({ name: '', content: '', stored: true }));
  expect(() => [...zip.finish()]).toThrow(RangeError);
});

test('of a part that is written nothing is held but what the list says', async () => {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  const zip = new ZipWriter();
  const held = () => {
    collect();
    return process.memoryUsage().arrayBuffers;
  };
  const before = held();
  for (let at = 0; at < 3000; at++) {
    for (const _ of zip.add({ name: `sources/${at}.txt`, content: 'Ja.' }));
    // What else the program makes in small pieces.
    Buffer.from('x'.repeat(4000));
  }
  // What was collected is given back by another thread.
  await expect.poll(() => held() - before, { timeout: 4000 }).toBeLessThan(3e6);
  expect([...zip.finish()].length).toBe(2);
});
