/** A folder with all that may lie in one: what is broken is told in one line, and everything else is coded. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, symlinkSync, unlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { run } from '../../src/cli.ts';
import { createNodeIo } from '../../src/io.ts';
import { formats } from '../../src/transcript/formats/index.ts';
import { makeFolder, readFolder, runCli } from '../run-cli.ts';
import { makeDocx } from '../transcript/formats/make-zip.ts';
import { samplesOf } from '../transcript/formats/samples.ts';

const BOOK =
  'name: x\nlanguages: [nl, en]\ncodes: [{ id: a, name: A, terms: { nl: [appel, begeleiding], en: [patience] } }]\n';
const TEXT = 'I: Een appel?\nR: Ja, een appel.\n';
const FILES = 200;

const errorsIn = (err: string) => err.split('\n').filter((line) => line.includes(': error: '));

test('of 200 files in all formats 5 are broken: 195 are coded, and 5 lines name the others', async () => {
  const broken: Record<string, Uint8Array | string> = {
    'broken/bomb.docx': makeDocx('<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "bb">]><w:document>&b;</w:document>'),
    'broken/cut-off.odt': samplesOf('.odt')[0]?.subarray(0, 4000) ?? '',
    'broken/page.docx': '<html><body><p>I: Ja?</p></body></html>',
    'broken/picture.txt': new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0, 1, 2, 3]),
    'broken/zero.md': '',
  };
  const good = formats.flatMap(({ extensions }) =>
    samplesOf(extensions[0] ?? '').map((bytes) => ({ bytes, extension: extensions[0] })),
  );
  const files = Array.from({ length: FILES - Object.keys(broken).length }, (_, index) => {
    const { bytes, extension } = good[index % good.length] ?? { bytes: TEXT, extension: '.txt' };
    return [`group-${index % 7}/interview-${index}${extension}`, bytes] as const;
  });
  const study = Object.entries({ ...Object.fromEntries(files), ...broken }).map(([path, bytes]) => [
    `study/${path}`,
    bytes,
  ]);
  const folder = makeFolder({ 'study/codebook.yaml': BOOK, ...Object.fromEntries(study) });
  const { exitCode, err } = await runCli(folder, ['study', '-l', 'nl']);
  const errors = errorsIn(err);
  expect(errors.map((line) => line.split(':')[0])).toEqual(Object.keys(broken).map((path) => `study/${path}`));
  expect(exitCode).toBe(1);
  const results = readFolder(join(folder, 'coded'));
  const written = JSON.parse(results['run.json'] ?? '');
  expect([written.documents.length, written.failed]).toEqual([195, Object.keys(broken)]);
  expect(written.documents.every(({ words }: { words: number }) => words > 0)).toBe(true);
  expect(results['documents.csv']?.trim().split('\n').length).toBeGreaterThanOrEqual(196);
});

describe.skipIf(process.platform === 'win32')('files that are none', () => {
  test('pipes, broken links, loops of links and folders with the name of a file are told, and not waited for', async () => {
    const folder = makeFolder({ 'codebook.yaml': BOOK, 'good.txt': TEXT, 'year.txt/good-too.txt': TEXT });
    execFileSync('mkfifo', ['pipe.txt', 'pipe.docx'], { cwd: folder });
    symlinkSync('nowhere.txt', join(folder, 'broken.txt'));
    symlinkSync('circle.txt', join(folder, 'circle.txt'));
    symlinkSync('.', join(folder, 'itself'));
    mkdirSync(join(folder, 'folder.docx'));
    const { exitCode, out, err } = await runCli(folder, ['matrix', '.', '-f', 'csv', '-q']);
    expect([exitCode, out.split('\n')[0]]).toEqual([1, 'code,code_id,good,good-too,sum']);
    expect(err.trim().split('\n')).toEqual([
      expect.stringMatching(/^broken\.txt: error: Unexpected pipe, device or broken link, expected a file/),
      expect.stringMatching(/^circle\.txt: error: Unexpected pipe/),
      expect.stringMatching(/^folder\.docx: error: Unexpected folder with the extension \.docx, expected a file/),
      expect.stringMatching(/^pipe\.docx: error: Unexpected pipe/),
      expect.stringMatching(/^pipe\.txt: error: Unexpected pipe/),
      '5 transcripts could not be used, 2 are counted',
    ]);
    expect(errorsIn(err).filter((line) => !/ \(.+\) \[unreadable\]$/.test(line))).toEqual([]);
  });

  test('results list what failed in the order of files, and by no path that hangs on where the program runs', async () => {
    const files = { 'codebook.yaml': BOOK, 'good.txt': TEXT, 'e.txt': '', 'g/b.txt': '\0', 'g/good.txt': TEXT };
    const folder = makeFolder(files);
    symlinkSync('nowhere.txt', join(folder, 'g/c.txt'));
    mkdirSync(join(folder, 'f.docx'));
    await runCli(makeFolder(), [folder, '-q', '-c', `${folder}/codebook.yaml`, '-o', `${folder}/coded`]);
    const { 'run.json': run = '', 'documents.csv': documents = '' } = readFolder(join(folder, 'coded'));
    expect(JSON.parse(run).failed).toEqual(['e.txt', 'f.docx', 'g/b.txt', 'g/c.txt']);
    const failed = documents.split('\n').filter((line) => line.includes('Not used'));
    expect(failed.map((line) => line.split(',').slice(0, 2))).toEqual([
      ['', 'e'],
      ['', 'f.docx/'],
      ['g', 'b'],
      ['g', 'c'],
    ]);
  });

  test('a folder with nothing but a pipe says so', async () => {
    const folder = makeFolder({ 'study/notes.xyz': '' });
    execFileSync('mkfifo', ['study/pipe.txt'], { cwd: folder });
    const { exitCode, err } = await runCli(folder, ['study']);
    expect([exitCode, err]).toEqual([
      2,
      'error: No readable transcripts in study: study/pipe.txt: Unexpected pipe, device or broken link, expected a file\n',
    ]);
  });

  test('names that would break a line or a table are shown with their characters escaped', async () => {
    const odd = 'a\nb \u001b[31m "q" \u202Etxt';
    const folder = makeFolder({ 'codebook.yaml': BOOK, [`${odd}.txt`]: TEXT, [`bad ${odd}.txt`]: '' });
    const { exitCode, out, err } = await runCli(folder, ['matrix', '.', '-q']);
    const shown = 'a\\nb \\u{1b}[31m "q" \\u{202e}txt';
    expect([exitCode, err]).toEqual([
      1,
      `bad ${shown}.txt: error: Unexpected empty transcript, expected text (copy it again, or delete it) [empty-transcript]\n1 transcript could not be used, 1 is counted\n`,
    ]);
    expect(out).toContain(` ${shown}\n`);
  });

  test('a name of the longest kind in a path of more than 1,000 characters', async () => {
    const deep = `${`${'y'.repeat(200)}/`.repeat(5)}${'x'.repeat(240)}.txt`;
    const folder = makeFolder({ 'codebook.yaml': BOOK, [deep]: TEXT });
    expect((await runCli(folder, ['matrix', '.', '-f', 'csv', '-q'])).exitCode).toBe(0);
  });

  test('a file that is gone before it is read, or right after', async () => {
    const folder = makeFolder({ 'codebook.yaml': BOOK, 'early.txt': TEXT, 'good.txt': TEXT, 'late.txt': TEXT });
    const io = createNodeIo({
      cwd: folder,
      bundledCodebook: '',
      reportProgram: '',

      out: { write: () => true } as unknown as NodeJS.WriteStream,
      err: { write: () => true } as unknown as NodeJS.WriteStream,
      env: {},
    });
    const told: string[] = [];
    const vanishing = {
      ...io,
      err: (text: string) => void told.push(text),
      readBytes(path: string) {
        if (path === 'early.txt') unlinkSync(join(folder, path));
        const bytes = io.readBytes(path);
        if (path === 'late.txt') unlinkSync(join(folder, path));
        return bytes;
      },
    };
    expect(await run(['matrix', '.', '-f', 'csv', '-q'], vanishing)).toBe(1);
    expect(told.join('')).toMatch(
      /^early\.txt: error: Cannot read the file: ENOENT: no such file or directory \(it was .* again.*\) \[unreadable\]\n1 trans.*\n$/,
    );
  });
});

test('empty files of every format are told, one line each', async () => {
  const paths = formats.flatMap(({ extensions }) => extensions.map((extension) => `zero${extension}`));
  const files = Object.fromEntries(paths.map((path) => [path, '']));
  const folder = makeFolder({ 'codebook.yaml': BOOK, 'good.txt': TEXT, ...files });
  const { exitCode, err } = await runCli(folder, ['matrix', '.', '-f', 'csv', '-q']);
  expect([
    exitCode,
    errorsIn(err)
      .map((line) => line.split(':')[0])
      .sort(),
  ]).toEqual([1, paths.sort()]);
});

test('what a speech recogniser wrote is an error where it was cut off, and other JSON is a note', async () => {
  const whole = JSON.stringify({ text: 'Ja.', segments: [{ start: 0, end: 1, text: 'Ja.' }] });
  const files = { 'cut.json': whole.slice(0, -9), 'other.json': '{"width": 3}' };
  const folder = makeFolder({ 'codebook.yaml': BOOK, 'good.txt': TEXT, ...files });
  const { exitCode, err } = await runCli(folder, ['matrix', '.', '-f', 'csv']);
  expect(exitCode).toBe(1);
  expect(errorsIn(err)).toEqual([expect.stringMatching(/^cut\.json: error: Unexpected JSON/)]);
  expect(err).toContain('Passed over 1 file with .json, first other.json');
});
