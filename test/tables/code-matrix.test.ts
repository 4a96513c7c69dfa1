/** The code matrix with other columns, other measures and other shapes; numbers computed by hand. */
import { describe, expect, test } from 'vitest';
import type { TableOptions } from '../../src/tables/analysis.ts';
import { createCodeMatrix } from '../../src/tables/code-matrix.ts';
import { codeDocument, linesOf, ONE, THREE, TWO, tabulate } from './fruit-study.ts';

const matrix = (options: Partial<TableOptions>, documents = [ONE, TWO]) =>
  linesOf(tabulate(createCodeMatrix, documents, options));

describe('measures', () => {
  test('documents: one and two once for each code', () => {
    expect(matrix({ value: 'documents' })).toEqual([
      'code,code_id,one,two,all',
      'Fruit,fruit,1,1,2',
      'Fruit (directly),fruit,1,0,1',
      'Fruit \\ Apple,apple,1,1,2',
      'Fruit \\ Pear,pear,1,0,1',
      'Bread,bread,0,1,1',
      'Documents with a code,,1,1,2',
    ]);
  });

  test('hits: two apples in one segment are two', () => {
    expect(matrix({ value: 'hits' })).toEqual([
      'code,code_id,one,two,sum',
      'Fruit,fruit,4,1,5', // two apples, a pear and a fruit
      'Fruit (directly),fruit,1,0,1',
      'Fruit \\ Apple,apple,2,1,3',
      'Fruit \\ Pear,pear,1,0,1',
      'Bread,bread,0,1,1',
      'Hits,,4,2,6',
      'Places with a hit,,4,2,6',
    ]);
  });

  test('words of coded segments: eight and two, and four of five', () => {
    expect(matrix({ value: 'words' })).toEqual([
      'code,code_id,one,two,sum',
      'Fruit,fruit,10,4,14',
      'Fruit (directly),fruit,2,0,2',
      'Fruit \\ Apple,apple,8,4,12',
      'Fruit \\ Pear,pear,8,0,8',
      'Bread,bread,0,4,4',
      'Words with a code,,10,4,14',
      'Words,,10,5,15',
    ]);
    // fruit itself 2, apple 8, pear 8
    expect(matrix({ value: 'words', aggregate: 'sum' })[1]).toBe('Fruit,fruit,18,4,22');
  });

  test('coded segments per 1,000 words: of ten, of five and of fifteen words', () => {
    expect(matrix({ value: 'per-1000-words', depth: 1 })).toEqual([
      'code,code_id,one,two,all',
      'Fruit,fruit,200,200,200',
      'Bread,bread,0,200,66.67',
      'Coded segments,,300,400,333.33',
      'Segments with a code,,200,200,200',
      'Words,,10,5,15',
    ]);
  });

  test('coverage: characters of the segments in those of the text', () => {
    // lines of 13, 40 and 14 characters with two line ends; the segments are 37 and 11 long.
    // lines of 9, 22 and 9 with two line ends; the coded segment is 19 long.
    const [one, two, all] = [(48 / 69) * 100, (19 / 42) * 100, (67 / 111) * 100].map((each) => each.toFixed(2));
    expect(matrix({ value: 'coverage', aggregate: 'sum', depth: 1 })).toEqual([
      'code,code_id,one,two,all',
      `Fruit,fruit,${one},${two},${all}`,
      `Bread,bread,0,${two},${((19 / 111) * 100).toFixed(2)}`,
      `Any code,,${one},${two},${all}`,
      'Characters,,69,42,111',
    ]);
  });

  test('row %: of the three segments with fruit; the sum is what it is a share of', () => {
    expect(matrix({ value: 'row-percent', depth: 1 })).toEqual([
      'code,code_id,one,two,sum',
      'Fruit,fruit,66.67,33.33,3',
      'Bread,bread,0,100,1',
      'Coded segments,,60,40,5',
      'Segments with a code,,66.67,33.33,3',
    ]);
  });

  test('column %: top-level codes add up to 100, subcodes are shares of the same sum', () => {
    expect(matrix({ value: 'column-percent' })).toEqual([
      'code,code_id,one,two,all',
      'Fruit,fruit,100,50,75', // 2 of 2; 1 of 2; 3 of 4
      'Fruit (directly),fruit,50,0,25',
      'Fruit \\ Apple,apple,50,50,50',
      'Fruit \\ Pear,pear,50,0,25',
      'Bread,bread,0,50,25',
      'Sum of top-level codes,,2,2,4',
    ]);
    // summed: fruit 1 + apple 1 + pear 1 of 3; apple 1 of 2
    expect(matrix({ value: 'column-percent', aggregate: 'sum', depth: 1 })[1]).toBe('Fruit,fruit,100,50,80');
  });

  test('a share of nothing is empty, not 0', () => {
    const silent = codeDocument('silent', 'I: Ja?\nR: [lacht]\n');
    const rows = matrix({ value: 'column-percent', depth: 1 }, [THREE, silent]);
    expect(rows.slice(1, 3)).toEqual(['Fruit,fruit,0,,0', 'Bread,bread,100,,100']);
    expect(matrix({ value: 'row-percent', depth: 1 }, [THREE])[1]).toBe('Fruit,fruit,,0');
    expect(matrix({ value: 'per-1000-words', depth: 1 }, [THREE, silent])[2]).toBe('Bread,bread,1000,,1000');
  });

  test('present or not; the sum is the number of columns', () => {
    expect(matrix({ binary: true, depth: 1, value: 'segments' })).toEqual([
      'code,code_id,one,two,sum',
      'Fruit,fruit,1,1,2',
      'Bread,bread,0,1,1',
      'Any code,,1,1,2',
    ]);
  });
});

describe('columns', () => {
  test('by a variable: numbers of documents below, those without a value last', () => {
    expect(matrix({ by: 'TOWN', depth: 1 }, [ONE, THREE, TWO])).toEqual([
      'code,code_id,Breda,Ede,(no value),sum',
      'Fruit,fruit,1,2,0,3',
      'Bread,bread,1,0,1,2',
      'Coded segments,,2,3,1,6',
      'Segments with a code,,1,2,1,4',
      'N (documents),,1,1,1,3',
    ]);
  });

  test('percentages of two documents together are those of their segments', () => {
    // 3 of the 4 words of its two documents are none of bread; 2 segments in 6 words
    expect(matrix({ by: 'group', value: 'per-1000-words', depth: 1 }, [TWO, THREE])[2]).toBe(
      'Bread,bread,333.33,333.33',
    );
  });

  test('a document with two speakers counts once among all documents', () => {
    const focus = codeDocument('focus', 'Moderator: En?\nAnna: Brood.\nBen: Brood en peer.\nAnna: Ja.\nBen: Ja.\n');
    expect(matrix({ by: 'speaker', value: 'documents', depth: 1 }, [focus])).toEqual([
      'code,code_id,Anna,Ben,all',
      'Fruit,fruit,0,1,1',
      'Bread,bread,1,1,1',
      'Documents with a code,,1,1,1',
      'N (documents),,1,1,1',
    ]);
  });
});

describe('shape', () => {
  test('rows and columns of zeros are left out and counted in the notes', () => {
    const table = tabulate(createCodeMatrix, [THREE, codeDocument('none', 'I: Ja?\nR: Niets.\n')], {
      hideEmpty: true,
    });
    expect(linesOf(table)).toEqual([
      'code,code_id,three,sum',
      'Bread,bread,1,1',
      'Coded segments,,1,1',
      'Segments with a code,,1,1',
    ]);
    expect(table.notes.join('\n')).toContain('3 codes and 1 column (document)');
    expect(table.notes.join('\n')).toContain('Base: 2 documents');
  });

  test.each([
    ['book', ['Fruit', 'Fruit (directly)', 'Fruit \\ Apple', 'Fruit \\ Pear', 'Bread']],
    ['name', ['Bread', 'Fruit', 'Fruit (directly)', 'Fruit \\ Apple', 'Fruit \\ Pear']],
    ['frequency', ['Bread', 'Fruit', 'Fruit (directly)', 'Fruit \\ Pear', 'Fruit \\ Apple']],
  ])('order by %s: subcodes stay below their codes', (sort, names) => {
    const pears = codeDocument('pears', 'R: Peer.\nR: Peer.\nR: Brood.\nR: Brood.\nR: Brood.\nR: Brood.\nR: Vrucht.\n');
    const rows = [...tabulate(createCodeMatrix, [pears], { sort }).rows].filter(({ kind }) => kind === 'body');
    expect(rows.map(({ cells }) => cells[0])).toEqual(names);
  });

  test('documents as rows, with their variables, for statistics programs', () => {
    expect(matrix({ transpose: true }, [ONE, TWO, THREE])).toEqual([
      'document_group,document,age,Town,fruit,apple,pear,bread,coded_segments,segments_with_a_code',
      ',one,70,Ede,2,1,1,0,3,2',
      ',two,8,Breda,1,1,0,1,2,1',
      ',three,,,0,0,0,1,1,1',
    ]);
  });

  test('0 and 1 by group as rows', () => {
    const documents = [codeDocument('a', 'R: Brood.\n', { group: 'North' }), TWO, THREE];
    expect(matrix({ transpose: true, binary: true, by: 'group' }, documents)).toEqual([
      'document_group,fruit,apple,pear,bread,any_code,documents',
      'North,0,0,0,1,1,1',
      '(no group),1,1,0,1,1,2',
    ]);
  });

  test('variables that are called like a code or a column get another key', () => {
    const odd = codeDocument('odd', 'R: Brood.\n', { variables: { bread: 'rye', document: 'x' } });
    expect(matrix({ transpose: true }, [odd])[0]).toBe(
      'document_group,document,variable bread,variable document,fruit,apple,pear,bread,coded_segments,segments_with_a_code',
    );
  });
});

test('the title says what is shown', () => {
  expect(tabulate(createCodeMatrix, [ONE], {}).title).toBe('Code matrix');
  expect(tabulate(createCodeMatrix, [ONE], { value: 'row-percent', by: 'town' }).title).toBe(
    'Code matrix: % of the code by Town',
  );
});

test('a study without documents has a table', () => {
  expect(matrix({ value: 'row-percent', depth: 1 }, [])).toEqual([
    'code,code_id,sum',
    'Fruit,fruit,0',
    'Bread,bread,0',
    'Coded segments,,0',
    'Segments with a code,,0',
  ]);
});
