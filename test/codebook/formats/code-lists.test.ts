/** Lists of codes as other programs and people write them, and REFI-QDA codebooks of others. */
import { describe, expect, test } from 'vitest';
import { makeZip } from '../../transcript/formats/make-zip.ts';
import { importFile } from './convert-book.ts';

interface Sample {
  name: string;
  path: string;
  content: string;
  tree: string[];
  told?: string[];
}

const TIES = ['Belonging', '  Loss of ties', '  New ties', 'Hardship'];

const LISTS: Sample[] = [
  {
    name: 'MAXQDA: paths with >, parents that have no row',
    path: 'codes.csv',
    content: 'Code,Memo\nBelonging > Loss of ties,Missing people\n"Belonging > New ties",\nHardship,\n',
    tree: TIES,
  },
  {
    name: 'MAXQDA: code system with a column for each level',
    path: 'codes.csv',
    content:
      'Code System;;Memo;Frequency\nBelonging;;;12\n;Loss of ties;Missing people;5\n;New ties;;7\nHardship;;;3\n',
    tree: TIES,
    told: ['lost-column:1: Left out 1 column, `Frequency`'],
  },
  {
    name: 'QualCoder: >> and a tab',
    path: 'codes.txt',
    content: '\uFEFFBelonging>>Loss of ties\tMissing people\r\nBelonging>>New ties\t\r\nHardship\t\r\n',
    tree: TIES,
  },
  {
    name: 'QualCoder: without a heading',
    path: 'codes.csv',
    content: 'Belonging>>Loss of ties,"Missing people, or places"\nBelonging>>New ties,\nHardship,\n',
    tree: TIES,
  },
  {
    name: 'Taguette: backslashes',
    path: 'codebook.csv',
    content:
      'tag,description,number of highlights,number of documents\r\nBelonging\\Loss of ties,Missing people,1,1\r\nBelonging\\New ties,,0,0\r\nHardship,,2,1\r\n',
    tree: TIES,
    told: ['lost-column:1: Left out 2 columns, the first is `number of highlights`'],
  },
  {
    name: 'NVivo: levels by blanks before the name',
    path: 'codebook.tsv',
    content:
      'Name\tDescription\tFiles\tReferences\nBelonging\t\t2\t4\n  Loss of ties\tMissing people\t1\t2\n  New ties\t\t1\t2\nHardship\t\t1\t1\n',
    tree: TIES,
    told: ['lost-column:1: Left out 2 columns'],
  },
  {
    name: 'text indented with tabs',
    path: 'codes.txt',
    content: '; my codes\nBelonging\n\tLoss of ties\tMissing people\n\tNew ties\nHardship\n',
    tree: TIES,
  },
  {
    name: 'three levels in three columns, merged cells, keywords and colours',
    path: 'codes.csv',
    content:
      'Thema;Subthema;Code;Kleur;Trefwoorden\nWork;Stress;Deadlines;rgb(255, 0, 10);"laat*, te druk"\n;;Boss;pink;baas\n;Joy;;#abc;\n',
    tree: ['Work', '  Stress', '    Deadlines [laat*, =te druk]', '    Boss [=baas]', '  Joy'],
    told: ['unknown-color:3: '],
  },
  {
    name: 'rows twice and rows without a name',
    path: 'codes.csv',
    content: 'Code,Memo\nA,one\n,lost\nA,two\n',
    tree: ['A'],
    told: ['row-without-code:3: ', 'double-code:4: '],
  },
];

test.each(LISTS)('$name', async ({ path, content, tree, told = [] }) => {
  const imported = await importFile(path, content);
  expect(imported.tree).toEqual(tree);
  expect(imported.told.length, imported.told.join('\n')).toBe(told.length);
  for (const [index, beginning] of told.entries()) expect(imported.told[index]).toContain(beginning);
});

test('memos become definitions, and colours are brought into one form', async () => {
  const { codebook } = await importFile(
    'a.csv',
    'Name,Description,Color\nA,"one\r\n\r\nInclude: two","rgb(1,2,255)"\nB,,#ABC\n',
  );
  expect(codebook?.codes).toMatchObject([
    { definition: 'one', include: 'two', color: '#0102ff' },
    { color: '#aabbcc' },
  ]);
});

test('a list of words with scores is no list of codes', async () => {
  const { codebook, told } = await importFile('scores.txt', 'abandon\t-2\nabhor\t-3\nna\u00efve\t-2\n');
  expect(codebook).toBeUndefined();
  expect(told.join()).toContain('list of words with scores');
});

test('Excel', async () => {
  const cell = (reference: string, text: string) => `<c r="${reference}" t="inlineStr"><is><t>${text}</t></is></c>`;
  const bytes = makeZip([
    {
      name: 'xl/workbook.xml',
      content:
        '<workbook xmlns:r="r"><sheets><sheet name="Codes" r:id="a"/><sheet name="Old" r:id="b"/></sheets></workbook>',
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      content:
        '<Relationships><Relationship Id="a" Type="x/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="b" Type="x/worksheet" Target="worksheets/sheet2.xml"/></Relationships>',
    },
    {
      name: 'xl/worksheets/sheet1.xml',
      content: `<worksheet><sheetData><row r="1">${cell('A1', 'Code')}${cell('C1', 'Memo')}</row><row r="2">${cell('A2', 'Work')}</row><row r="3">${cell('B3', 'Joy')}${cell('C3', 'fun')}</row></sheetData></worksheet>`,
    },
  ]);
  const { tree, told, codebook } = await importFile('codes.xlsx', bytes);
  expect(tree).toEqual(['Work', '  Joy']);
  expect(codebook?.codes[0]?.codes[0]?.definition).toBe('fun');
  expect(told).toEqual(['left-out: Read only the sheet Codes; left out Old']);
});

test('what two rows say of one code is kept', async () => {
  const { codebook } = await importFile(
    'codes.csv',
    'Code,Memo,Color\nA > B,one,#111111\nA > B,"two\n\nInclude: x",#222222\nA > B,,\n',
  );
  expect(codebook?.codes[0]?.codes[0]).toMatchObject({ definition: 'one\n\ntwo', include: 'x', color: '#111111' });
});

describe('REFI-QDA', () => {
  const qdc = (codes: string, more = '') =>
    `\uFEFF<?xml version="1.0" encoding="utf-8"?><CodeBook xmlns="urn:QDA-XML:codebook:0:4" origin="x"><Codes>${codes}</Codes>${more}</CodeBook>`;

  test.each([
    [
      'levels, folders, empty descriptions, sets and colours that the schema does not allow',
      qdc(
        '<Code guid="{a}" name="Folder" isCodable="false" color="rgb(1,2,3)"><Description/><Code guid="b" name="Sub &amp; so" isCodable="1" color="#11223344"/></Code>',
        '<Sets><Set guid="c" name="s"/></Sets>',
      ),
      ['Folder', '  Sub & so'],
      ['lost-set: Left out 1 set of codes'],
    ],
    [
      'an empty Sets, and a prefix',
      qdc('<Code name="A"/>', '<Sets/>')
        .replaceAll(/<(\/?)(\w)/g, '<$1q:$2')
        .replace('xmlns=', 'xmlns:q='),
      ['A'],
      [],
    ],
    [
      'paths as names',
      qdc('<Code name="a\\b"/><Code name="a"/><Code name="c"/>'),
      ['a', '  b', 'c'],
      ['nested-name: Made subcodes of 1 name that is a path, `a\\b`'],
    ],
    [
      'older ATLAS.ti',
      qdc('<Code name="a::b"/>'),
      ['a', '  b'],
      ['nested-name: Made subcodes of 1 name that is a path, `a::b`'],
    ],
  ])('%s', async (_name, content, tree, told) => {
    const imported = await importFile('a.qdc', content);
    expect(imported.tree).toEqual(tree);
    expect(imported.told).toEqual(told);
  });

  test('is known by its content too', async () => {
    expect((await importFile('book.xml', qdc('<Code name="A"/>'))).tree).toEqual(['A']);
  });

  test.each([
    ['<Project/>', 'expected <CodeBook>'],
    [qdc(''), 'without a code'],
    ['<CodeBook><Codes><Code name="a">', 'unclosed tag'],
  ])('refuses %s', async (content, reason) => {
    const { codebook, told } = await importFile('a.qdc', content);
    expect(codebook).toBeUndefined();
    expect(told.join()).toContain(reason);
  });
});
