/** A study of four lines whose tables can be checked in the head. */
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { makeFolder, readFolder, runCli } from '../run-cli.ts';

const CODEBOOK = `
name: tiny
languages: [nl]
codes:
  - id: fruit
    name: Fruit
    terms: [vrucht]
    codes:
      - { id: apple, name: Apple, terms: [appel] }
      - { id: pear, name: Pear, terms: [peer] }
  - { id: bread, name: Bread, terms: [brood] }
`;

const STUDY = {
  'codebook.yaml': CODEBOOK,
  'one.txt': 'I: Een appel?\nR: Een appel, nog een appel en een peer.\nR: Een vrucht.\n',
  'two.txt': 'I: Brood?\nR: Brood en een appel.\nR: Niets.\n',
};

test('code matrix', async () => {
  const { out } = await runCli(makeFolder(STUDY), ['matrix', '.', '-f', 'csv', '-q']);
  expect(out).toBe(
    [
      'code,code_id,one,two,sum',
      'Fruit,fruit,2,1,3', // both segments of one; one of two
      'Fruit (directly),fruit,1,0,1',
      'Fruit \\ Apple,apple,1,1,2', // two apples in one segment are one coded segment
      'Fruit \\ Pear,pear,1,0,1',
      'Bread,bread,0,1,1',
      'Coded segments,,3,2,5', // apple, pear, fruit; bread, apple
      'Segments with a code,,2,1,3',
      '',
    ].join('\n'),
  );
});

test('summed subcodes count a segment with both twice', async () => {
  const { out } = await runCli(makeFolder(STUDY), [
    'matrix',
    '.',
    '-f',
    'csv',
    '-q',
    '--aggregate',
    'sum',
    '--depth',
    '1',
  ]);
  expect(out.split('\n').slice(1, 3)).toEqual(['Fruit,fruit,3,1,4', 'Bread,bread,0,1,1']);
});

test('code frequencies', async () => {
  const { out } = await runCli(makeFolder(STUDY), ['frequencies', '.', '-f', 'csv', '-q', '--depth', '1']);
  // 5 codings, 4 segments, 3 of them with a code, 2 documents, 15 words: 8 + 2 and 4 + 1
  expect(out).toBe(
    [
      'code,code_id,coded_segments,percent_of_codings,percent_of_segments,documents,percent_of_documents,per_1000_words,percent_valid',
      'Fruit,fruit,3,60,75,2,100,200,100',
      'Bread,bread,1,20,25,1,50,66.67,33.33',
      'Coded segments,,5,100,,2,100,333.33,',
      'Segments with a code,,3,,75,2,100,200,100',
      '',
    ].join('\n'),
  );
});

test('coded segments', async () => {
  const { out } = await runCli(makeFolder(STUDY), ['segments', '.', '-f', 'json', '-q']);
  const rows = JSON.parse(out).rows.map((row: { cells: Record<string, unknown> }) => row.cells);
  expect(rows).toHaveLength(5);
  expect(rows[0]).toEqual({
    document_group: '',
    document: 'one',
    code: 'Fruit \\ Apple',
    code_id: 'apple',
    speaker: 'R',
    begin: 2,
    end: 2,
    weight: 0,
    segment: 'Een appel, nog een appel en een peer.',
    terms: 'appel',
    evidence: 'appel',
    negation: '',
    time: '',
    coder: 'auto',
    // of one's 13 + 40 + 14 characters and 2 line ends
    characters: 37,
    percent_of_document: 53.62,
    color: '',
    code_1: 'Fruit',
    code_2: 'Apple',
  });
});

test('the main job writes them all, and names the terms that were near a negation', async () => {
  const folder = makeFolder({ ...STUDY, 'three.txt': 'I: En?\nR: Ik heb geen brood gezien.\n' });
  const { exitCode, err } = await runCli(folder, ['.', '-o', 'out']);
  expect([exitCode, err]).toEqual([0, expect.stringContaining('Results in out/')]);
  const files = readFolder(join(folder, 'out'));
  expect(Object.keys(files)).toEqual([
    'code-frequencies.csv',
    'code-matrix.csv',
    'code-relations.csv',
    'coded-segments.csv',
    'documents.csv',
    'project.qdpx',
    'quotes.docx',
    'quotes.md',
    'report.html',
    'results.xlsx',
    'run.json',
    'saturation.csv',
  ]);
  expect(files['coded-segments.csv']).toContain('Ik heb geen brood gezien.,brood,brood,geen,,auto');
  expect(files['quotes.md']).toContain('> Brood en een appel.');
  expect(JSON.parse(files['run.json'] ?? '').counts).toEqual({ documents: 3, segments: 5, words: 20, codings: 6 });
});

test('documents', async () => {
  const { out } = await runCli(makeFolder(STUDY), ['documents', '.', '-f', 'csv', '-q']);
  expect(out).toBe(
    [
      'document_group,document,format,language,language_by,coded_speakers,uncoded_speakers,interviewer_by,time_span,turns,paragraphs,segments,words,percent_of_words,codings,remarks',
      // ten of twelve words, five of six
      ',one,txt,nl,text,"R (2 turns, 10 words)","I (1 turn, 2 words)",letter pair,,3,3,2,10,83.33,3,',
      ',two,txt,nl,text,"R (2 turns, 5 words)","I (1 turn, 1 word)",letter pair,,3,3,2,5,83.33,2,',
      '',
    ].join('\n'),
  );
});
