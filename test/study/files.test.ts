/** Which files a run reads, how it names them, and that it never writes over them. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { makeFolder, readFolder, runCli } from '../run-cli.ts';

const BOOK = 'name: x\nlanguages: [nl]\ncodes: [{ id: a, name: A, terms: [appel] }]\n';
const TEXT = 'I: Een appel?\nR: Een appel.\n';

test('an output file that is a transcript is refused', async () => {
  const folder = makeFolder({ 'study/codebook.yaml': BOOK, 'study/a.txt': TEXT });
  for (const output of ['study/a.txt', 'study/codebook.yaml']) {
    const { exitCode, err } = await runCli(folder, ['matrix', 'study', '-q', '-f', 'csv', '-o', output]);
    expect([exitCode, err]).toEqual([2, `error: ${output} was read in this run and is not written over\n`]);
  }
  expect(readFileSync(join(folder, 'study/a.txt'), 'utf8')).toBe(TEXT);
});

test('an output that is a folder is refused and leaves nothing behind', async () => {
  const folder = makeFolder({ 'study/codebook.yaml': BOOK, 'study/a.txt': TEXT, 'out/x': '' });
  const { exitCode, err } = await runCli(folder, ['matrix', 'study', '-q', '-o', 'out']);
  expect([exitCode, err]).toEqual([2, 'error: Unexpected folder out, expected the name of a file\n']);
  expect(existsSync(join(folder, 'out.partial'))).toBe(false);
});

test('the name of the output file tells the format', async () => {
  const folder = makeFolder({ 'study/codebook.yaml': BOOK, 'study/a.txt': TEXT });
  await runCli(folder, ['matrix', 'study', '-q', '-o', 'm.csv']);
  expect(readFileSync(join(folder, 'm.csv'), 'utf8')).toMatch(/^code,code_id,a,sum\n/);
});

test('the codebook beside a single transcript is found, and files beside it in a glob are passed over', async () => {
  const folder = makeFolder({ 'study/codebook.yaml': BOOK, 'study/a.txt': TEXT, 'study/notes.xyz': 'x' });
  const { exitCode, out, err } = await runCli(folder, [
    'matrix',
    'study/a.txt',
    'study/codebook.yaml',
    'study/notes.xyz',
    '-f',
    'csv',
  ]);
  expect([exitCode, out.split('\n')[1]]).toEqual([0, 'A,a,1,1']);
  expect(err).toContain('Codebook: study/codebook.yaml (beside the transcripts)');
  expect(err).toContain('Skipped 1 file with .xyz');
});

test('results among transcripts hide no transcript', async () => {
  const folder = makeFolder({ 'codebook.yaml': BOOK, 'study/a.txt': TEXT, 'study/b.txt': TEXT });
  await runCli(folder, ['study', '-o', 'study', '--force']);
  await runCli(folder, ['study', '-o', 'study', '--force']);
  expect(JSON.parse(readFolder(join(folder, 'study'))['run.json'] ?? '').documents).toHaveLength(2);
});

test('names with accents, blanks and brackets, composed or not', async () => {
  const folder = makeFolder({ 'codebook.yaml': BOOK, 'een [1] café.txt': TEXT, 'Zoe\u0308.txt': TEXT });
  const { exitCode, out } = await runCli(folder, ['matrix', '.', '-f', 'csv', '-q']);
  expect([exitCode, out.split('\n')[0]]).toEqual([0, 'code,code_id,een [1] café,Zoë,sum']);
});

test('an interviewer that nobody is called, and documents of which little is coded, are told', async () => {
  const folder = makeFolder({
    'codebook.yaml': BOOK,
    'a.txt': 'I: Een heel lange vraag over van alles?\nR: Ja.\n',
    'b.txt': 'I: Alleen een vraag?\nI: Nog een?\n',
  });
  const { err } = await runCli(folder, ['matrix', '.', '--interviewer', 'Eva']);
  expect(err).toContain('warning: No speaker is called Eva');
  expect(err).toContain('a.txt: warning: The interviewer speaks 88 % of the words here');
});

test('a codebook in Windows-1252 is read with a warning', async () => {
  const folder = makeFolder({
    'codebook.yaml': new Uint8Array(Buffer.from(BOOK.replace('appel', 'cliënt'), 'latin1')),
    'a.txt': 'I: Ja?\nR: De cliënt.\n',
  });
  const { out, err } = await runCli(folder, ['matrix', '.', '-f', 'csv']);
  expect([out.split('\n')[1], err]).toEqual([
    'A,a,1,1',
    expect.stringContaining('codebook.yaml: warning: Unexpected bytes that are not UTF-8'),
  ]);
});

test('in a folder only the JSON and tables that are transcripts are read; named alone, another is an error', async () => {
  const folder = makeFolder({
    'codebook.yaml': BOOK,
    'study/a.txt': TEXT,
    'study/b.json': '{"segments":[{"start":0,"end":1,"text":" Een appel."}]}',
    'study/c.tsv': 'start\tend\ttext\n0\t1000\tEen appel.\n',
    'study/other.json': '{"segments":[1]}',
    'study/other.tsv': 'id\tage\n1\t40\n',
  });
  const coded = await runCli(folder, ['matrix', 'study', '-f', 'csv']);
  expect([coded.exitCode, coded.out.split('\n')[0]]).toEqual([0, 'code,code_id,a,b,c,sum']);
  expect(coded.err).toContain('note: Passed over 1 file with .json, first study/other.json');
  expect(coded.err).toContain('note: Passed over 1 table with .tsv, first study/other.tsv');
  const refused = await runCli(folder, ['matrix', 'study/other.json', '-f', 'csv']);
  expect([refused.exitCode, refused.out]).toEqual([2, '']);
  expect(refused.err).toContain('study/other.json: error: Unexpected JSON, expected a transcript of Whisper');
});

test('one interview in several formats is counted several times, and a warning says so', async () => {
  const srt = '1\n00:00:01,000 --> 00:00:02,000\nI: Een appel?\n\n2\n00:00:02,000 --> 00:00:03,000\nR: Een appel.\n';
  const folder = makeFolder({ 'codebook.yaml': BOOK, 'a.txt': TEXT, 'a.srt': srt });
  const { out, err } = await runCli(folder, ['matrix', '.', '-f', 'csv']);
  expect(out.split('\n')[0]).toBe('code,code_id,a.srt,a.txt,sum');
  expect(err).toContain(
    'warning: Several files are called `a`; this one is shown as `a.srt` (if it is one interview in several formats',
  );
});

test('what is to be said of several files is said once, and names them', async () => {
  const folder = makeFolder({
    'codebook.yaml': BOOK,
    'a.txt': 'Een appel.',
    'b.txt': 'Een appel.',
    'c.txt': 'Een appel.',
  });
  const { err } = await runCli(folder, ['matrix', '.', '-l', 'nl']);
  expect(err.match(/no-speakers/g)).toHaveLength(1);
  expect(err).toMatch(/^a\.txt: warning: No speaker labels found.*\[no-speakers\] — also b\.txt, c\.txt$/m);
});

test('what the program wrote itself is never read, and copies are told', async () => {
  const talk = 'I: Een appel?\nR: Een appel.\n';
  const folder = makeFolder({
    'codebook.yaml': 'name: x\nlanguages: [nl]\ncodes: [{ id: a, name: A, terms: [appel] }]\n',
    'a.txt': talk,
    'a - kopie.txt': talk,
  });
  await runCli(folder, ['segments', '.', '-o', 'quotes.md']);
  await runCli(folder, ['documents', '.', '--show', 'a', '-o', 'view.txt']);
  const { out, err, exitCode } = await runCli(folder, ['matrix', '.', '-f', 'csv']);
  expect([exitCode, out.split('\n')[0]]).toEqual([0, 'code,code_id,a - kopie,a,sum']);
  expect(err).toContain('quotes.md: warning: Written by this program, and passed over');
  expect(err).toContain('view.txt');
  expect(err).toMatch(/warning: The same to the byte as a - kopie\.txt/);
});

test('a table is not written under the name of a format that it has not', async () => {
  const folder = makeFolder({ 'a.txt': 'I: Ja?\nR: Nee.\n' });
  const { err, exitCode } = await runCli(folder, ['matrix', '.', '-o', 'm.docx']);
  expect([exitCode, err]).toEqual([2, expect.stringContaining('nothing is written as .docx here')]);
});
