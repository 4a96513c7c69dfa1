/** Crosstabs by values and by conditions; numbers computed by hand. */
import { describe, expect, test } from 'vitest';
import type { TableOptions } from '../../src/tables/analysis.ts';
import { createCrosstab } from '../../src/tables/crosstab.ts';
import { codeDocument, linesOf, ONE, THREE, TWO, tabulate } from './fruit-study.ts';

const crosstab = (options: Partial<TableOptions>, documents = [ONE, TWO, THREE]) =>
  tabulate(createCrosstab, documents, { depth: 1, ...options });

describe('by the values of a variable', () => {
  test('coded segments, with SUM and N', () => {
    expect(linesOf(crosstab({ by: 'town' }))).toEqual([
      'code,code_id,Breda,Ede,(no value),sum',
      'Fruit,fruit,1,2,0,3',
      'Bread,bread,1,0,1,2',
      'SUM (coded segments),,2,3,1,6', // one has apple, pear and fruit
      'Segments with a code,,1,2,1,4',
      'N (documents),,1,1,1,3',
    ]);
  });

  test.each([
    ['row-percent', ['33.33,66.67,0,3', '50,0,50,2']],
    ['column-percent', ['50,100,0,60', '50,0,100,40']], // of 2, 2, 1 and 5
    ['percent-of-documents', ['100,100,0,66.67', '100,0,100,66.67']],
    ['documents', ['1,1,0,2', '1,0,1,2']],
  ])('%s', (value, [fruit, bread]) => {
    expect(linesOf(crosstab({ by: 'town', value })).slice(1, 3)).toEqual([
      `Fruit,fruit,${fruit}`,
      `Bread,bread,${bread}`,
    ]);
  });
});

describe('by conditions', () => {
  test('numbers compare as numbers: 8 is less than 65', () => {
    const table = crosstab({ condition: ['age>=65', 'age<65', 'Town=breda', 'town != Breda'], value: 'documents' });
    expect(linesOf(table)).toEqual([
      'code,code_id,age>=65,age<65,Town=breda,town != Breda,all',
      'Fruit,fruit,1,1,1,1,2',
      'Bread,bread,0,1,1,0,2',
      'Documents with a code,,1,1,1,1,3',
      'N (documents),,1,1,1,1,3',
    ]);
  });

  test('documents in several columns and in none are told', () => {
    const notes = crosstab({ condition: ['age>=65', 'town=Ede'] }).notes.join('\n');
    expect(notes).toContain('several of the conditions, and count in several columns: 1.');
    expect(notes).toContain('none of the conditions, or lack a value asked for: 2.');
    expect(notes).toContain('All: all documents together');
  });

  test('a document that meets two conditions counts twice for row %, by its formula', () => {
    // fruit: one (2) in both columns, two (1) in the second
    expect(linesOf(crosstab({ condition: ['age>=65', 'age>1'], value: 'row-percent' }))[1]).toBe('Fruit,fruit,40,60,5');
  });

  test('the same condition twice has two columns', () => {
    expect(linesOf(crosstab({ condition: ['age>1', 'age>1'] }))[0]).toBe('code,code_id,age>1,condition age>1,all');
  });

  test.each([
    ['an unknown variable', 'agee>1', 'Unexpected variable agee, which no document has'],
    ['what is said of segments', 'code:bread', 'Unexpected `code:bread` in --condition'],
    ['a speaker', 'speaker=R', 'Unexpected `speaker` in --condition'],
    ['half a condition', 'age>', "Unexpected end of --condition 'age>'"],
  ])('%s is refused', (_what, condition, message) => {
    expect(() => crosstab({ condition: [condition] })).toThrow(message);
  });
});

test('without columns it says how to ask for them', () => {
  expect(() => crosstab({})).toThrow('A crosstab needs columns');
});

describe('warnings', () => {
  const town = (name: string, value: string, text: string) => codeDocument(name, text, { variables: { town: value } });
  const documents = [
    town('a', 'Ede', 'R: Brood.\nR: Brood.\nR: Brood.\n'),
    town('b', 'Ede', 'R: Niets.\n'),
    town('c', 'Breda', 'R: Brood.\nR: Brood.\nR: Brood.\n'),
  ];

  test.each([
    ['segments', true],
    ['documents', true],
    ['row-percent', true],
    ['column-percent', false],
    ['percent-of-documents', false],
  ])('columns of different N: %s', (value, warns) => {
    const notes = crosstab({ by: 'town', value }, documents).notes.join('\n');
    expect(notes.includes('N differs between the columns (1 to 2 documents)')).toBe(warns);
  });

  test('none where N is the same', () => {
    expect(crosstab({ by: 'town' }).notes.join('\n')).not.toContain('N differs');
  });

  test('a cell of three segments from one of its two documents; a column of one document is no surprise', () => {
    expect(crosstab({ by: 'town' }, documents).notes.filter((note) => note.includes('one document'))).toEqual([
      'Careful: all segments of 1 cell come from one document: Bread in Ede (3 segments, a).',
    ]);
  });

  test.each([
    ['two segments', 'R: Brood.\nR: Brood.\n', 'R: Niets.\n'],
    ['segments of two documents', 'R: Brood.\nR: Brood.\nR: Brood.\n', 'R: Brood.\n'],
  ])('%s are no reason for it', (_what, first, second) => {
    const notes = crosstab({ by: 'town' }, [town('a', 'Ede', first), town('b', 'Ede', second)]).notes.join('\n');
    expect(notes).not.toContain('one document');
  });
});
