/** Sources beyond the room are read again, and give the same or say that the file changed. */
import { expect, test } from 'vitest';
import { KeptSources } from '../../src/study/kept-sources.ts';
import { readSource } from '../../src/study/read-source.ts';
import { applyConventions } from '../../src/transcript/conventions/index.ts';

/** Reads as a run does. */
const reader = { read: readSource };
const PATH = 'interviews/anna.txt';
const TEXT = 'Date: 12 May\nSecond line\n\n1  Interviewer: How are you?\n2  Anna: Fine. [laughs]\n';

async function readFirst(bytes: Uint8Array) {
  const source = await readSource({ path: PATH, bytes });
  if (!source) throw new Error('no format');
  return applyConventions(source, PATH);
}

const ioWith = (readBytes: () => Uint8Array, spareMemory = () => {}) => ({ readBytes, spareMemory });

test.each([
  ['inside the room it is the very same', 1000, true],
  ['beyond the room it is read again, and equal', 10, false],
])('%s', async (_, room, same) => {
  const bytes = Buffer.from(TEXT);
  const source = await readFirst(bytes);
  const loaded = await new KeptSources(
    ioWith(() => bytes),
    {},
    { reader, room },
  ).keep({ path: PATH, bytes }, source)();
  expect(loaded === source).toBe(same);
  expect(loaded).toEqual(source);
});

test('the room is for all files together', async () => {
  const bytes = Buffer.from(TEXT);
  const source = await readFirst(bytes);
  const kept = new KeptSources(
    ioWith(() => bytes),
    {},
    { reader, room: bytes.length },
  );
  expect(await kept.keep({ path: PATH, bytes }, source)()).toBe(source);
  expect(await kept.keep({ path: PATH, bytes }, source)()).not.toBe(source);
});

test.each([
  ['changed', () => Buffer.from(`${TEXT}More.\n`)],
  [
    'gone',
    () => {
      throw new Error('ENOENT');
    },
  ],
])('a file that is %s when it is coded is an error and no text', async (_, readBytes) => {
  const bytes = Buffer.from(TEXT);
  const loaded = await new KeptSources(ioWith(readBytes), {}, { reader, room: 0 }).keep(
    { path: PATH, bytes },
    await readFirst(bytes),
  )();
  expect(loaded.blocks).toEqual([]);
  expect(loaded.messages.map(({ ruleId, fatal }) => [ruleId, fatal])).toEqual([['unreadable', true]]);
});

test('what was coded is let go, and is read again where it is asked for twice', async () => {
  const bytes = Buffer.from(TEXT);
  const source = await readFirst(bytes);
  const load = new KeptSources(
    ioWith(() => bytes),
    {},
    { reader },
  ).keep({ path: PATH, bytes }, source);
  expect(await load()).toBe(source);
  const again = await load();
  expect(again).not.toBe(source);
  expect(again).toEqual(source);
});

test('memory is spared from the first file on that has no room, and only asked for once', async () => {
  const bytes = Buffer.from(TEXT);
  const source = await readFirst(bytes);
  let asked = 0;
  const io = ioWith(
    () => bytes,
    () => void asked++,
  );
  const kept = new KeptSources(io, {}, { reader, room: bytes.length });
  const counts = [1, 2, 3].map(() => {
    kept.keep({ path: PATH, bytes }, source);
    return asked;
  });
  expect(counts).toEqual([0, 1, 1]);
});
