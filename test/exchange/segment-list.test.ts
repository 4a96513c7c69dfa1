/** Lists of coded segments, as programs export them: their columns, their paths of codes, and rows that are none. */
import { describe, expect, test } from 'vitest';
import { readCodingSet } from '../../src/exchange/index.ts';
import { findSegmentColumns } from '../../src/exchange/list-headings.ts';
import { placeCodings } from '../../src/exchange/place-codings.ts';
import { parseCodebook, readText } from '../builders.ts';
import { makeFolder, runCli } from '../run-cli.ts';

const read = (text: string, path = 'anna.csv') => readCodingSet({ path, bytes: new TextEncoder().encode(text) });

test.each([
  [
    'MAXQDA, English',
    'Color;Comment;Document group;Document name;Code;Begin;End;Weight score;Segment;Modified by;Created by',
  ],
  [
    'MAXQDA, German',
    'Farbe;Kommentar;Dokumentgruppe;Dokumentname;Code;Anfang;Ende;Gewicht;Segment;Bearbeitet von;Erstellt von',
  ],
  [
    'MAXQDA, Dutch',
    'Kleur;Opmerking;Documentgroep;Documentnaam;Code;Begin;Einde;Gewicht;Segment;Gewijzigd door;Gemaakt door',
  ],
])('the headings of %s are known', (_, headings) => {
  expect(findSegmentColumns(headings.split(';'))).toEqual({
    memo: 1,
    group: 2,
    document: 3,
    code: 4,
    begin: 5,
    weight: 7,
    segment: 8,
    coder: 10,
    categories: [],
  });
});

describe('a list', () => {
  test('of MAXQDA has groups, paragraphs, weights, comments and who coded', async () => {
    const set = await read(
      'Document group;Document name;Code;Begin;End;Weight score;Segment;Comment;Created by\nRound 1;P01;Ties > Lost;2;2;50;"I missed\nmy neighbours";sad;Ben\n',
    );
    expect(set.documents).toEqual([{ name: 'P01', group: 'Round 1', variables: {} }]);
    expect(set.codings).toEqual([
      {
        document: 'P01',
        code: ['Ties', 'Lost'],
        coder: 'Ben',
        quote: 'I missed\nmy neighbours',
        paragraph: 2,
        weight: 50,
        memo: 'sad',
      },
    ]);
  });

  test('of Taguette is that of one coder, called as the file', async () => {
    const set = await read(
      'id,document,tag,content\r\n1,P01,Ties\\Lost,I missed my neighbours\r\n1,P01,Work,I missed my neighbours\r\n',
    );
    expect(set.codings.map(({ code, coder }) => [code, coder])).toEqual([
      [['Ties', 'Lost'], 'anna'],
      [['Work'], 'anna'],
    ]);
  });

  test('of QualCoder has categories from the nearest up, and pictures, which are left out', async () => {
    const set = await read(
      '\uFEFF"File","Coder","Coded","Id","Codename","Coded_Memo","Category","Category"\n"P01","Ben","Fine.","ctid:1","Lost","","Ties","Life"\n"M","Ben","image","imid:2","Lost","","Ties","Life"\n',
    );
    expect(set.codings.map(({ code, coder, quote }) => [code, coder, quote])).toEqual([
      [['Life', 'Ties', 'Lost'], 'Ben', 'Fine.'],
    ]);
    expect(set.leftOut).toEqual([{ kind: 'row', name: 'row 3', reason: 'it is of a picture or recording' }]);
    expect(set.messages.map(({ reason }) => reason)).toEqual([
      'Left out 1 row (`row 3`): it is of a picture or recording',
    ]);
  });

  test('without one of the columns is refused', async () => {
    const { messages } = await read('document,code\nP01,Lost\n');
    expect(messages.map(({ fatal, reason }) => [fatal, reason])).toEqual([
      [true, 'Unexpected table, expected a column each for document, code and segment'],
    ]);
  });
});

test('our own list is placed where its codings are', async () => {
  const folder = makeFolder({
    'p1.txt': 'I: And now?\nR: Appels zijn duur.\nI: Nog iets?\nR: =Geen appel meer. Appels zijn duur.\n',
    'codebook.yaml':
      'name: b\nlanguages: [nl]\ncodes: [{ id: x, name: Fruit, codes: [{ id: a, name: Appels, terms: [appel] }] }]\n',
  });
  const { out } = await runCli(folder, ['segments', 'p1.txt', '-f', 'csv', '-q']);
  const set = await readCodingSet({ path: 'segments.csv', bytes: new TextEncoder().encode(out) });
  const book = parseCodebook(
    'name: b\nlanguages: [nl]\ncodes: [{ id: x, name: Fruit, codes: [{ id: a, name: Appels }] }]\n',
  );
  const { transcript } = readText(
    'I: And now?\nR: Appels zijn duur.\nI: Nog iets?\nR: =Geen appel meer. Appels zijn duur.\n',
    { path: 'p1.txt' },
  );
  const { codings } = placeCodings(set, transcript, book);
  expect(codings.map(({ code, coder, start, end }) => [code, coder, transcript.text.slice(start, end)])).toEqual([
    ['a', 'auto', 'Appels zijn duur.'],
    ['a', 'auto', '=Geen appel meer. Appels zijn duur.'],
  ]);
});
