/** What the program says and does when something is wrong: one clear line, the right exit code, nothing half-written. */
import { chmodSync, existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { tableFormats } from '../../src/output/index.ts';
import { formats } from '../../src/transcript/formats/index.ts';
import { makeFolder, readFolder, root, runCli } from '../run-cli.ts';

const BOOK = 'name: tiny\nlanguages: [nl]\ncodes:\n  - { id: a, name: A, terms: [appel] }\n';
const EXTENSIONS = formats.flatMap((format) => format.extensions).join(', ');
const GOOD = 'I: Een appel?\nR: Een appel.\n';

describe('paths', () => {
  test.each([
    ['no such path', {}, ['nowhere'], 'error: No such file or folder: nowhere\n'],
    ['an empty folder', {}, ['.'], `error: No transcripts in . (expected files ending in ${EXTENSIONS})\n`],
    [
      'a folder with nothing readable',
      { 'a.xyz': 'x' },
      ['.'],
      `error: No readable transcripts in .: 1 other file, first a.xyz (expected files ending in ${EXTENSIONS})\n`,
    ],
    [
      'a file of another kind',
      { 'a.xyz': 'x' },
      ['a.xyz'],
      `error: Unexpected file a.xyz, expected ${EXTENSIONS} (save the transcript as text or Markdown)\n`,
    ],
    [
      'a mistyped command',
      {},
      ['matirx', '.'],
      'error: No such command, file or folder: matirx (did you mean `matrix`?)\n',
    ],
    ['no such codebook', { 'a.txt': GOOD }, ['.', '-c', 'b.yaml'], 'error: No such codebook: b.yaml\n'],
    [
      'an unknown language',
      { 'a.txt': GOOD },
      ['.', '-l', 'xx'],
      'error: Unexpected language xx, expected one of nl (Dutch), en (English)\n',
    ],
  ])('%s', async (_name, files, argv, expected) => {
    const folder = makeFolder(files);
    const before = readdirSync(folder);
    const { exitCode, out, err } = await runCli(folder, argv);
    expect([exitCode, out, err]).toEqual([2, '', expected]);
    expect(readdirSync(folder)).toEqual(before);
  });

  test('an unknown option is a usage error', async () => {
    const { exitCode, out, err } = await runCli(makeFolder({ 'a.txt': GOOD }), ['.', '--nonsense']);
    expect([exitCode, out]).toEqual([2, '']);
    expect(err).toMatch(/^error: unknown option '--nonsense'/);
  });
});

describe('transcripts', () => {
  test.each([
    ['an empty transcript', '', /bad\.txt: error: Unexpected empty transcript, expected text/],
    ['a transcript of blanks', ' \n\n\t\n', /bad\.txt: error: Unexpected empty transcript/],
    [
      'binary data named .txt',
      new Uint8Array([0x50, 0x4b, 3, 4, 0, 0, 1, 2]),
      /bad\.txt: error: Unexpected binary data, expected readable text/,
    ],
    [
      'a language without terms',
      '---\nlanguage: en\n---\nI: So?\nR: Yes.',
      /bad\.txt: error: Unexpected language `en`, expected one that the codebook has terms for: nl/,
    ],
  ])('%s is reported and the good ones are coded', async (_name, content, message) => {
    const folder = makeFolder({ 'codebook.yaml': BOOK, 'bad.txt': content, 'good.txt': GOOD });
    const { exitCode, err } = await runCli(folder, ['.']);
    expect(exitCode).toBe(1);
    expect(err).toMatch(message);
    const files = readFolder(join(folder, 'coded'));
    expect(files['code-matrix.csv']).toContain('code,code_id,good,sum\nA,a,1,1\n');
    expect(JSON.parse(files['run.json'] ?? '').failed).toEqual(['bad.txt']);
  });

  test('with --strict nothing is written', async () => {
    const folder = makeFolder({ 'codebook.yaml': BOOK, 'bad.txt': '', 'good.txt': GOOD });
    const { exitCode, err } = await runCli(folder, ['.', '--strict']);
    expect([exitCode, existsSync(join(folder, 'coded'))]).toEqual([2, false]);
    expect(err).toContain('error: stopped because of --strict');
  });

  // Root may read everything, so the test would say nothing.
  test.skipIf(process.getuid?.() === 0 || process.platform === 'win32')('a file that may not be read', async () => {
    const folder = makeFolder({ 'codebook.yaml': BOOK, 'bad.txt': GOOD, 'good.txt': GOOD });
    chmodSync(join(folder, 'bad.txt'), 0);
    const { exitCode, err } = await runCli(folder, ['.']);
    expect([exitCode, err]).toEqual([1, expect.stringContaining('bad.txt: error: Cannot read the file')]);
  });

  test('a Windows-1252 file is read with a warning', async () => {
    const folder = makeFolder({
      'codebook.yaml': BOOK.replace('appel', 'cliënt'),
      'a.txt': new Uint8Array(Buffer.from('I: Ja?\nR: De \x91cliënt\x92.\n', 'latin1')),
    });
    const { exitCode, err, out } = await runCli(folder, ['matrix', '.', '-f', 'csv']);
    expect([exitCode, err]).toEqual([
      0,
      expect.stringContaining('a.txt: warning: Unexpected bytes that are not UTF-8'),
    ]);
    expect(out).toContain('A,a,1,1');
  });
});

test('a codebook without terms is told to be so', async () => {
  const folder = makeFolder({ 'codebook.yaml': BOOK.replace(', terms: [appel]', ''), 'good.txt': GOOD });
  const { exitCode, err } = await runCli(folder, ['matrix', '.']);
  expect([exitCode, err]).toEqual([
    2,
    expect.stringContaining('good.txt: error: The codebook has no terms, so nothing could be found here (write'),
  ]);
});

describe('codebooks', () => {
  test.each([
    ['a syntax error', 'name: x\ncodes: [\n', 'codebook.yaml:3:1: error: Unexpected YAML'],
    [
      'a wildcard without quotes',
      BOOK.replace('[appel]', '\n      - *appel'),
      "codebook.yaml:5:9: error: Unexpected `*appel`, expected plain text (a term that begins with * stands in single quotes: '*appel')",
    ],
    [
      'an unknown key',
      BOOK.replace('name: A', 'nmae: A, name: A'),
      'codebook.yaml:4:14: error: Unexpected key `nmae` (did you mean `name`?) [unknown-key]',
    ],
    [
      'a wrong type',
      BOOK.replace('[appel]', 'appel'),
      'codebook.yaml:4:30: error: Unexpected `appel`, expected a list of terms, or such a list for each language [wrong-type]',
    ],
    [
      'a missing key',
      BOOK.replace('id: a, ', ''),
      'codebook.yaml:4:5: error: Unexpected end, expected the key `id` [missing-key]',
    ],
    [
      'a duplicate id',
      `${BOOK}  - { id: a, name: B, terms: [peer] }\n`,
      'codebook.yaml:5:11: error: Unexpected second code with the id `a` (the first is on line 4) [duplicate-id]',
    ],
    [
      'a line that is indented too far, and joined to the term above',
      'name: x\nlanguages: [nl]\ncodes:\n  - id: a\n    name: A\n    terms:\n      - appel\n        - peer\n',
      'codebook.yaml:7:9: error: Unexpected `-` between blanks in the term `appel - peer`, expected a word (YAML goes on with a term where the next line is indented further: begin both at the same place) [invalid-term]',
    ],
    [
      'a bad wildcard',
      BOOK.replace('appel', "'*'"),
      'codebook.yaml:4:31: error: Unexpected `*`, expected at least one letter or digit',
    ],
    [
      'a lone * at the edge',
      BOOK.replace('appel', "'* appel'"),
      'codebook.yaml:4:31: error: Unexpected lone `*` at the edge of `* appel`',
    ],
    [
      'a phrase over punctuation',
      BOOK.replace('appel', "'appel, peer'"),
      'codebook.yaml:4:31: error: Unexpected `,` in the term `appel, peer`',
    ],
    ['an empty term', BOOK.replace('appel', "''"), 'codebook.yaml:4:31: error: Unexpected empty term'],
    [
      'a weight that is none',
      BOOK.replace('appel', '{ term: appel, weight: 101 }'),
      'codebook.yaml:4:54: error: Unexpected `101`, expected a whole number from 0 to 100',
    ],
    [
      'an unknown language',
      BOOK.replace('[nl]', '[nl, xx]'),
      'codebook.yaml:2:17: error: Unexpected language `xx`, expected one of nl, en',
    ],
    [
      'terms in a language that is not declared',
      BOOK.replace('[appel]', '{ en: [apple] }'),
      'codebook.yaml:4:32: error: Unexpected language `en`, expected one of nl, any',
    ],
    [
      'a colour that became a comment',
      BOOK.replace('terms: [appel] }', 'terms: [appel], color: "red" }'),
      'codebook.yaml:4:46: error: Unexpected `red`, expected six hexadecimal digits in quotes',
    ],
    [
      'nesting without end',
      '['.repeat(5000),
      'codebook.yaml:1:101: error: Unexpected nesting, expected at most 100 levels',
    ],
  ])('%s', async (_name, book, expected) => {
    const folder = makeFolder({ 'codebook.yaml': book, 'good.txt': GOOD });
    const coded = await runCli(folder, ['.']);
    expect(coded.err).toContain(expected);
    expect([coded.exitCode, coded.out, existsSync(join(folder, 'coded'))]).toEqual([2, '', false]);
    const checked = await runCli(folder, ['check', 'codebook.yaml']);
    const [, place = '', reason = ''] = /^codebook\.yaml:(\S+): error: (.*?)(?: \(.*)?$/.exec(expected) ?? [];
    expect([checked.exitCode, checked.out]).toEqual([1, expect.stringContaining(`${place}  error    ${reason}`)]);
  });
});

describe('the output folder', () => {
  const study = { 'codebook.yaml': BOOK, 'study/good.txt': GOOD };

  test('is refused when it holds foreign files, before anything is read', async () => {
    const folder = makeFolder({ ...study, 'coded/thesis.docx': 'mine' });
    const { exitCode, err } = await runCli(folder, ['study']);
    expect([exitCode, err]).toEqual([
      2,
      'error: The output folder coded holds other files: thesis.docx (choose another with -o DIR, or use --force to write beside them)\n',
    ]);
    expect(readdirSync(join(folder, 'coded'))).toEqual(['thesis.docx']);
  });

  test('with --force the foreign files stay', async () => {
    const folder = makeFolder({ ...study, 'coded/thesis.docx': 'mine' });
    expect((await runCli(folder, ['study', '--force'])).exitCode).toBe(0);
    expect(readFolder(join(folder, 'coded'))).toMatchObject({ 'thesis.docx': 'mine', 'quotes.md': expect.any(String) });
  });

  test('a file that only an earlier run made is removed; results are not read as transcripts', async () => {
    const folder = makeFolder(study);
    await runCli(folder, ['study', '-o', 'study/coded']);
    const run = JSON.parse(readFolder(join(folder, 'study/coded'))['run.json'] ?? '');
    writeFileSync(
      join(folder, 'study/coded/run.json'),
      JSON.stringify({ ...run, files: [...run.files, 'old-table.csv'] }),
    );
    writeFileSync(join(folder, 'study/coded/old-table.csv'), 'old');
    const { exitCode } = await runCli(folder, ['study', '-o', 'study/coded']);
    const files = readFolder(join(folder, 'study/coded'));
    expect([exitCode, Object.keys(files).includes('old-table.csv')]).toEqual([0, false]);
    expect(JSON.parse(files['run.json'] ?? '').documents).toHaveLength(1);
  });

  test('a file in its place is refused', async () => {
    const { exitCode, err } = await runCli(makeFolder({ ...study, out: 'x' }), ['study', '-o', 'out']);
    expect([exitCode, err]).toEqual([2, 'error: Unexpected file out, expected a folder for the results\n']);
  });
});

test('documents with equal names gain their group, and it is said', async () => {
  const folder = makeFolder({
    'codebook.yaml': BOOK,
    'north/jan.txt': GOOD,
    'south/jan.txt': GOOD,
    'south/piet.md': GOOD.replace('\n', '\n\n'),
  });
  const { out, err } = await runCli(folder, ['matrix', '.', '-f', 'csv']);
  expect(out.split('\n')[0]).toBe('code,code_id,north/jan,south/jan,piet,sum');
  expect(err).toContain('Several files are called `jan`; this one is shown as `north/jan`');
});

test('one file that is nested without end does not cost the others', async () => {
  const folder = makeFolder({ 'codebook.yaml': BOOK, 'bad.md': '>'.repeat(8000), 'good.txt': GOOD });
  const { exitCode, out, err } = await runCli(folder, ['matrix', '.', '-f', 'csv', '-q']);
  expect([exitCode, out.split('\n')[1]]).toEqual([1, 'A,a,1,1']);
  expect(err).toContain('bad.md: error: Unexpected');
});

test('a file of somebody else is not written over, even with --force', async () => {
  const folder = makeFolder({ 'codebook.yaml': BOOK, 'study/a.txt': GOOD, 'coded/quotes.md': 'mine' });
  const { exitCode, err } = await runCli(folder, ['study', '--force']);
  expect([exitCode, err]).toEqual([2, expect.stringContaining('coded/quotes.md was not written by this program')]);
  expect(readFolder(join(folder, 'coded'))).toEqual({ 'quotes.md': 'mine' });
});

test('a document in a language that has no stems is refused', async () => {
  const german =
    'I: Was ist das?\nR: Das ist nicht ein Apfel, und ich habe es auch nicht mit der Hand gemacht, aber wir sind so.\n';
  const folder = makeFolder({ 'codebook.yaml': BOOK, 'de.txt': german, 'good.txt': GOOD });
  const { exitCode, err } = await runCli(folder, ['matrix', '.', '-q']);
  expect([exitCode, err]).toEqual([1, expect.stringContaining('de.txt: error: Unexpected language `de`')]);
});

test('every table format is offered', async () => {
  const { out } = await runCli(root, ['matrix', '--help']);
  expect(out.replace(/\s+/g, ' ')).toContain(`choices: ${tableFormats.map(({ name }) => `"${name}"`).join(', ')}`);
});
