/** `--watch`: what is saved is coded again, however it is saved, and what is wrong is told without losing the last result. */
import { mkdirSync, readFileSync, realpathSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { run } from '../../src/cli.ts';
import type { Io } from '../../src/io.ts';
import { FileWatcher } from '../../src/study/file-watcher.ts';
import { WatchedFiles } from '../../src/study/watched-files.ts';
import { makeFolder, openIo } from '../run-cli.ts';

const BOOK = 'name: x\nlanguages: [nl]\ncodes:\n  - { id: a, name: Fruit, terms: [appel] }\n';
const APPLE = 'I: Ja?\nR: Ja, een appel.\n';
const LAST_LINE = 'Watching for changes; Ctrl-C ends it.\n';

const ends: (() => Promise<number>)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0)) await end();
});

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** Starts to watch a study, with a door to the world that may be another. */
async function watch(files: Record<string, string> = {}, changeDoor: (io: Io) => Partial<Io> = () => ({})) {
  const folder = makeFolder({ 'codebook.yaml': BOOK, 'study/a.txt': APPLE, ...files });
  const { io, result } = openIo(folder, 200);
  const acts = new Set<() => unknown>();
  const onInterrupt = (act: () => unknown) => {
    acts.add(act);
    return () => acts.delete(act);
  };
  const finished = run(['study', '--watch'], { ...io, ...changeDoor(io), onInterrupt });
  const end = () => {
    for (const act of acts) act();
    return finished;
  };
  ends.push(end);
  /** What is printed until it watches again. */
  const listen = async () => {
    while (!result.err.endsWith(LAST_LINE)) await pause(5);
    const { err, out } = result;
    Object.assign(result, { err: '', out: '' });
    return { err: err.slice(0, -LAST_LINE.length), out };
  };
  const first = await listen();
  const at = (path: string) => join(folder, path);
  const save = (path: string, text: string) => {
    writeFileSync(at(path), text);
    return listen();
  };
  return { first, at, save, listen, end, reads: () => readFileSync(at('coded/code-matrix.csv'), 'utf8') };
}

test('a change of the codebook changes the results, and an end by the user is a good one', async () => {
  const { first, save, end, reads } = await watch();
  expect(first.err).toMatch(/\nResults in coded\/: code-matrix\.csv.*run\.json\n$/);
  expect((await save('codebook.yaml', BOOK.replace('[appel]', '[appel, peer]'))).err).toMatch(
    /\ncodebook\.yaml has changed: no count has changed\n$/,
  );
  const { err, out } = await save('codebook.yaml', `${BOOK}  - { id: b, name: Yes, terms: [ja] }\n`);
  expect([err.split('\n').at(-2), out]).toEqual([
    'codebook.yaml has changed: Yes is new (1)',
    expect.stringContaining('Yes'),
  ]);
  expect(reads()).toContain('Yes,b,1');
  expect(await end()).toBe(0);
});

test('transcripts that come, change and go, a new folder and variables', async () => {
  const { at, save, listen } = await watch();
  const news = ({ err }: { err: string }) => err.split('\n').at(-2);
  expect(news(await save('study/b.txt', APPLE.replace('Ja,', 'Nee,')))).toBe('study/b.txt is new: Fruit +1');
  expect(news(await save('study/b.txt', 'I: Ja?\nR: Niets.\n'))).toBe('study/b.txt has changed: Fruit −1');
  mkdirSync(at('study/group'));
  expect(news(await save('study/group/c.txt', APPLE.replace('een', 'mijn')))).toBe(
    'study/group/c.txt is new: Fruit +1',
  );
  rmSync(at('study/group'), { recursive: true });
  expect(news(await listen())).toBe('study/group/c.txt is gone: Fruit −1');
  expect(news(await save('study/documents.csv', 'document,place\na,Delft\n'))).toBe(
    'study/documents.csv is new: no count has changed',
  );
});

test('a broken codebook is told, with the last result kept; so is one that was broken from the beginning', async () => {
  const { first, save, reads } = await watch({ 'codebook.yaml': 'name: [' });
  expect(first.err).toMatch(/^codebook\.yaml:1:.*\nerror: the codebook has errors; nothing was coded\n$/);
  expect((await save('codebook.yaml', BOOK)).err).toMatch(/\ncodebook\.yaml has changed\n$/);
  const before = reads();
  const { err } = await save('codebook.yaml', `${BOOK}  - { id: a, name: Pear, terms: [peer] }\n`);
  expect(err).toMatch(
    /^codebook\.yaml:5:.*error: .*\n\ncodebook\.yaml has changed: the matrix and coded\/ stay as they were before\n$/s,
  );
  expect(reads()).toBe(before);
  expect((await save('codebook.yaml', `${BOOK}# mended\n`)).err).toMatch(/changed: no count has changed\n$/);
});

test('a file that is emptied, or gone, for a moment is taken for a file that is being saved', async () => {
  const { at, save, listen } = await watch();
  writeFileSync(at('codebook.yaml'), '');
  await pause(60);
  expect((await save('codebook.yaml', `${BOOK}# 1\n`)).err).toMatch(/changed: no count has changed\n$/);
  rmSync(at('study/a.txt'));
  await pause(60);
  writeFileSync(at('study/a.tmp~'), APPLE.replace('Ja,', 'Nee,'));
  renameSync(at('study/a.tmp~'), at('study/a.txt'));
  expect((await listen()).err).toMatch(/\nstudy\/a\.txt has changed: no count has changed\n$/);
});

test('what changes while the study is coded is coded again', async () => {
  let isFirst = true;
  const { listen, reads } = await watch({}, (io) => ({
    readBytes(path) {
      const bytes = io.readBytes(path);
      if (path.endsWith('a.txt') && isFirst) {
        isFirst = false;
        setTimeout(() => io.writeFile(path, `${APPLE}R: En een appel.\n`));
      }
      return bytes;
    },
  }));
  expect((await listen()).err).toMatch(/study\/a\.txt has changed: Fruit \+1\n$/);
  expect(reads()).toContain('Fruit,a,2');
});

test('where no folder can be watched, files are looked at now and then', async () => {
  const folder = makeFolder({ 'study/a.txt': APPLE });
  const { io } = openIo(folder);
  const watchFolder = () => {
    throw Object.assign(new Error('ENOSPC: no space left on device, watch'), { code: 'ENOSPC' });
  };
  const door = { ...io, watchFolder };
  const watcher = new FileWatcher(new WatchedFiles(['study'], 'coded', door), door, 30);
  const change = watcher.change(watcher.look());
  writeFileSync(join(folder, 'study/b.txt'), APPLE);
  const added = [realpathSync(join(folder, 'study/b.txt'))];
  expect((await change)?.changes).toEqual({ changed: [], added, removed: [] });
  watcher.close();
});
