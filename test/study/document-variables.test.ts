/** Document variables from a table beside the transcripts. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { makeFolder, readFolder, root, runCli } from '../run-cli.ts';

const BOOK = 'name: tiny\nlanguages: [nl]\ncodes:\n  - { id: a, name: A, terms: [appel] }\n';
const TALK = 'I: Een appel?\nR: Een appel.\n';
const STUDY = { 'codebook.yaml': BOOK, 'study/a.txt': TALK, 'study/noord/b.md': TALK };

async function readVariables(files: Record<string, string | Uint8Array>, argv = ['study']) {
  const folder = makeFolder({ ...STUDY, ...files });
  const { out, err, exitCode } = await runCli(folder, ['documents', ...argv, '-f', 'json']);
  const rows =
    exitCode === 2
      ? []
      : (JSON.parse(out).rows as { kind: string; cells: Record<string, unknown> }[])
          .filter(({ kind }) => kind === 'body')
          .map(({ cells }) => cells);
  return { rows, err, exitCode };
}

test('variables stand beside every coded segment', async () => {
  const folder = makeFolder({ ...STUDY, 'study/documents.csv': 'document;functie;jaren\na;coördinator;12\nb;;3,5\n' });
  const { out } = await runCli(folder, ['segments', 'study', '-f', 'csv', '-q']);
  const rows = out.trim().split('\n');
  expect(rows[0]).toMatch(/,functie,jaren,characters,/);
  expect(rows[1]).toMatch(/,auto,coördinator,12,/);
  expect(rows[2]).toMatch(/,auto,,"3,5",/);
});

describe('names of documents', () => {
  test.each(['a', 'A', 'a.txt', 'a.docx', './a', 'A.TXT'])('%s', async (name) => {
    const { rows, err } = await readVariables({ 'study/documents.csv': `file,x\n${name},1\nb,2\n` });
    expect([rows.find(({ document }) => document === 'a')?.x, err.includes('documents.csv')]).toEqual([1, false]);
  });
  test.each(['noord/b', 'Noord\\b.md', 'b.md'])('%s', async (name) => {
    const { rows, err } = await readVariables({ 'study/documents.csv': `file,x\n${name},1\na,2\n` });
    expect([rows.find(({ document }) => document === 'b')?.x, err.includes('documents.csv')]).toEqual([1, false]);
  });
  test('accents in two forms', async () => {
    const { rows } = await readVariables({ 'study/cafe\u0301.txt': TALK, 'study/documents.csv': 'file,x\ncafé,1\n' });
    expect(rows.find(({ document }) => document === 'café')?.x).toBe(1);
  });
});

test.each([
  ['study/Documents.CSV', 'document,x\na,1\n'],
  ['study/documents.tsv', 'document\tx\na\t1\n'],
])('%s is found, and is no transcript', async (path, content) => {
  const { rows, err } = await readVariables({ [path]: content });
  expect(rows.map(({ document, x }) => [document, x])).toEqual([
    ['a', 1],
    ['b', null],
  ]);
  expect(err).toContain('1 of 2 transcripts has no row here');
});

test('a workbook', async () => {
  const bytes = readFileSync(join(root, 'fixtures/formats/document-variables.xlsx'));
  const { rows } = await readVariables({ 'study/table-interview.txt': TALK, 'study/documents.xlsx': bytes });
  expect(rows.find(({ document }) => document === 'table-interview')).toMatchObject({
    datum: '2024-03-05',
    functie: 'coördinator',
    jaren: 12,
    vrijwilliger: true,
  });
});

test('group, language and interviewer mean what they mean in a front matter', async () => {
  const files = {
    'study/c.txt': 'Jan: Een appel?\nPiet: Een appel.\nJan: Ja?\nPiet: Nee.\n',
    'study/documents.csv': 'document,Group,Language,Interviewer\nc,zuid,en,Jan\n',
  };
  const folder = makeFolder({
    ...STUDY,
    ...files,
    'codebook.yaml': BOOK.replace('[nl]', '[nl, en]').replace('[appel]', '{ en: [appel], nl: [appel] }'),
  });
  const { out } = await runCli(folder, ['documents', 'study/c.txt', '-f', 'csv']);
  expect(out.split('\n')[1]).toMatch(/^zuid,c,txt,en,stated,"Piet \(2 turns, \d words\)","Jan /);
});

describe('what is told', () => {
  test.each<[string, Record<string, string>, string, Record<string, unknown>]>([
    [
      'a transcript that says otherwise is right',
      { 'study/a.txt': `---\nx: 1\n---\n${TALK}`, 'study/documents.csv': 'file,x\na,2\nb,3\n' },
      'study/a.txt: warning: The variable `x` of `a` is `2` in study/documents.csv and `1` in the transcript, which is taken',
      { a: 1, b: 3 },
    ],
    [
      'no such transcript',
      { 'study/interview-anna.txt': TALK, 'study/documents.csv': 'file,x\na,1\nb,2\ninterview-ana,3\n' },
      'study/documents.csv:4:1: warning: No transcript is called `interview-ana` (did you mean `interview-anna`?)',
      { a: 1, b: 2 },
    ],
    [
      'a row twice',
      { 'study/documents.csv': 'file,x\na,1\nA.txt,2\nb,3\n' },
      'study/documents.csv:3:1: warning: The transcript `A.txt` has a row already, and the first is taken',
      { a: 1, b: 3 },
    ],
    [
      'two transcripts of one name',
      { 'study/zuid/b.md': TALK, 'study/documents.csv': 'file,x\na,1\nb,2\nzuid/b,3\n' },
      'study/documents.csv:3:1: warning: 2 transcripts are called `b`',
      { a: 1, 'zuid/b': 3 },
    ],
    [
      'two tables',
      { 'study/documents.tsv': 'file\tx\na\t9\n', 'study/documents.csv': 'file,x\na,1\nb,2\n' },
      'study/documents.csv: warning: Several tables of document variables lie beside each other; documents.tsv is not read',
      { a: 1, b: 2 },
    ],
    [
      'a table nearer to the transcript is taken',
      { 'study/documents.csv': 'file,x\na,1\nb,2\n', 'study/noord/documents.csv': 'file,x\nb,5\n' },
      '',
      { a: 1, b: 5 },
    ],
    [
      'rows that are too long',
      { 'study/documents.csv': 'file,x\na,1,5\nb,2\n' },
      'study/documents.csv:2:1: warning: Unexpected number of cells: 1 row has more than the heading row',
      { a: 1, b: 2 },
    ],
    [
      'headings that are missing',
      { 'study/documents.csv': 'file,x,,x\na,1,7,8\nb,2,,\n' },
      'study/documents.csv: warning: Unexpected headings: column 3 has no heading, `x` is the heading of two columns',
      { a: 1, b: 2 },
    ],
    [
      'a broken one',
      { 'study/documents.csv': 'file,x\0\n' },
      'study/documents.csv: warning: Unexpected binary data',
      {},
    ],
  ])('%s', async (_name, files, message, expected) => {
    const { rows, err, exitCode } = await readVariables(files);
    expect(err).toContain(message);
    expect(exitCode).toBe(0);
    const values = rows.filter(({ x }) => x !== null && x !== undefined).map(({ document, x }) => [document, x]);
    expect(Object.fromEntries(values)).toEqual(expected);
  });

  test('rows of transcripts that were not asked for are no mistake', async () => {
    const files = { 'study/c.txt': TALK, 'study/documents.csv': 'file,x\na,1\nc,2\n' };
    const { rows, err } = await readVariables(files, ['study/a.txt']);
    expect([rows[0]?.x, err.includes('documents.csv')]).toEqual([1, false]);
  });

  test('named alone it is a usage error', async () => {
    const { err, exitCode } = await readVariables({ 'study/documents.csv': 'file,x\na,1\n' }, ['study/documents.csv']);
    expect([exitCode, err]).toEqual([2, expect.stringContaining('it holds document variables and is no transcript')]);
  });
});

test('it is listed in run.json, and never written over', async () => {
  const table = 'file,x\na,1\nb,2\n';
  const folder = makeFolder({ ...STUDY, 'study/documents.csv': table });
  await runCli(folder, ['code', 'study', '-o', 'out', '-q']);
  const run = JSON.parse(readFolder(join(folder, 'out'))['run.json'] ?? '');
  expect(run.variables).toEqual([{ path: 'documents.csv', sha256: expect.stringMatching(/^[\da-f]{64}$/) }]);
  const refused = await runCli(folder, ['matrix', 'study', '-f', 'csv', '-o', 'study/documents.csv']);
  expect([refused.exitCode, readFileSync(join(folder, 'study/documents.csv'), 'utf8')]).toEqual([2, table]);
});

test('the documents.csv of an earlier run is a result and no table of variables', async () => {
  const folder = makeFolder(STUDY);
  await runCli(folder, ['code', 'study', '-o', 'study', '--force', '-q']);
  const { err, exitCode } = await runCli(folder, ['documents', 'study', '-f', 'csv']);
  expect([exitCode, err.includes('documents.csv')]).toEqual([0, false]);
});

describe('tables as transcripts', () => {
  test('in a folder those that look like one are read, and the others named once', async () => {
    const { rows, err } = await readVariables({
      'study/c.csv': 'Speaker;Text\nI;Een appel?\nR;Een appel.\n',
      'study/d.csv': 'id,age\n1,40\n',
      'study/e.csv':
        'Beschrijving\nEen lange tekst over een project in de stad.\nEn nog een lange tekst over iets anders.\n',
    });
    expect(rows.map(({ document }) => document)).toEqual(expect.arrayContaining(['c']));
    expect(rows.some(({ document }) => document === 'e')).toBe(false);
    expect(err).toContain('note: Passed over 2 tables with .csv, first study/d.csv');
  });

  test('the file itself is always tried, and --columns says what is what', async () => {
    const files = { 'study/e.csv': 'Wie;Wat\nI;Een appel?\nR;Een appel.\nR;Nee.\n', 'study/d.csv': 'id,age\n1,40\n' };
    const { rows } = await readVariables(files, ['study/e.csv', '--columns', 'speaker=wie,text=wat']);
    expect(rows[0]).toMatchObject({ document: 'e', turns: 3 });
    const { err, exitCode } = await readVariables(files, ['study/d.csv']);
    expect(exitCode).toBe(2);
    expect(err).toContain(
      'expected a column with what was said; its columns are id, age (say which columns they are with --columns',
    );
  });

  test.each(['who=a', 'text', 'text=', ''])('--columns %j is a usage error', async (columns) => {
    const { err, exitCode } = await readVariables({}, ['study', '--columns', columns]);
    expect([exitCode, err]).toEqual([2, expect.stringContaining('keys are speaker, text, time, role, question')]);
  });

  test('a heading behind a turn is not part of its segment', async () => {
    const files = {
      'study/f.csv':
        'id;Wat vindt u van appels?;Wat vindt u van alle peren?\nP1;Een appel is heel lekker;Een peer is heel goed\nP2;Ik lust geen appel meer;Peren zijn zacht en zoet\n',
    };
    const folder = makeFolder({ ...STUDY, ...files });
    const { out } = await runCli(folder, ['segments', 'study/f.csv', '-f', 'json', '--unit', 'turn']);
    expect(JSON.parse(out).rows.map((row: { cells: { segment: string } }) => row.cells.segment)).toEqual([
      'Een appel is heel lekker',
      'Ik lust geen appel meer',
    ]);
  });
});
