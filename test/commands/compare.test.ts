/** `compare`: codings of several files, of a project and of the program, in a terminal and in files. */
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { makeFolder, readFolder, root, runCli } from '../run-cli.ts';

const BOOK = `name: x
languages: [nl]
codes:
  - { id: time, name: Time, terms: [tijd, uren] }
  - { id: roles, name: Roles, terms: [rol] }
`;
const TEXT = 'I: Vertel?\nR: Er is geen tijd.\nR: Wel een rol.\nR: Niets meer.\n';

interface Stated {
  document?: string;
  code: string;
  coder: string;
  quote: string;
}

const write = (...codings: Stated[]) =>
  codings.map((each) => `${JSON.stringify({ document: 'een', ...each })}\n`).join('');
const by = (coder: string, code: string, quote: string): Stated => ({ coder, code, quote });
const FILES = {
  'codebook.yaml': BOOK,
  'text/een.txt': TEXT,
  'text/twee.txt': TEXT.replace('Niets meer', 'Uren'),
  'anna.jsonl': write(by('anna', 'time', 'Er is geen tijd.'), by('anna', 'time', 'Niets meer.')),
  'ben.jsonl': write(by('ben', 'time', 'geen tijd'), by('ben', 'roles', 'Wel een rol.')),
  'old.jsonl': write(by('anna', 'time', 'Er is geen tijd.')),
};

interface Printed {
  name: string;
  rows: { cells: Record<string, unknown> }[];
  notes: string[];
}

/** One table as JSON, and what was told. */
async function compare(cwd: string, ...argv: string[]): Promise<{ table: Printed; exitCode: number; err: string }> {
  const { out, exitCode, err } = await runCli(cwd, ['compare', ...argv, '-f', 'json']);
  return { table: out === '' ? { name: '', rows: [], notes: [] } : JSON.parse(out), exitCode, err };
}

const pick = ({ rows }: Printed, ...keys: string[]) => rows.map(({ cells }) => keys.map((key) => cells[key]));

test('two files of codings', async () => {
  const { table, exitCode } = await compare(makeFolder(FILES), 'anna.jsonl', 'ben.jsonl', 'text');
  expect(exitCode).toBe(0);
  expect(table.notes[0]).toBe('2 coders: anna, ben. 1 document, 3 paragraphs; 2 codes.');
  expect(pick(table, 'code', 'a', 'b', 'c', 'd').slice(0, 3)).toEqual([
    ['Time', 1, 1, 0, 1],
    ['Roles', 0, 0, 1, 2],
    ['All codes', 1, 1, 1, 3],
  ]);
});

test('the program against a hand coding: what is right, wrong and missed', async () => {
  const folder = makeFolder(FILES);
  const { table } = await compare(folder, 'auto', 'anna.jsonl', 'text');
  expect(pick(table, 'code', 'precision', 'recall').slice(0, 3)).toEqual([
    ['Time', 100, 50],
    ['Roles', 0, null],
    ['All codes', 50, 50],
  ]);
  const terms = await compare(folder, 'auto', 'anna.jsonl', 'text', '--show', 'terms');
  expect(pick(terms.table, 'term', 'right', 'wrong')).toEqual([
    ['rol', 0, 1],
    ['tijd', 1, 0],
  ]);
  const missed = await compare(folder, 'auto', 'anna.jsonl', 'text', '--show', 'missed');
  expect(pick(missed.table, 'document', 'code', 'segment')).toEqual([['een', 'Time', 'Niets meer.']]);
});

test('a coder of two files is two coders, and is found by name and file', async () => {
  const folder = makeFolder(FILES);
  const { table } = await compare(folder, 'anna.jsonl', 'old.jsonl', 'text');
  expect(table.notes[0]).toContain('2 coders: anna (anna.jsonl), anna (old.jsonl).');
  const picked = await compare(folder, 'anna.jsonl', 'old.jsonl', 'auto', 'text', '--coder', 'AUTO,anna (old.jsonl)');
  expect(picked.table.notes[0]).toContain('2 coders: anna (old.jsonl), auto; reference: anna (old.jsonl).');
});

test('transcripts beside the codings, and the codes of the codings, are enough', async () => {
  const { 'codebook.yaml': _book, ...files } = FILES;
  const { table } = await compare(makeFolder(files), 'anna.jsonl', 'ben.jsonl');
  expect(pick(table, 'code', 'a').slice(0, 2)).toEqual([
    ['time', 1],
    ['roles', 0],
  ]);
});

test('a project with two coders and its texts gives the numbers of the files it was made of', async () => {
  const folder = makeFolder(FILES);
  await runCli(folder, ['export', 'text', '--codings', 'anna.jsonl,ben.jsonl', '-o', 'team.qdpx']);
  const project = await compare(folder, 'team.qdpx');
  const files = await compare(folder, 'anna.jsonl', 'ben.jsonl', 'text');
  expect(project.table).toEqual(files.table);
});

test('a folder gets every table, a workbook and what was compared; a second time the same bytes', async () => {
  const folder = makeFolder(FILES);
  const argv = ['compare', 'anna.jsonl', 'ben.jsonl', 'text', '-o', 'agreement'];
  const { out, err } = await runCli(folder, argv, 80);
  expect(out).toMatch(/^Agreement on segments\n/);
  expect(err).toContain('Results in agreement/: agreement-segments.csv');
  const first = readFolder(join(folder, 'agreement'));
  expect(Object.keys(first)).toEqual([
    'agreement-characters.csv',
    'agreement-documents.csv',
    'agreement-passages.csv',
    'agreement-segments.csv',
    'agreement-summary.csv',
    'agreement.xlsx',
    'disagreements.csv',
    'run.json',
  ]);
  expect(JSON.parse(first['run.json'] ?? '')).toMatchObject({ job: 'compare', coders: ['anna', 'ben'], documents: 1 });
  await runCli(folder, argv, 80);
  expect(readFolder(join(folder, 'agreement'))).toEqual(first);
});

test('the results of coding a study are not written over', async () => {
  const folder = makeFolder(FILES);
  await runCli(folder, ['text', '-o', 'coded']);
  const { exitCode, err } = await runCli(folder, ['compare', 'anna.jsonl', 'ben.jsonl', 'text', '-o', 'coded']);
  expect(exitCode).toBe(2);
  expect(err).toContain('The folder coded holds results of another kind');
});

test('the demo study and its two invented coders, on 80 columns', async () => {
  const coders = ['anna', 'ben'].map((name) => `fixtures/agreement/${name}.jsonl`);
  const book = 'fixtures/golden/demo/codebook.yaml';
  const { out } = await runCli(root, ['compare', ...coders, 'fixtures/interviews', '-c', book, '-q'], 80);
  expect(out.split('\n').slice(2, 14)).toEqual([
    'Code             Both  Only  Only  Neither  Agree  Cohen     BP  Alpha',
    '                       anna   ben               %',
    'People             17     2     2       19   90.0  0.799  0.800  0.802',
    '  … (directly)      0     0     1       39   97.5  0.000  0.950  0.000',
    '  Volunteer         9     4     2       25   85.0  0.644  0.700  0.647',
    '  Client            3     1     2       34   92.5  0.625  0.850  0.629',
    '  Professional      3     2     2       33   90.0  0.543  0.800  0.549',
    'Time                2     2     1       35   92.5  0.531  0.850  0.536',
    'Coming in           3     0     1       36   97.5  0.844  0.950  0.845',
    'Never used          0     0     0       40  100.0      –  1.000      –',
    'All codes          20     9     9      242   93.6  0.654  0.871  0.654',
    'Any code           21     1     2       16   92.5  0.848  0.850  0.850',
  ]);
  expect(Math.max(...out.split('\n').map((line) => line.length))).toBeLessThanOrEqual(80);
});

test('too little agreement is exit code 1, after the table', async () => {
  const folder = makeFolder(FILES);
  const low = await compare(folder, 'anna.jsonl', 'ben.jsonl', 'text', '--min-kappa', '0.7');
  expect(low.exitCode).toBe(1);
  expect(low.table.rows).toHaveLength(5);
  expect(low.err).toContain("error: Cohen's kappa is below 0.7 for time (0.400), roles (0.000), all codes together");
  expect((await compare(folder, 'anna.jsonl', 'ben.jsonl', 'text', '--min-kappa', '-0.5')).exitCode).toBe(0);
});

describe('what cannot be compared', () => {
  test.each([
    [['text'], 'Unexpected text, expected codings to compare'],
    [['auto'], 'There is one coder only: auto'],
    [['anna.jsonl', 'text'], 'There is one coder only: anna'],
    [['anna.jsonl', 'ben.jsonl', 'text', '--coder', 'ben'], 'There is one coder only: ben (all of them are anna, ben)'],
    [['anna.jsonl', 'empty.jsonl', 'text'], 'empty.jsonl:1:1: warning: Unexpected line'],
    [['anna.jsonl', './anna.jsonl', 'text'], './anna.jsonl is named twice'],
    [['anna.jsonl', 'text', 'ben.jsonl'], 'Unexpected ben.jsonl behind transcripts'],
    [['anna.jsonl', 'none.jsonl', 'text'], 'No such file of codings: none.jsonl'],
    [['anna.jsonl', 'ben.jsonl', 'text', '--reference', 'cor'], 'No coder is called cor (there are anna, ben)'],
    [['anna.jsonl', 'old.jsonl', 'text', '--reference', 'anna'], 'anna may be anna (anna.jsonl) or anna (old.jsonl)'],
    [['anna.jsonl', 'ben.jsonl', 'text', '--codes', 'tme'], 'No code has the id `tme`'],
    [['anna.jsonl', 'ben.jsonl', 'text', '--show', 'terms'], 'There is no table of terms for these coders'],
    [['anna.jsonl', 'ben.jsonl', 'text', '--min-kappa', '7'], 'Expected a number from -1 to 1'],
    [['apart.jsonl', 'ben.jsonl', 'text'], 'no document was coded by two of cor, ben'],
    [['crowd.jsonl', 'text'], 'Unexpected 21 coders, expected at most 20'],
  ])('%j', async (argv, told) => {
    const crowd = Array.from({ length: 21 }, (_, at) => by(`coder ${at}`, 'time', 'Niets meer.'));
    const apart = { ...by('cor', 'time', 'Uren.'), document: 'twee' };
    const folder = makeFolder({
      ...FILES,
      'crowd.jsonl': write(...crowd),
      'empty.jsonl': '{}\n',
      'apart.jsonl': write(apart),
    });
    const { exitCode, out, err } = await runCli(folder, ['compare', ...argv]);
    expect([exitCode, out]).toEqual([2, '']);
    expect(err).toContain(told);
  });
});
