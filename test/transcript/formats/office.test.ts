/** The same interview, written by pandoc and by LibreOffice in four formats, gives the same turns. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { root } from '../../run-cli.ts';
import { readFormat } from './read-format.ts';

const TURNS = [
  'Interviewer: Wat vraagt het werk van een vrijwilliger?',
  'Mevr. De Wit: Geduld, vooral. En een goede begeleiding; zonder dat gaat het niet.',
  'Interviewer: Kunt u een voorbeeld geven?',
  'Mevr. De Wit: Vorig jaar was er een café in de wijk. Daar kwamen cliënten die nooit de deur uit gingen. Dat was wel bijzonder, vond ik.',
  'Interviewer: En hoe ging dat verder?',
  'Mevr. De Wit: Eén vrijwilliger zei: ‘Ik wil hoge eisen stellen.’ Toen is ze gestopt – jammer.',
  'Interviewer: Wie helpt er dan mee?',
  'Mevr. De Wit: Drie soorten mensen: buren uit de straat studenten van de opleiding',
  'Interviewer: Hoeveel kost dat?',
  'Mevr. De Wit: Zo’n € 50 per maand, en veel koffie 😀.',
  'Interviewer: Dank u wel.',
  'Mevr. De Wit: Graag gedaan.',
];

const TABLE = [
  'Noor [0:00]: Wat vraagt het werk van een vrijwilliger?',
  'Joop [0:04]: Geduld, vooral. En een goede begeleiding. Zonder dat gaat het niet.',
  'Noor [0:15]: Kunt u een voorbeeld geven?',
  'Joop [0:18]: Vorig jaar was er een café in de wijk.',
];

const WRITERS = ['pandoc', 'writer'].flatMap((writer) =>
  ['docx', 'odt', 'rtf', 'html'].map((extension): [string, string] => [writer, extension]),
);

test('writer, pdf', async () => {
  const path = 'fixtures/formats/writer-interview.pdf';
  const { turns, transcript, messages } = await readFormat(path, readFileSync(join(root, path)));
  // Bullets are printed.
  expect(turns.map((turn) => turn.replaceAll('• ', ''))).toEqual(TURNS);
  expect(messages.map(String)).toEqual([]);
  expect(transcript.text).toContain('[lacht]');
  expect(transcript.text.split('\n')).toContain('Over de organisatie');
});

describe.each(WRITERS)('%s, %s', (writer, extension) => {
  const read = (name: string) => {
    const path = `fixtures/formats/${writer}-${name}.${extension}`;
    return readFormat(path, readFileSync(join(root, path)));
  };

  test('an interview with bold labels, a line break, headings and a list', async () => {
    const { turns, transcript, messages } = await read('interview');
    // pandoc writes bullets into the text of rich text, where others make them by style.
    expect(turns.map((turn) => turn.replaceAll('• ', ''))).toEqual(TURNS);
    expect(messages.map(String)).toEqual([]);
    expect(transcript.text).toContain('[lacht]');
    expect(transcript.text.split('\n')).toContain('Over de organisatie');
    expect(transcript.text).not.toMatch(/\r| {2}/);
  });

  test('a table with columns Timespan, Content and Speaker', async () => {
    const { turns, transcript } = await read('table');
    expect(turns).toEqual(TABLE);
    expect(transcript.text).toMatch(/^Timespan \| Content \| Speaker$/m);
    expect(transcript.text).toContain('\nJoop [0:04]: Geduld, vooral.');
    expect(transcript.text).toContain('\n[0:09] Zonder dat gaat het niet.');
  });
});
