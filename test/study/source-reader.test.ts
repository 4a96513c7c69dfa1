/** Files from strangers are read in a process of its own: the same result, and an end to what has none. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, describe, expect, test } from 'vitest';
import type { ReadingLimits } from '../../src/study/reading-pool.ts';
import { SourceReader } from '../../src/study/source-reader.ts';
import { findFormat } from '../../src/transcript/formats/index.ts';
import { makeFolder, root } from '../run-cli.ts';
import { makeDocx } from '../transcript/formats/make-zip.ts';

const built = join(root, 'dist/reading-process.js');
const open: SourceReader[] = [];

afterEach(() => {
  for (const reader of open.splice(0)) reader.end();
});

function createReader(program: string | undefined, options?: { limits?: ReadingLimits; jobs?: number }): SourceReader {
  const reader = new SourceReader(program, options);
  open.push(reader);
  return reader;
}

/** All that there is of a source, the fields of its messages included, in a form that can be compared. */
const describeSource = (source: Awaited<ReturnType<SourceReader['read']>>) =>
  JSON.stringify({
    ...source,
    messages: source?.messages.map((message) => [message.constructor.name, { ...message }]),
  });

describe('the same result in a process of its own', () => {
  const folder = join(root, 'fixtures/formats');
  const fixtures = readdirSync(folder).filter((name) => findFormat(name));
  const samples: [string, Uint8Array][] = [
    ...fixtures.map((name): [string, Uint8Array] => [name, readFileSync(join(folder, name))]),
    ['cut-off.docx', readFileSync(join(folder, 'writer-interview.docx')).subarray(0, 3000)],
    ['lone-surrogate.docx', makeDocx('<w:p><w:r><w:t>I: \u{1F600} a\u0301</w:t></w:r></w:p>')],
    ['windows.html', Buffer.from('<p>I: caf\xe9?</p><p>R: Ja.</p>', 'latin1')],
    ['deep.html', Buffer.from('<div>'.repeat(1000))],
    ['variables.md', Buffer.from(`---\nage: 5\nlist: [a, b]\n---\n**I:** Ja?\n${'[a](b) '.repeat(10_000)}\n`)],
    ['broken.md', Buffer.from(`---\nI: Ja?\n---\n${'[a](b) '.repeat(10_000)}\n`)],
  ];
  const [here, apart] = [createReader(undefined), new SourceReader(built)];
  afterAll(() => apart.end());

  test.each(samples)('%s', async (path, bytes) => {
    const source = await apart.read({ path, bytes });
    expect(describeSource(source)).toBe(describeSource(await here.read({ path, bytes })));
    expect(source?.messages.every((message) => message instanceof Error && message.stack === '')).toBe(true);
  });
});

/** A program that stands for a parser with a bug: what it does is the text of the file. */
const BUGS = {
  'answer.docx': 'source = { blocks: [], frontMatter: { pid: process.pid }, messages: [] }',
  'spin.docx': 'for (;;);',
  'grow.docx': 'for (const all = []; ; ) all.push({ all: [1, 2, 3] })',
  'grow-at-once.docx': 'for (const all = []; ; ) all.push(1.5)',
  'grow-in-strings.docx': 'for (let text = "ab"; ; ) text = text.split("").join("-")',
  'rest.docx':
    'Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 300); source = { blocks: [], frontMatter: { pid: process.pid }, messages: [] }',
  'exit.docx': 'process.exit(3)',
  'throw.docx': 'null.x',
};

function createBuggyReader(seconds = 20, jobs = 1): SourceReader {
  const program =
    "process.on('message', ({ file: { bytes } }) => { let source; eval(Buffer.from(bytes).toString()); process.send({ source }); });";
  return createReader(join(makeFolder({ 'program.mjs': program }), 'program.mjs'), {
    limits: { seconds, megabytes: 64 },
    jobs,
  });
}

const TIME = 'Unexpected work without end: not read within 2 s';
const MEMORY = 'Unexpected content that cannot be read: more than 64 MB of memory are needed';
const BROKEN = 'Unexpected content that cannot be read: the reader broke down';

describe('an end to what has none', () => {
  test.each<[keyof typeof BUGS, string]>([
    ['spin.docx', TIME],
    ['grow.docx', MEMORY],
    ['grow-at-once.docx', MEMORY],
    ['grow-in-strings.docx', MEMORY],
    ['exit.docx', BROKEN],
    ['throw.docx', BROKEN],
  ])('%s', async (path, reason) => {
    const reader = createBuggyReader(path === 'spin.docx' ? 2 : 20);
    const read = (name: keyof typeof BUGS) => reader.read({ path: name, bytes: Buffer.from(BUGS[name]) });
    const first = await read('answer.docx');
    expect(await read('answer.docx'), 'the process is used again').toEqual(first);
    const failed = await read(path);
    expect(failed?.blocks).toEqual([]);
    expect(failed?.messages).toMatchObject([{ fatal: true, ruleId: 'unreadable', file: path, reason }]);
    const next = await read('answer.docx');
    expect(next?.messages).toEqual([]);
    expect(next?.frontMatter, 'another process goes on').not.toEqual(first?.frontMatter);
  });

  test('a process that dies between two files costs neither of them', async () => {
    const reader = createBuggyReader();
    const answer = { path: 'a.docx', bytes: Buffer.from(BUGS['answer.docx']) };
    const first = await reader.read(answer);
    process.kill(Number(first?.frontMatter.pid), 'SIGKILL');
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect((await reader.read(answer))?.messages).toEqual([]);
  });

  test('several are read at a time once there is more to do, and one that dies costs one file', async () => {
    const reader = createBuggyReader(20, 3);
    const read = (name: keyof typeof BUGS) => reader.read({ path: name, bytes: Buffer.from(BUGS[name]) });
    const readTogether = () => Promise.all((['rest.docx', 'exit.docx', 'rest.docx'] as const).map(read));
    const pids = (sources: Awaited<ReturnType<typeof readTogether>>) => [
      sources[0]?.frontMatter.pid,
      sources[2]?.frontMatter.pid,
    ];
    await Promise.all([read('rest.docx'), read('rest.docx'), read('rest.docx')]);
    const together = await readTogether();
    expect(together.map((source) => source?.messages.length)).toEqual([0, 1, 0]);
    const [first, second] = pids(together);
    expect(first).not.toBe(second);
  });

  test('a giant is refused before it is sent', async () => {
    const source = await createBuggyReader().read({ path: 'a.docx', bytes: new Uint8Array(256 * 2 ** 20 + 1) });
    expect(source?.messages[0]?.reason).toBe('Unexpected size of more than 256 MB');
  });

  test('plain text is read without a process', async () => {
    const reader = createReader(join(makeFolder(), 'missing.js'));
    const source = await reader.read({ path: 'a.txt', bytes: Buffer.from('I: Ja?\nR: Nee.\n') });
    expect(source?.blocks).toHaveLength(2);
  });
});
