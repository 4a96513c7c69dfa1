/** A study that is coded in shards and merged gives to the byte what one run gives, and parts of different studies are refused. */
import { copyFileSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { divideFiles, parseShard } from '../../src/study/shards/shard.ts';
import { makeFolder, readFolder, runCli } from '../run-cli.ts';

const BOOK = `name: x
languages: [nl, en]
codes:
  - id: a
    name: A
    terms: { nl: [appel, peer], en: [apple] }
    codes: [{ id: b, name: B, terms: { nl: [kers] } }]
`;
const TALK = 'Interviewer: Een appel?\nAnna: Een appel, en geen peer.\nInterviewer: En een kers?\nAnna: Een kers.\n';

/** Exit codes and everything that is written and printed, but for the name of the folder. */
async function runWhole(folder: string, argv: string[]) {
  const result = await runCli(folder, [...argv, '-o', 'whole']);
  return { ...result, err: result.err.replaceAll('whole/', 'out/'), files: readResults(folder, 'whole') };
}

async function runShards(folder: string, argv: string[], count: number) {
  const shards = [];
  // The last one first: they do not hang on each other.
  for (let index = count; index >= 1; index--)
    shards.push(await runCli(folder, [...argv, '--shard', `${index}/${count}`]));
  const result = await runCli(folder, ['merge', 'parts', '-o', 'merged']);
  const err = result.err.replaceAll('merged/', 'out/');
  return { shards, merged: { ...result, err, files: readResults(folder, 'merged') } };
}

function readResults(folder: string, name: string) {
  return readdirSync(folder).includes(name) ? readFolder(join(folder, name)) : {};
}

/** Everything that is known of the whole study only: equal names, copies, tables of variables, broken and foreign files, names that nobody has. */
const MESSY = {
  'codebook.yaml': BOOK,
  'study/a.txt': TALK,
  'study/b.md': `---\nage: 40\nlanguage: nl\n---\n\n${TALK}`,
  'study/broken.txt': new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0, 1, 2, 3]),
  'study/copy.txt': TALK,
  'study/empty.txt': '',
  'study/english.txt': 'Interviewer: An apple?\nBen: Yes, an apple.\n',
  'study/north/a.txt': `${TALK}Zus: Een kers.\n`,
  'study/north/a.md': TALK,
  'study/south/french.txt': 'Q: Une pomme ?\nA: Oui, une pomme, et nous avons aussi des cerises dans le jardin.\n',
  'study/south/zus.txt': 'Een kers.\nZus: Een appel.\nBroer: Een peer.\n',
  'study/documents.csv':
    'document;age;group;interviewer\na;41;;\nb;42;;Anna\nnorth/a.txt;12;east;\nnobody;1;;\nempty;3;;\n',
  'study/south/documents.csv': 'name,age\nzus,70\n',
  'study/notes.pages': 'x',
};

describe('shards that are merged', () => {
  test.each([
    { count: 4, options: ['--interviewer', 'Nobody,Zus', '--per-code', '1', '--excel', '--parquet'] },
    { count: 9, options: ['--where', 'age>12 AND NOT negated', '--codes', 'b', '-u', 'sentence', '--depth', '1'] },
  ])('give what one run gives, whatever lies in the folder: $count, $options', async ({ count, options }) => {
    const argv = ['study', '-c', 'codebook.yaml', ...options];
    const folder = makeFolder(MESSY);
    const whole = await runWhole(folder, argv);
    expect([whole.exitCode, Object.keys(whole.files)]).toEqual([1, expect.arrayContaining(['run.json'])]);
    const { merged } = await runShards(folder, argv, count);
    expect(merged).toEqual(whole);
  });

  test('are the same where the speakers of one transcript hang on another', async () => {
    const names = fc.constantFrom('Zus', 'Broer', 'Locatie', 'Oma', 'R', 'I', 'Anna');
    const line = fc
      .tuple(names, fc.constantFrom('een appel', 'een kers', 'geen peer'))
      .map(([name, said]) => `${name}: ${said}.`);
    const text = fc.array(fc.oneof(line, fc.constant('Een appel zonder naam.')), { minLength: 1, maxLength: 4 });
    const study = fc.array(text, { minLength: 3, maxLength: 6 });
    let waiting = 0;
    await fc.assert(
      fc.asyncProperty(study, fc.integer({ min: 2, max: 4 }), async (texts, count) => {
        const files = texts.map((lines, index) => [`study/${index}.txt`, `${lines.join('\n\n')}\n`]);
        const folder = makeFolder({ 'codebook.yaml': BOOK, ...Object.fromEntries(files) });
        const argv = ['study', '-c', 'codebook.yaml', '-l', 'nl'];
        const whole = await runWhole(folder, argv);
        const { merged, shards } = await runShards(folder, argv, count);
        waiting += shards.filter(({ err }) => err.includes('[waiting]')).length;
        expect(merged).toEqual(whole);
      }),
      { numRuns: 7, seed: 4 },
    );
    expect(waiting).toBeGreaterThan(3);
  });
});

describe('parts that are not one study are refused by name', () => {
  const SMALL = { 'codebook.yaml': BOOK, 'study/a.txt': TALK, 'study/b.txt': TALK.replace('kers', 'peer') };

  async function makeParts(change: (folder: string) => void = () => {}, argv: string[] = []) {
    const folder = makeFolder(SMALL);
    await runCli(folder, ['study', '-c', 'codebook.yaml', '--shard', '1/2', '-q']);
    change(folder);
    await runCli(folder, ['study', '-c', 'codebook.yaml', '--shard', '2/2', '-q', ...argv]);
    return folder;
  }

  const merge = (folder: string, paths = ['parts']) => runCli(folder, ['merge', ...paths]);

  test.each([
    [
      'a missing one',
      (folder: string) => rmSync(join(folder, 'parts/part-1-of-2.jsonl')),
      'Missing 1 of 2 parts: part-1-of-2.jsonl',
    ],
    [
      'one that is there twice',
      (folder: string) =>
        copyFileSync(join(folder, 'parts/part-1-of-2.jsonl'), join(folder, 'parts/part-01-of-02.jsonl')),
      'parts/part-1-of-2.jsonl: error: Part 1 of 2 a second time, after parts/part-01-of-02.jsonl',
    ],
    [
      'one that is cut off',
      (folder: string) => cut(join(folder, 'parts/part-2-of-2.jsonl')),
      'parts/part-2-of-2.jsonl: error: Unexpected content',
    ],
    [
      'one in which a byte was changed',
      (folder: string) => replaceIn(join(folder, 'parts/part-2-of-2.jsonl'), 'Een appel', 'Een oppel'),
      'parts/part-2-of-2.jsonl: error: Unexpected content',
    ],
    [
      'something else of that name',
      (folder: string) => writeFileSync(join(folder, 'parts/part-2-of-2.jsonl'), '{}\n'),
      'parts/part-2-of-2.jsonl: error: Unexpected content',
    ],
    [
      'one of another version',
      (folder: string) => replaceIn(join(folder, 'parts/part-2-of-2.jsonl'), /"version":"[^"]+"/, '"version":"0.0.9"'),
      'parts/part-2-of-2.jsonl: error: Written by version 0.0.9',
    ],
  ])('%s', async (_, spoil, told) => {
    const folder = await makeParts();
    spoil(folder);
    const { exitCode, out, err } = await merge(folder);
    expect([exitCode, out, readdirSync(folder).includes('coded')]).toEqual([2, '', false]);
    expect(err).toContain(told);
    expect(err).toMatch(/error: nothing was merged\n$/);
  });

  test.each([
    [
      'codebook',
      (folder: string) => replaceIn(join(folder, 'codebook.yaml'), 'kers', 'pruim'),
      [],
      'Another codebook than in',
    ],
    [
      'settings',
      () => {},
      ['--include-interviewer'],
      'Other settings than in parts/part-1-of-2.jsonl: includeInterviewer',
    ],
    ['number of parts', () => {}, ['--shard', '2/3'], 'Part 2 of 3, and parts/part-1-of-2.jsonl is 1 of 2'],
    [
      'one more file',
      (folder: string) => writeFileSync(join(folder, 'study/c.txt'), TALK),
      [],
      'c.txt is only in one of them',
    ],
    [
      'one longer file',
      (folder: string) => writeFileSync(join(folder, 'study/a.txt'), `${TALK}${TALK}`),
      [],
      'a.txt has another size',
    ],
    [
      'document variables',
      (folder: string) => writeFileSync(join(folder, 'study/documents.csv'), 'document,age\na,1\n'),
      [],
      'Other document variables than in',
    ],
  ])('another %s', async (_, change, argv, told) => {
    const { exitCode, err } = await merge(await makeParts(change, argv));
    expect([exitCode, err.split('\n')[0]]).toEqual([2, expect.stringContaining(told)]);
  });

  test('what else lies beside the parts does not matter, and a shard may be run again', async () => {
    const folder = await makeParts();
    await runCli(folder, ['study', '-c', 'codebook.yaml', '--shard', '1/2', '-q']);
    writeFileSync(join(folder, 'parts/part-1-of-2.jsonl.partial'), 'x');
    expect((await merge(folder)).exitCode).toBe(0);
    expect(
      (
        await merge(
          folder,
          readdirSync(join(folder, 'parts')).map((name) => `parts/${name}`),
        )
      ).exitCode,
    ).toBe(0);
  });

  test('a folder without parts is an error of use', async () => {
    const folder = makeFolder({ 'parts/a.txt': TALK });
    expect(await merge(folder)).toMatchObject({ exitCode: 2, err: expect.stringContaining('No parts in parts') });
  });

  function cut(path: string) {
    const text = readFileSync(path, 'utf8');
    writeFileSync(path, text.slice(0, text.lastIndexOf('\n', text.length - 2) + 1));
  }

  function replaceIn(path: string, from: string | RegExp, to: string) {
    const text = readFileSync(path, 'utf8');
    expect(text.search(from)).toBeGreaterThan(0);
    writeFileSync(path, text.replace(from, to));
  }
});

test('a part that cannot be written is an error of use, and leaves nothing', async () => {
  const folder = makeFolder({ 'a.txt': TALK, 'parts/part-1-of-1.jsonl/x': '', file: '' });
  const { exitCode, err } = await runCli(folder, ['.', '--shard', '1/1']);
  expect([exitCode, err]).toEqual([2, expect.stringMatching(/error: Cannot write/)]);
  expect(readdirSync(join(folder, 'parts'))).toEqual(['part-1-of-1.jsonl']);
  const other = await runCli(folder, ['.', '--shard', '1/1', '-o', 'file']);
  expect([other.exitCode, other.err]).toEqual([2, expect.stringContaining('Unexpected file file, expected a folder')]);
});

test('parts inside the folder of the study are no transcripts, and change nothing', async () => {
  const folder = makeFolder({ 'codebook.yaml': BOOK, 'a.txt': TALK, 'b.txt': `${TALK}${TALK}` });
  mkdirSync(join(folder, 'parts'));
  writeFileSync(join(folder, 'parts/part-2-of-2.jsonl.partial'), 'x');
  await runCli(folder, ['.', '--shard', '1/2']);
  const { err } = await runCli(folder, ['.', '--shard', '2/2']);
  expect(err).not.toContain('Skipped');
  expect((await runCli(folder, ['merge', 'parts', '-o', 'coded'])).exitCode).toBe(0);
});

test('with --strict a shard with a broken transcript writes no part, and leaves none of an earlier run', async () => {
  const folder = makeFolder(MESSY);
  await runCli(folder, ['study', '-c', 'codebook.yaml', '--shard', '1/3', '--parquet']);
  expect(readdirSync(join(folder, 'parts')).length).toBe(3);
  const { exitCode, err } = await runCli(folder, ['study', '-c', 'codebook.yaml', '--shard', '1/3', '--strict']);
  expect([exitCode, readdirSync(join(folder, 'parts')), err]).toEqual([
    2,
    [],
    expect.stringContaining('because of --strict'),
  ]);
});

describe('which shard it is', () => {
  const array = (task: number, least: number, most: number, count: number) => ({
    SLURM_ARRAY_TASK_ID: String(task),
    SLURM_ARRAY_TASK_MIN: String(least),
    SLURM_ARRAY_TASK_MAX: String(most),
    SLURM_ARRAY_TASK_COUNT: String(count),
  });

  test.each([
    ['3/16', {}, { index: 3, count: 16 }],
    ['03/16', {}, { index: 3, count: 16 }],
    ['slurm', array(0, 0, 15, 16), { index: 1, count: 16, origin: 'task 0 of the job array 0-15' }],
    ['slurm', array(7, 1, 7, 7), { index: 7, count: 7, origin: 'task 7 of the job array 1-7' }],
  ])('%s %j', (text, environment, shard) => expect(parseShard(text, environment)).toEqual(shard));

  test.each([
    ['0/4', {}, 'Unexpected shard 0/4'],
    ['5/4', {}, 'Unexpected shard 5/4'],
    ['1', {}, 'Unexpected shard 1'],
    ['1/4/2', {}, 'Unexpected shard'],
    ['-1/4', {}, 'Unexpected shard'],
    [
      'slurm',
      {},
      'SLURM_ARRAY_TASK_ID, SLURM_ARRAY_TASK_MIN, SLURM_ARRAY_TASK_MAX, SLURM_ARRAY_TASK_COUNT are not set',
    ],
    ['slurm', { ...array(1, 1, 4, 4), SLURM_ARRAY_TASK_COUNT: undefined }, 'SLURM_ARRAY_TASK_COUNT is not set'],
    ['slurm', array(2, 1, 9, 5), 'Unexpected job array of 5 tasks from 1 to 9'],
  ])('%s %j is refused', (text, environment, told) => expect(() => parseShard(text, environment)).toThrow(told));

  test('it is told, even where little is', async () => {
    const { err } = await runCli(makeFolder({ 'a.txt': TALK }), ['.', '--shard', '1/1', '-q']);
    expect(err).toBe('Shard 1 of 1: 1 of 1 files, 0.1 of 0.1 kB\n');
  });
});

test('every file is in one shard, and the shards are of nearly the same size', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(1_000_000)), fc.integer({ min: 1, max: 40 }), (sizes, count) => {
      const ranges = Array.from({ length: count }, (_, at) => divideFiles(sizes, { index: at + 1, count }));
      expect(ranges.map(({ from }) => from)).toEqual([0, ...ranges.slice(0, -1).map(({ to }) => to)]);
      expect(ranges.at(-1)?.to).toBe(sizes.length);
      const all = sizes.reduce((sum, size) => sum + size + 1024, 0);
      const largest = Math.max(0, ...sizes) + 1024;
      for (const { from, to } of ranges)
        expect(sizes.slice(from, to).reduce((sum, size) => sum + size + 1024, 0)).toBeLessThanOrEqual(
          all / count + largest,
        );
    }),
  );
});
