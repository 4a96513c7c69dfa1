/** Golden folders: the demo study with a frozen codebook gives exactly these files. */
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { makeFolder, readFolder, root, runCli } from './run-cli.ts';

const demo = join(root, 'fixtures/golden/demo');

test('the demo study gives the golden files', async () => {
  const output = join(makeFolder(), 'coded');
  const result = await runCli(root, ['fixtures/interviews', '-c', join(demo, 'codebook.yaml'), '-o', output]);
  expect(result.exitCode).toBe(0);
  const { 'report.html': report, ...files } = readFolder(output);
  // The page holds its whole program, which changes more often than what it shows.
  expect(report?.startsWith('<!doctype html>')).toBe(true);
  for (const [name, text] of Object.entries(files)) {
    // Office files are packed; what is in them is tested where they are written.
    if (/\.(?:xlsx|docx|qdpx)$/.test(name)) continue;
    await expect(text).toMatchFileSnapshot(join(demo, 'expected', name));
  }
  await expect(result.out).toMatchFileSnapshot(join(demo, 'expected/terminal.txt'));
});

test('two runs give the same bytes, whatever the order of the paths', async () => {
  const folder = makeFolder();
  const groups = [
    'fixtures/interviews/beroepskrachten/01-maatschappelijk-werker.md',
    'fixtures/interviews/beroepskrachten/02-ouderenadviseur.txt',
  ];
  const codebook = join(demo, 'codebook.yaml');
  await runCli(root, [...groups, '-c', codebook, '-o', join(folder, 'a')]);
  await runCli(root, [...groups, '-c', codebook, '-o', join(folder, 'b')]);
  await runCli(root, [...groups.toReversed(), '-c', codebook, '-o', join(folder, 'c')]);
  expect(readFolder(join(folder, 'b'))).toEqual(readFolder(join(folder, 'a')));
  expect(readFolder(join(folder, 'c'))).toEqual(readFolder(join(folder, 'a')));
});
