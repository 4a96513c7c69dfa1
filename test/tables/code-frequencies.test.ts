/** Code frequencies in documents, of the most frequent code, and side by side; numbers computed by hand. */
import { expect, test } from 'vitest';
import type { TableOptions } from '../../src/tables/analysis.ts';
import { createCodeFrequencies } from '../../src/tables/code-frequencies.ts';
import { codeDocument, linesOf, ONE, THREE, TWO, tabulate } from './fruit-study.ts';

const EMPTY = codeDocument('empty', 'I: En?\nR: Niets.\n');
const frequencies = (options: Partial<TableOptions>, documents = [ONE, TWO, THREE, EMPTY]) =>
  tabulate(createCodeFrequencies, documents, options);

test('% valid of coded segments: of the four segments with a code', () => {
  const rows = linesOf(frequencies({ depth: 1 })).map((line) => line.split(','));
  expect(rows.map((cells) => [cells[0], cells[2], cells[8]])).toEqual([
    ['code', 'coded_segments', 'percent_valid'],
    ['Fruit', '3', '75'],
    ['Bread', '2', '50'],
    ['Coded segments', '6', ''],
    ['Segments with a code', '4', '100'],
  ]);
});

test('documents: with codes, without, all; valid are the three with a code', () => {
  expect(linesOf(frequencies({ count: 'documents' }))).toEqual([
    'code,code_id,documents,percent_of_documents,percent_valid',
    'Fruit,fruit,2,50,66.67',
    'Fruit (directly),fruit,1,25,33.33',
    'Fruit \\ Apple,apple,2,50,66.67',
    'Fruit \\ Pear,pear,1,25,33.33',
    'Bread,bread,2,50,66.67',
    'Documents with code(s),,3,75,100',
    'Documents without codes,,1,25,',
    'Analysed documents,,4,100,',
  ]);
});

test('the most frequent code of a document: each level for itself, ties for each of them', () => {
  const table = frequencies({ count: 'most-frequent' });
  expect(linesOf(table)).toEqual([
    'code,code_id,documents,percent_of_documents,percent_valid,ties',
    'Fruit,fruit,2,50,66.67,1', // one: 2 to 0; two: 1 to 1
    'Fruit \\ Apple,apple,2,50,66.67,1', // one: 1 to 1 with pear; two: 1 to 0
    'Fruit \\ Pear,pear,1,25,33.33,1',
    'Bread,bread,2,50,66.67,1', // two and three
    'Documents with code(s),,3,75,100,',
    'Documents without codes,,1,25,,',
    'Analysed documents,,4,100,,',
  ]);
  expect(table.notes.join('\n')).toContain('share the first place in 1 document.');
});

test('with summed subcodes another code can be the most frequent', () => {
  const document = codeDocument('mixed', 'R: Appel en peer.\nR: Brood.\n');
  const leaders = (aggregate: 'distinct' | 'sum') =>
    linesOf(frequencies({ count: 'most-frequent', depth: 1, aggregate }, [document])).slice(1, 3);
  expect(leaders('distinct')).toEqual(['Fruit,fruit,1,100,100,1', 'Bread,bread,1,100,100,1']);
  expect(leaders('sum')).toEqual(['Fruit,fruit,1,100,100,0', 'Bread,bread,0,0,0,0']);
});

test('side by side: a number and its share in each column', () => {
  expect(linesOf(frequencies({ by: 'town', depth: 1 }, [ONE, TWO, THREE]))).toEqual([
    'code,code_id,coded_segments: Breda,percent_of_segments: Breda,coded_segments: Ede,percent_of_segments: Ede,coded_segments: (no value),percent_of_segments: (no value),coded_segments,percent_of_segments',
    'Fruit,fruit,1,50,2,100,0,0,3,60', // of 2, 2, 1 and 5 segments
    'Bread,bread,1,50,0,0,1,100,2,40',
    'Coded segments,,2,,3,,1,,6,',
    'Segments with a code,,1,50,2,100,1,100,4,80',
    'N (documents),,1,,1,,1,,3,',
  ]);
});

test('documents side by side', () => {
  expect(linesOf(frequencies({ by: 'group', count: 'documents', depth: 1 })).slice(0, 2)).toEqual([
    'code,code_id,documents: (no group),percent_of_documents: (no group),documents,percent_of_documents',
    'Fruit,fruit,2,50,2,50',
  ]);
});

test('sorted, the most frequent first', () => {
  const rows = [...frequencies({ sort: 'frequency', depth: 1 }, [THREE]).rows];
  expect(rows.map(({ cells }) => cells[0]).slice(0, 2)).toEqual(['Bread', 'Fruit']);
});
