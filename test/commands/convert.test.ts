/** The commands that import and export codebooks, as people use them. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { codebookFormats } from '../../src/codebook/formats/index.ts';
import { makeFolder, runCli } from '../run-cli.ts';

const DICTIONARY = '%\n1\tmood\n%\nblij*\t1\nboos\t1\n:)\t1\n';
const BOOK = `# Imported from moods.dic, a LIWC dictionary.
# Terms with = match as they are written, as they did there; without it a word matches in all its forms.
#
# What was told while it was read:
# - Left out 1 term that cannot be said here, \`:)\` (line 6)
name: moods
title: moods
languages: [nl]
codes:
  - id: mood
    name: mood
    terms:
      - blij*
      - =boos
`;

describe('import', () => {
  test('prints a codebook, and tells what is lost on stderr', async () => {
    const { exitCode, out, err } = await runCli(makeFolder({ 'moods.dic': DICTIONARY }), [
      'import',
      'moods.dic',
      '-l',
      'nl',
    ]);
    expect([exitCode, out]).toEqual([0, BOOK]);
    expect(err).toContain('moods.dic:6:1: warning: Left out 1 term that cannot be said here, `:)`');
    expect(err).toContain('Imported moods.dic as a LIWC dictionary: 1 code, 2 terms');
  });

  test('writes a codebook that codes transcripts in any language', async () => {
    const folder = makeFolder({
      'moods.dic': DICTIONARY,
      'a.txt': 'I: Hoe is het?\n\nR: Ik ben blijer dan eerst, en niet boos.\n',
    });
    const imported = await runCli(folder, ['import', 'moods.dic', '-o', 'moods.yaml', '-q']);
    expect([imported.exitCode, imported.out]).toEqual([0, '']);
    const { out, err } = await runCli(folder, ['frequencies', 'a.txt', '-c', 'moods.yaml', '-f', 'csv']);
    expect(err).not.toContain('error');
    expect(out).toMatch(/mood,1/);
  });

  test('writes over nothing without being asked', async () => {
    const folder = makeFolder({ 'moods.dic': DICTIONARY, 'mine.yaml': 'mine' });
    const refused = await runCli(folder, ['import', 'moods.dic', '-o', 'mine.yaml']);
    expect([refused.exitCode, refused.err]).toEqual([
      2,
      'error: mine.yaml is there already (choose another name, or write over it with --force)\n',
    ]);
    expect(readFileSync(join(folder, 'mine.yaml'), 'utf8')).toBe('mine');
    expect((await runCli(folder, ['import', 'moods.dic', '-o', 'mine.yaml', '--force'])).exitCode).toBe(0);
    expect((await runCli(folder, ['import', 'moods.dic', '-o', 'moods.dic', '--force'])).err).toContain(
      'is not written over',
    );
    expect(readFileSync(join(folder, 'moods.dic'), 'utf8')).toBe(DICTIONARY);
  });

  test.each([
    [['import', 'nothing.dic'], 'error: No such file: nothing.dic\n'],
    [['import', '.'], 'error: Unexpected folder ., expected a file\n'],
    [['import', 'a.json'], 'error: Cannot tell the format of a.json (name it with --format: '],
    [['import', 'moods.dic', '-l', 'xx'], 'error: Unknown language xx (known are nl, en)\n'],
    [['import', 'moods.dic', '-f', 'qdc'], 'moods.dic: error: Unexpected XML'],
    [['export', 'moods.dic', '-o', 'x.qdc'], 'moods.dic:'],
    [['export', 'nothing.yaml', '-o', 'x.qdc'], 'error: No such codebook: nothing.yaml\n'],
    [['export', 'moods.yaml', '-o', 'x.qdpx'], 'error: Unexpected file moods.yaml, expected .md'],
    [['export', 'moods.dic'], 'error: No format is named (name it with --format: '],
    [
      ['export', 'moods.dic', '-o', 'x.docx'],
      'error: Cannot tell the format from the name x.docx (name it with --format: ',
    ],
  ])('%j is an error of use', async (argv, message) => {
    const folder = makeFolder({ 'moods.dic': DICTIONARY, 'moods.yaml': 'name: moods', 'a.json': '{}' });
    const { exitCode, out, err } = await runCli(folder, argv);
    expect([exitCode, out]).toEqual([2, '']);
    expect(err.slice(0, message.length)).toBe(message);
    expect(existsSync(join(folder, 'x.qdc'))).toBe(false);
  });
});

describe('export', () => {
  test.each([
    ['mood.dic', 'liwc', '%\n1\tmood\n%\nblij*\t1\nboos\t1\n'],
    ['mood.yml', 'quanteda', 'mood:\n  - blij*\n  - boos\n'],
    ['mood.cat', 'wordstat', 'mood\r\n\tblij* (1)\r\n\tboos (1)\r\n'],
    ['mood.lc3', 'lexicoder', '+mood\nblij*\nboos\n'],
    ['mood.csv', 'csv', '\uFEFFCode,Memo,Color,Terms (nl)\r\nmood,,,"blij*\n\'=boos"\r\n'.replace("\n'", '\n')],
  ])('%s', async (file, format, content) => {
    const folder = makeFolder({ 'moods.yaml': BOOK });
    const { exitCode, out } = await runCli(folder, ['export', 'moods.yaml', '-o', file]);
    expect([exitCode, out, readFileSync(join(folder, file), 'utf8')]).toEqual([0, '', content]);
    expect((await runCli(folder, ['export', 'moods.yaml', '-f', format])).out).toBe(content);
  });
});

test('the help names every format', async () => {
  const read = await runCli(makeFolder(), ['import', '--help']);
  const written = await runCli(makeFolder(), ['export', '--help']);
  for (const format of codebookFormats) {
    expect(read.out).toContain(`"${format.name}"`);
    for (const extension of format.extensions) if (extension !== '.yaml') expect(read.out).toContain(extension);
    expect(written.out.includes(`"${format.name}"`)).toBe('write' in format);
  }
});
