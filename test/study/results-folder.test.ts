/** The output folder is written whole or not at all, by one run at a time, and whatever a killed run left is no obstacle. */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { run } from '../../src/cli.ts';
import { LOCK_FILE } from '../../src/study/listed-results.ts';
import { makeFolder, openIo, readFolder, runCli } from '../run-cli.ts';

const STUDY = {
  'codebook.yaml': 'name: x\nlanguages: [nl]\ncodes: [{ id: a, name: A, terms: [appel] }]\n',
  'study/a.txt': 'I: Een appel?\nR: Ja, een appel.\n',
};
const CODE = ['study', '-o', 'study/coded', '-q'];
const lockOf = (pid: number, host = hostname(), files: string[] = []) =>
  JSON.stringify({ program: { name: 'code-transcripts' }, pid, host, files });
/** Of a process that has just ended. */
const deadPid = () => spawnSync(process.execPath, ['-e', '0']).pid;

describe('a lock in the folder', () => {
  test.each([
    ['of a process that runs', () => lockOf(process.ppid), `process ${process.ppid}`],
    ['of another machine', () => lockOf(1, 'another'), 'process 1 on another'],
  ])('%s: the second run is refused, and nothing changes', async (_, lock, who) => {
    const folder = makeFolder({ ...STUDY, [`study/coded/${LOCK_FILE}`]: lock() });
    const { exitCode, out, err } = await runCli(folder, CODE);
    expect([exitCode, out, err]).toEqual([
      2,
      '',
      `error: Another run writes to study/coded: ${who} (wait until it has ended, choose another folder with -o DIR, or delete study/coded/${LOCK_FILE} if no such run exists)\n`,
    ]);
    expect(readFolder(join(folder, 'study/coded'))).toEqual({ [LOCK_FILE]: lock() });
  });

  test.each([
    ['of a process that is no more', () => lockOf(deadPid())],
    ['of a process that had our number before', () => lockOf(process.pid)],
    ['that is empty', () => ''],
    ['that is none', () => '[1'],
  ])('%s is taken over, and gone', async (_, lock) => {
    const folder = makeFolder({ ...STUDY, [`study/coded/${LOCK_FILE}`]: lock() });
    expect((await runCli(folder, CODE)).exitCode).toBe(0);
    expect(readdirSync(join(folder, 'study/coded')).filter((name) => /^\.|partial/.test(name))).toEqual([]);
  });

  test('of two runs at once one is refused', async () => {
    const folder = makeFolder(STUDY);
    const results = await Promise.all([runCli(folder, CODE), runCli(folder, CODE)]);
    expect(results.map(({ exitCode }) => exitCode).sort()).toEqual([0, 2]);
    expect(existsSync(join(folder, 'study/coded', LOCK_FILE))).toBe(false);
  });
});

test('what a killed run left is neither refused nor read as a transcript, and is gone afterwards', async () => {
  const folder = makeFolder(STUDY);
  await runCli(folder, CODE);
  const coded = join(folder, 'study/coded');
  const whole = readFolder(coded);
  // Killed after some of the files had been renamed for the first time.
  rmSync(join(coded, 'run.json'));
  writeFileSync(join(coded, 'quotes.md.partial'), 'half');
  writeFileSync(join(coded, 'old.csv.partial'), 'half');
  writeFileSync(join(coded, 'run.json.partial'), 'half');
  writeFileSync(join(coded, `${LOCK_FILE}.1.partial`), 'half');
  writeFileSync(join(coded, LOCK_FILE), lockOf(deadPid(), hostname(), [...Object.keys(whole), 'old.csv']));
  expect((await runCli(folder, CODE)).exitCode).toBe(0);
  expect(readFolder(coded)).toEqual(whole);
});

test.each([
  ['there is nothing to read', ['empty', '-o', 'a/b', '-q'], {}],
  ['the codebook is broken', ['study', '-o', 'a/b', '-q'], { 'codebook.yaml': 'codes: [' }],
])('where %s, no folder is left', async (_, argv, files) => {
  const folder = makeFolder({ ...STUDY, 'empty/x.yaml': '', ...files });
  expect((await runCli(folder, argv)).exitCode).toBe(2);
  expect(existsSync(join(folder, 'a'))).toBe(false);
});

test('a full disk: the former result stays as it was', async () => {
  const folder = makeFolder(STUDY);
  await runCli(folder, CODE);
  const before = readFolder(join(folder, 'study/coded'));
  writeFileSync(join(folder, 'study/b.txt'), 'I: Nog een appel?\nR: Ja, een appel erbij.\n');
  const { io, result } = openIo(folder);
  const full = {
    ...io,
    writeFile(path: string, content: string | Uint8Array) {
      const isFull = path.endsWith('quotes.md.partial');
      io.writeFile(path, isFull ? content.slice(0, 20) : content);
      if (isFull) throw Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC' });
    },
  };
  expect([await run(CODE, full), result.err]).toEqual([
    2,
    'error: Cannot write study/coded/quotes.md: ENOSPC: no space left on device (the disk is full; what was there before is unchanged)\n',
  ]);
  expect(readFolder(join(folder, 'study/coded'))).toEqual(before);
});

test('an end by the user while files are written leaves the former result, and nothing else', async () => {
  const folder = makeFolder(STUDY);
  await runCli(folder, CODE);
  const before = readFolder(join(folder, 'study/coded'));
  const { io } = openIo(folder);
  const acts = new Set<() => unknown>();
  let interrupted: Record<string, string> = {};
  await run(CODE, {
    ...io,
    onInterrupt(act) {
      acts.add(act);
      return () => acts.delete(act);
    },
    writeFile(path, content) {
      io.writeFile(path, content);
      if (!path.endsWith('quotes.md.partial')) return;
      for (const act of acts) act();
      interrupted = readFolder(join(folder, 'study/coded'));
    },
  });
  expect(interrupted).toEqual(before);
  expect(acts.size).toBe(0);
});
