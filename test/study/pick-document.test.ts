/** `documents --show NAME`: which document a name means, and what is said when there is not just one. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { makeFolder, runCli } from '../run-cli.ts';

const TEXT = 'I: Een appel?\nR: Een appel.\n';
const STUDY = {
  'codebook.yaml': 'name: x\nlanguages: [nl]\ncodes: [{ id: a, name: A, terms: [appel] }]\n',
  'north/01-jan.txt': TEXT,
  'north/02-piet.md': TEXT.replace('\n', '\n\n'),
  'south/01-jan.txt': TEXT,
  'south/03-Zoë.txt': TEXT,
  'south/03.txt': TEXT,
  'south/04-leeg.txt': '',
};
const show = (folder: string, name: string, ...flags: string[]) =>
  runCli(folder, ['documents', '.', '--show', name, ...flags]);

test.each([
  ['02-piet', '# north \\ 02-piet'],
  ['02-PIET.MD', '# north \\ 02-piet'],
  ['north/02-piet.md', '# north \\ 02-piet'],
  ['./north\\02-piet', '# north \\ 02-piet'],
  ['02', '# north \\ 02-piet'],
  ['piet', '# north \\ 02-piet'],
  ['03', '# south \\ 03'],
  ['03-zoe\u0308', '# south \\ 03-Zoë'],
  ['south/01', '# south/01-jan'],
])('%s means %s', async (name, title) => {
  const { exitCode, out, err } = await show(makeFolder(STUDY), name);
  expect([exitCode, out.split('\n')[0], err]).toEqual([0, title, '']);
});

test.each([
  ['01-jan', 'Several documents could be meant by `01-jan`: north/01-jan, south/01-jan (write more of it)'],
  ['02-pit', 'No document is called `02-pit` (did you mean `02-piet`?)'],
  ['04-leeg', '`04-leeg` could not be used: Unexpected empty transcript, expected text (copy it again, or delete it)'],
])('%s: %s', async (name, message) => {
  const { exitCode, out, err } = await show(makeFolder(STUDY), name);
  expect([exitCode, out, err]).toEqual([2, '', `error: ${message}\n`]);
});

test('a name like no other: the documents are listed', async () => {
  const { err } = await show(makeFolder(STUDY), 'something else');
  expect(err).toContain('(there are north/01-jan, 02-piet, south/01-jan, 03-Zoë, 03, 04-leeg)');
});

test('as JSON, the spans are over the text', async () => {
  const { out } = await show(makeFolder(STUDY), '02-piet', '-f', 'json');
  const { document, text, turns, segments, told } = JSON.parse(out);
  expect([document, told, turns[1].role]).toEqual([
    '02-piet',
    { language: 'text', interviewer: 'letter pair' },
    'respondent',
  ]);
  expect(text.slice(turns[1].start, turns[1].end)).toBe('R: Een appel.');
  expect(text.slice(segments[0].start, segments[0].end)).toBe('Een appel.');
});

test('to a file, whose name tells the format; never over a transcript', async () => {
  const folder = makeFolder(STUDY);
  await show(folder, '02-piet', '-o', 'seen.json');
  expect(JSON.parse(readFileSync(join(folder, 'seen.json'), 'utf8')).document).toBe('02-piet');
  await show(folder, '02-piet', '-o', 'seen.txt');
  expect(readFileSync(join(folder, 'seen.txt'), 'utf8')).toContain('\n2\trespondent\tR\t\t‹R:› Een appel.\n');
  expect((await show(folder, '02-piet', '-o', 'north/02-piet.md')).exitCode).toBe(2);
  expect((await show(folder, '02-piet', '-f', 'csv')).err).toBe(
    'error: A transcript is shown as text or json, not as csv\n',
  );
});
