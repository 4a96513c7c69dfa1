/** Coverage and uncoded segments of two texts whose characters can be counted. */
import { describe, expect, test } from 'vitest';
import { makeFolder, runCli } from '../run-cli.ts';

const STUDY = {
  'codebook.yaml': `
name: tiny
languages: [nl]
codes:
  - id: fruit
    name: Fruit
    terms: []
    codes:
      - { id: apple, name: Apple, terms: [appel] }
      - { id: pear, name: Pear, terms: [peer] }
  - { id: bread, name: Bread, terms: [brood] }
`,
  // 9 + 1 + 24 + 1 + 15 = 50 characters; 21 and 12 are said by R.
  'one.txt': 'I: Appel?\nR: Een appel en een peer\nR: Niet gezien.\n',
  // 8 + 1 + 11 = 20 characters; 8 are said by R.
  'two.txt': 'I: Thee?\nR: Appel ja\n',
};

async function tabulate(command: string, ...options: string[]) {
  return runCli(makeFolder(STUDY), [command, '.', '-l', 'nl', '-q', ...options]);
}

describe('coverage', () => {
  test('characters of the whole text, words of the codable ones; what has two codes counts once', async () => {
    const { out } = await tabulate('coverage', '-f', 'csv');
    expect(out.trimEnd().split('\n')).toEqual([
      'code,code_id,characters,percent_of_characters,words,percent_of_words',
      'Fruit,fruit,29,41.43,7,77.78', // 21 + 8 of 50 + 20; 5 + 2 of 9 words
      'Fruit \\ Apple,apple,29,41.43,7,77.78',
      'Fruit \\ Pear,pear,21,30,5,55.56',
      'Bread,bread,0,0,0,0',
      'With a code,,29,41.43,7,77.78',
      'Without a code,,12,17.14,2,22.22',
      'The rest,,29,41.43,,',
    ]);
  });

  test('an emoji is one character, here and in the coded segments', async () => {
    // 11 + 1 + 14 = 26 characters; 11 are said by R.
    const study = { 'codebook.yaml': STUDY['codebook.yaml'], 'one.txt': 'I: Kijk 😀😀?\nR: Ja, appel 😀\n' };
    const folder = makeFolder(study);
    const options = ['.', '-l', 'nl', '-q', '-f', 'csv'];
    const { out: coverage } = await runCli(folder, ['coverage', ...options]);
    expect(coverage).toContain('Fruit \\ Apple,apple,11,42.31');
    const { out: matrix } = await runCli(folder, ['matrix', '--value', 'coverage', ...options]);
    expect(matrix).toContain('Fruit \\ Apple,apple,42.31,42.31');
    const { out: segments } = await runCli(folder, ['segments', ...options]);
    expect(segments).toContain(',11,42.31,');
  });

  test('by document', async () => {
    const { out } = await tabulate('coverage', '-f', 'csv', '--depth', '1', '--by', 'document');
    expect(out.trimEnd().split('\n')).toEqual([
      'part,code,code_id,characters,percent_of_characters,words,percent_of_words',
      'one,Fruit,fruit,21,42,5,71.43',
      'one,Bread,bread,0,0,0,0',
      'one,With a code,,21,42,5,71.43',
      'one,Without a code,,12,24,2,28.57',
      'one,The rest,,17,34,,',
      'two,Fruit,fruit,8,40,2,100',
      'two,Bread,bread,0,0,0,0',
      'two,With a code,,8,40,2,100',
      'two,Without a code,,0,0,0,0',
      'two,The rest,,12,60,,',
    ]);
  });
});

describe('uncoded segments', () => {
  test('every segment without a code, and their share', async () => {
    const { out } = await tabulate('uncoded', '-f', 'json');
    const { rows, notes } = JSON.parse(out);
    expect(rows.map(({ cells }: { cells: object }) => Object.values(cells))).toEqual([
      ['', 'one', 'R', 3, 3, '', 2, 'Niet gezien.'],
    ]);
    expect(notes[0]).toBe('Without any code: 1 of 3 segments (33.3 %), 2 of 9 words (22.2 %).');
  });

  test('only long ones', async () => {
    const { out } = await tabulate('uncoded', '-f', 'json', '--min-words', '3');
    const { rows, notes } = JSON.parse(out);
    expect(rows).toEqual([]);
    expect(notes[0]).toContain('Without any code: 1 of 3 segments');
    expect(notes[1]).toBe('Shown: those of at least 3 words, 0 of 3 segments (0.0 %), 0 of 9 words (0.0 %).');
  });
});
