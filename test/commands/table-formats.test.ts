/** Formats of tables from the command line: chosen by name, bytes to a pipe, nothing binary to a terminal, and never read back. */
import { copyFileSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { run } from '../../src/cli.ts';
import { createNodeIo } from '../../src/io.ts';
import { makeFolder, runCli } from '../run-cli.ts';

const STUDY = {
  'codebook.yaml': 'name: tiny\nlanguages: [nl]\ncodes:\n  - { id: a, name: Appel, terms: [appel] }\n',
  'study/one.txt': 'I: Een appel?\nR: Een appel, nog een appel en een peer.\nR: Een vrucht.\n',
};

test.each([
  ['t.xlsx', 'PK\u0003\u0004'],
  ['T.XLSX', 'PK\u0003\u0004'],
  ['t.html', '<!doctype html>'],
  ['t.tex', '% written by'],
])('%s says by its name how it is written', async (name, beginning) => {
  const folder = makeFolder(STUDY);
  const { exitCode } = await runCli(folder, ['matrix', 'study', '-c', 'codebook.yaml', '-o', name, '-q']);
  expect(exitCode).toBe(0);
  expect(readFileSync(join(folder, name), 'latin1').startsWith(beginning)).toBe(true);
});

test('a pipe gets the bytes of the file', async () => {
  const folder = makeFolder(STUDY);
  const argv = ['matrix', 'study', '-c', 'codebook.yaml', '-q'];
  const { out } = await runCli(folder, [...argv, '-f', 'xlsx']);
  await runCli(folder, [...argv, '-o', 'same.xlsx']);
  expect(out).toBe(readFileSync(join(folder, 'same.xlsx'), 'latin1'));
});

test('a terminal gets no bytes, but a hint', async () => {
  let [out, err] = ['', ''];
  const stream = (write: (text: string) => void, isTTY: boolean) =>
    ({ isTTY, getColorDepth: () => 1, write }) as unknown as NodeJS.WriteStream;
  const io = createNodeIo({
    cwd: makeFolder(STUDY),
    bundledCodebook: '',
    reportProgram: '',
    out: stream((text) => {
      out += text;
    }, true),
    err: stream((text) => {
      err += text;
    }, false),
    env: {},
  });
  expect(await run(['matrix', 'study', '-c', 'codebook.yaml', '-f', 'xlsx'], io)).toBe(2);
  expect([out, err]).toEqual(['', 'error: A terminal cannot show xlsx (write it to a file: -o table.xlsx)\n']);
});

test('what was written into the folder of the transcripts is not read as one', async () => {
  const folder = makeFolder(STUDY);
  mkdirSync(join(folder, 'out'));
  const argv = ['study', '-c', 'codebook.yaml', '-q'];
  const before = await runCli(folder, ['matrix', ...argv, '-f', 'csv']);
  await runCli(folder, [...argv, '-o', 'out']);
  for (const [table, name] of [
    ['segments', 'x.xlsx'],
    ['segments', 'x.html'],
    ['segments', 'x.md'],
    ['documents', 'y.html'],
  ])
    await runCli(folder, [table ?? '', ...argv, '-o', join('study', name ?? '')]);
  for (const name of ['quotes.docx', 'quotes.md', 'report.html', 'results.xlsx'])
    copyFileSync(join(folder, 'out', name), join(folder, 'study', name));
  await runCli(folder, ['codebook', 'codebook.yaml', '-o', 'study/book.html']);
  await runCli(folder, ['codebook', 'codebook.yaml', '-o', 'study/book.md']);
  const after = await runCli(folder, ['matrix', ...argv, '-f', 'csv']);
  expect(after.out).toBe(before.out);
});

test('a workbook named on the command line is refused as our own', async () => {
  const folder = makeFolder(STUDY);
  await runCli(folder, ['segments', 'study', '-c', 'codebook.yaml', '-o', 'x.xlsx', '-q']);
  const { err } = await runCli(folder, ['documents', 'x.xlsx', 'study', '-c', 'codebook.yaml']);
  expect(err).toContain('[own-output]');
});

test('the same study gives the same workbook and document in another time zone', async () => {
  const folder = makeFolder(STUDY);
  const before = process.env.TZ;
  const results = [];
  for (const zone of ['Pacific/Auckland', 'America/Anchorage']) {
    process.env.TZ = zone;
    await runCli(folder, ['study', '-c', 'codebook.yaml', '-q', '-o', 'out']);
    results.push(['results.xlsx', 'quotes.docx', 'report.html'].map((name) => readFileSync(join(folder, 'out', name))));
  }
  if (before === undefined) delete process.env.TZ;
  else process.env.TZ = before;
  expect(results[1]).toEqual(results[0]);
});

test('results that are open in Word or LibreOffice do not count as files of others', async () => {
  const folder = makeFolder({ ...STUDY, 'out/~$quotes.docx': '', 'out/.~lock.results.xlsx#': '' });
  const { exitCode } = await runCli(folder, ['study', '-c', 'codebook.yaml', '-q', '-o', 'out']);
  expect(exitCode).toBe(0);
});
