/** Excel workbooks: one written by LibreOffice, and made ones that are odd or hostile. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readTableFile } from '../../../src/transcript/formats/table-file.ts';
import { xlsx } from '../../../src/transcript/formats/xlsx.ts';
import { root } from '../../run-cli.ts';
import { makeXlsx, makeZip, sheetOf } from './make-zip.ts';
import { readFormat } from './read-format.ts';

const fixture = (name: string) => readFileSync(join(root, 'fixtures/formats', name));

const TXT = `Interviewer [0:00:01]: Wat vraagt het werk van een vrijwilliger?
Mevr. De Wit [0:00:04]: Geduld, vooral. En een goede begeleiding; zonder dat gaat het niet.
Interviewer [0:00:15]: Kunt u een voorbeeld geven?
Mevr. De Wit [0:00:18]: Vorig jaar was er een café in de wijk. "Kom binnen", zei ik.
Daar kwamen cliënten die nooit de deur uit gingen.
Interviewer [1:02:03]: Dank u wel.
Mevr. De Wit [1:02:05]: Graag gedaan.
`;
const ROWS = [
  ['Spreker', 'Tijd', 'Tekst', 'Notitie'],
  ['Interviewer', '0:00:01', 'Wat vraagt het werk van een vrijwilliger?', ''],
  ['Mevr. De Wit', '0:00:04', 'Geduld, vooral. En een goede begeleiding;\nzonder dat gaat het niet.', 'kern'],
  ['Interviewer', '0:00:15', 'Kunt u een voorbeeld geven?', ''],
  ['Mevr. De Wit', '0:00:18', 'Vorig jaar was er een café in de wijk. "Kom binnen", zei ik.', ''],
  ['', '0:00:25', 'Daar kwamen cliënten die nooit de deur uit gingen.', ''],
  ['Interviewer', '1:02:03', 'Dank u wel.', ''],
  ['Mevr. De Wit', '1:02:05', 'Graag gedaan.', ''],
];
const delimited = (delimiter: string) =>
  ROWS.map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(delimiter)).join('\r\n');

test('one interview is the same in text, csv, tsv and xlsx', async () => {
  const { turns } = await readFormat('a.txt', TXT);
  expect(turns).toHaveLength(6);
  expect((await readFormat('a.csv', delimited(','))).turns).toEqual(turns);
  expect((await readFormat('a.tsv', delimited('\t'))).turns).toEqual(turns);
  const { turns: found, messages } = await readFormat('a.xlsx', fixture('table-interview.xlsx'));
  expect(found).toEqual(turns);
  expect(messages.map(String)).toEqual(['a.xlsx: Columns that were not read: Notitie']);
});

test('dates, numbers and booleans are as they are shown', async () => {
  const { rows } = await readTableFile({ path: 'documents.xlsx', bytes: fixture('document-variables.xlsx') });
  expect(rows).toEqual([
    { line: 1, cells: ['document', 'interviewer', 'functie', 'datum', 'jaren', 'vrijwilliger'] },
    { line: 2, cells: ['table-interview', '', 'coördinator', '2024-03-05', '12', 'true'] },
  ]);
});

const cells = async (sheet: string, more: Parameters<typeof makeXlsx>[1] = {}) => {
  const { rows, messages } = await readTableFile({ path: 'a.xlsx', bytes: makeXlsx(sheetOf(sheet), more) });
  return [...rows.map(({ line, cells: row }) => `${line}: ${row.join('|')}`), ...messages.map(({ reason }) => reason)];
};
const inline = (reference: string, text: string) => `<c r="${reference}" t="inlineStr"><is><t>${text}</t></is></c>`;

describe('cells', () => {
  const STYLES = `<styleSheet xmlns="urn:x"><numFmts><numFmt numFmtId="164" formatCode="[$-413]d\\ mmmm\\ yyyy"/><numFmt numFmtId="165" formatCode="0.00&quot; dagen&quot;"/><numFmt numFmtId="166" formatCode="[h]:mm:ss"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="166"/><xf numFmtId="20"/><xf numFmtId="22"/></cellXfs></styleSheet>`;
  test.each([
    ['inline text', `<row r="3">${inline('B3', 'x')}</row>`, ['3: |x']],
    [
      'rich text and phonetic hints',
      '<row><c t="inlineStr"><is><r><t>ge</t></r><r><t xml:space="preserve">en </t></r><r><t>x</t></r><rPh><t>no</t></rPh></is></c></row>',
      ['1: geen x'],
    ],
    ['shared text', '<row><c t="s"><v>1</v></c><c t="s"><v>9</v></c><c t="s"><v>0</v></c></row>', ['1: twee b||een']],
    ['a formula', '<row><c t="str"><f>A1&amp;"no"</f><v>ja</v></c></row>', ['1: ja']],
    ['an error', '<row><c t="e"><v>#N/A</v></c><c><v>1</v></c></row>', ['1: |1']],
    [
      'no references',
      '<row><c><v>1</v></c><c t="b"><v>0</v></c></row><row><c><v>0.30000000000000004</v></c></row>',
      ['1: 1|false', '2: 0.3'],
    ],
    ['escaped characters', `<row>${inline('A1', 'a_x000D_&#10;b_x0007_')}</row>`, ['1: a b']],
    ['a prefix', '<x:row xmlns:x="urn:y"><x:c><x:v>1</x:v></x:c></x:row>', ['1: 1']],
    [
      'a date',
      '<row><c s="1"><v>45356</v></c><c s="2"><v>45356</v></c><c s="6"><v>45356.5</v></c></row>',
      ['1: 2024-03-05|2024-03-05|2024-03-05 12:00'],
    ],
    ['a time', '<row><c s="4"><v>1.5</v></c><c s="5"><v>0.5</v></c></row>', ['1: 36:00:00|12:00']],
    ['a number with a unit', '<row><c s="3"><v>4.5</v></c><c s="99"><v>7</v></c></row>', ['1: 4.5|7']],
    [
      'far away',
      `<row r="1">${inline('A1', 'x')}</row><row r="1048576">${inline('XFD1048576', 'y')}</row>`,
      ['1: x', 'Left out 1 cell far to the right of the table'],
    ],
  ])('%s', async (_name, sheet, expected) => {
    const strings =
      '<sst xmlns="urn:x"><si><t>een</t></si><si><r><t>twee</t></r><r><t xml:space="preserve"> b</t></r><rPh><t>no</t></rPh></si></sst>';
    expect(await cells(sheet, { 'xl/styles.xml': STYLES, 'xl/sharedStrings.xml': strings })).toEqual(expected);
  });

  test('days from 1904', async () => {
    const workbook = { date1904: true };
    const bytes = makeXlsx(sheetOf('<row><c s="1"><v>43894</v></c></row>'), { 'xl/styles.xml': STYLES }, workbook);
    expect((await readTableFile({ path: 'a.xlsx', bytes })).rows[0]?.cells).toEqual(['2024-03-05']);
  });
});

describe('sheets', () => {
  test('the first that is shown is read, and the others are named', async () => {
    const bytes = makeXlsx(
      sheetOf(`<row>${inline('A1', 'x')}</row>`),
      {},
      { before: 'Oud', after: ['Kladblok', 'Lijst'] },
    );
    const { rows, messages } = await readTableFile({ path: 'a.xlsx', bytes });
    expect(rows).toHaveLength(1);
    expect(messages.map(String)).toEqual(['a.xlsx: Read only the sheet Blad1; left out Oud, Kladblok, Lijst']);
  });
});

const TALK = `<row>${inline('A1', 'Speaker')}${inline('B1', 'Text')}</row><row>${inline('A2', 'R')}${inline('B2', 'Ja.')}</row>`;

describe('hostile', () => {
  const many = (count: number, row: (index: number) => string) =>
    Array.from({ length: count }, (_, at) => row(at)).join('');
  test.each([
    [
      'a bomb',
      () => makeXlsx(sheetOf(`<row>${inline('A1', ' '.repeat(40 * 2 ** 20))}</row>`)),
      'grows over 32 MB when unpacked',
    ],
    [
      'a part that lies',
      () => makeXlsx(sheetOf(TALK), {}, { declared: 10 }),
      'Unexpected damage in xl/worksheets/sheet1.xml',
    ],
    ['a document type', () => makeXlsx(`<!DOCTYPE x [<!ENTITY a "b">]>${sheetOf(TALK)}`), 'document type declaration'],
    [
      'too many cells',
      () => makeXlsx(sheetOf(many(20_000, (at) => `<row r="${at + 1}">${inline(`SB${at + 1}`, 'x')}</row>`))),
      'more than 4000000 cells',
    ],
    [
      'one long text in many cells',
      () =>
        makeXlsx(sheetOf(many(2000, () => '<row><c t="s"><v>0</v></c></row>')), {
          'xl/sharedStrings.xml': `<sst><si><t>${'x'.repeat(2 ** 20)}</t></si></sst>`,
        }),
      '64 MB of text',
    ],
    ['no workbook', () => makeZip([{ name: 'a.txt', content: 'x' }]), 'this is a zip file but not an Excel workbook'],
    [
      'an encrypted one',
      () => Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0]), Buffer.from('EncryptedPackage', 'utf16le')]),
      'protected with a password',
    ],
    ['an old one', () => Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1]), 'this is an old Excel file (.xls)'],
    ['a renamed one', () => Buffer.from('Speaker;Text\n'), 'but plain text'],
  ])('%s', async (_name, make, expected) => {
    const { turns, messages } = await readFormat('a.xlsx', make());
    expect(turns).toEqual([]);
    expect(
      messages
        .filter(({ fatal }) => fatal)
        .map(String)
        .join(),
    ).toContain(expected);
  });

  test('a cell in the last corner does not cost the others', async () => {
    const bytes = makeXlsx(sheetOf(`${TALK}<row r="1048576">${inline('XFD1048576', 'y')}</row>`));
    const { turns, messages } = await readFormat('a.xlsx', bytes);
    expect(turns).toEqual(['R: Ja.']);
    expect(messages.map(({ ruleId }) => ruleId)).toContain('left-out');
    expect(await xlsx.recognizes(bytes)).toBe(true);
  });
});
