/** The documents table on a messy folder: what was told, guessed, left out, and what could not be used at all. */
import { expect, test } from 'vitest';
import { makeFolder, runCli } from '../run-cli.ts';

const BOOK = 'name: x\nlanguages: [nl]\ncodes: [{ id: a, name: A, terms: [appel] }]\n';
const STUDY = {
  'codebook.yaml': BOOK,
  'bare.txt': 'Een appel is het en niets anders dan dat.\n',
  'eva.txt': 'Eva: Wat is het?\nBen: Een appel, en dat is het dan ook.\nEva: En dan?\nBen: Niets.\nPiet: Ook niets.\n',
  'given.md':
    '---\nlanguage: nl\ninterviewer: Mia\nage: 40\n---\nMia [0:01]: Ja?\n\nJan [0:04]: Appel.\n\nMia [0:09]: Nee?\n\nJan [1:02:07]: Een peer.\n',
  'sub/broken.docx': 'not a zip',
  'sub/old.txt': new Uint8Array(Buffer.from('I: Ja?\nR: Een appel voor de cliënt.\n', 'latin1')),
  'german.txt':
    'I: Was ist das?\nR: Das ist nicht ein Apfel, und ich habe es auch nicht mit der Hand gemacht, aber wir sind so.\n',
};

/** Values of some columns, by document. */
async function readColumns(keys: string[], ...flags: string[]): Promise<Record<string, unknown[]>> {
  const { out } = await runCli(makeFolder(STUDY), ['documents', '.', '-f', 'json', ...flags]);
  const rows: { cells: Record<string, unknown> }[] = JSON.parse(out).rows;
  return Object.fromEntries(rows.map(({ cells }) => [cells.document, keys.map((key) => cells[key])]));
}

test('what language and interviewer were told by, and the time span', async () => {
  expect(await readColumns(['language', 'language_by', 'interviewer_by', 'time_span', 'age'])).toEqual({
    bare: ['nl', 'text', '', '', null],
    eva: ['nl', 'text', 'most questions', '', null],
    given: ['nl', 'stated', 'name given', '0:01 – 1:02:07', 40],
    old: ['nl', 'text', 'letter pair', '', null],
    broken: ['', '', '', '', null],
    german: ['', '', '', '', null],
  });
});

test('remarks tell what was guessed, and why a file was not used', async () => {
  expect(await readColumns(['document_group', 'turns', 'remarks'])).toEqual({
    bare: ['', 1, 'No speaker labels found, so the whole text is coded.'],
    eva: [
      '',
      4,
      'Eva asks most of the questions and is taken for the interviewer. 1 line looks like a speaker label without being one that recurs, and is read as part of the turn before: line 5.',
    ],
    given: ['', 4, ''],
    old: ['sub', 2, 'Unexpected bytes that are not UTF-8; read as Windows-1252.'],
    broken: ['sub', null, 'Not used: Unexpected content: this is not really a .docx file but plain text.'],
    german: ['', null, 'Not used: Unexpected language `de`, expected one that the codebook has terms for: nl.'],
  });
});

test('a language that is said is not detected', async () => {
  const told = await readColumns(['language_by'], '-l', 'nl');
  expect([told.bare, told.given, told.german]).toEqual([['option'], ['option'], ['option']]);
});

test('in a terminal, what the table says is not said beside it; errors are', async () => {
  const folder = makeFolder(STUDY);
  const { exitCode, out, err } = await runCli(folder, ['documents', '.'], 60);
  expect([exitCode, err.match(/warning/g)]).toEqual([1, null]);
  expect(err.match(/error: .*/g)).toHaveLength(2);
  expect(out).toContain(
    [
      'eva',
      '  Format          txt · Language nl · Language by text',
      '  Coded           Ben (2 turns, 12 words)',
      '  Not coded       Eva (2 turns, 5 words)',
      '  Interviewer by  most questions',
      '  Turns           4 · Paragraphs 5 · Segments 3 · Words 12',
      '                  % of words 70.6 · Coded segments 1',
      '  Remarks         Eva asks most of the questions and is',
    ].join('\n'),
  );
  expect(out).toContain('sub \\ broken\n  Format          docx\n  Remarks         Not used: ');
  expect(out).toMatch(/^interviewer-guessed — if this is wrong,[^(]*\n {2}[^(]*\(eva\)$/m);
  expect(Math.max(...out.split('\n').map((line) => line.length))).toBeLessThanOrEqual(60);
  expect((await runCli(folder, ['documents', '.', '-f', 'csv'])).err).toContain('eva.txt: warning: ');
});

test('a folder whose files all fail is an error, as for every table', async () => {
  const folder = makeFolder({ 'codebook.yaml': BOOK, 'a.txt': '' });
  const { exitCode, out } = await runCli(folder, ['documents', '.']);
  expect([exitCode, out]).toEqual([2, '']);
});
