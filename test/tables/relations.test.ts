/** Code relations and codeline of a study whose numbers can be counted in the head. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { listCodes } from '../../src/codebook/code-tree.ts';
import type { CodedDocument } from '../../src/model.ts';
import { CodeSlots } from '../../src/tables/code-slots.ts';
import { countCodes } from '../../src/tables/count-codes.ts';
import { NearSegments, SharedUnits } from '../../src/tables/relation-counts.ts';
import { codeText, parseCodebook } from '../builders.ts';
import { cases } from '../fuzz.ts';
import { makeFolder, runCli } from '../run-cli.ts';

const CODEBOOK = `
name: tiny
languages: [nl]
codes:
  - id: fruit
    name: Fruit
    terms: [vrucht]
    codes:
      - { id: apple, name: Apple, terms: [appel] }
      - { id: pear, name: Pear, terms: [peer] }
  - { id: bread, name: Bread, terms: [brood] }
  - { id: cheese, name: Cheese, terms: [kaas] }
`;

/**
 * Paragraphs of one: 1 question, 2 apple and pear, 3 bread, 4 fruit and bread, 5 nothing, 6 bread; of two: 2 apple, 3 bread.
 * Seven codable segments.
 */
const STUDY = {
  'codebook.yaml': CODEBOOK,
  'one.txt': 'I: Appel?\nR: Een appel en een peer.\nR: Brood.\nR: Vrucht met brood.\nR: Niets.\nR: Brood.\n',
  'two.txt': 'I: Brood?\nR: Appel.\nR: Brood.\n',
};

async function tabulate(...options: string[]): Promise<string[]> {
  const { out } = await runCli(makeFolder(STUDY), [...options, '.', '-q', '-f', 'csv', '-l', 'nl']);
  return out.trimEnd().split('\n');
}

/** Own names of codes, without their ids. */
const shorten = (row: string) =>
  row
    .split(',')
    .filter((cell) => !/^[a-z]/.test(cell))
    .map((cell) => cell.replace(/^.* \\ /, ''))
    .join(',');

describe('relations', () => {
  test('segments with both codes; a parent has its subcodes, and no relation with them', async () => {
    expect(await tabulate('relations')).toEqual([
      'code,code_id,segments,fruit,fruit (directly),apple,pear,bread,cheese',
      'Fruit,fruit,3,,,,,1,0', // the three segments of its subcodes and its own
      'Fruit (directly),fruit,1,,,0,0,1,0',
      'Fruit \\ Apple,apple,2,,0,,1,0,0',
      'Fruit \\ Pear,pear,1,,0,1,,0,0',
      'Bread,bread,4,1,1,0,0,,0',
      'Cheese,cheese,0,0,0,0,0,0,',
    ]);
  });

  test.each([
    // n of fruit 3, of bread 4; both in segment 4: 1 / (3 + 4 − 1), 1 · 7 / (3 · 4)
    ['segment', [], 'Fruit,fruit,Bread,bread,1,3,4,0.167,0.58'],
    // both documents have both: 2 / (2 + 2 − 2), 2 · 2 / (2 · 2)
    ['document', [], 'Fruit,fruit,Bread,bread,2,2,2,1,1'],
    // In the same paragraph as in the same segment.
    ['paragraphs', ['--distance', '0'], 'Fruit,fruit,Bread,bread,1,3,4,0.167,0.58'],
    // Pairs 2–3, 4–3, 4–4, and 2–3 of two. Of the six segments with either, 2, 3 and 4 of one and 2 and 3 of two take part,
    // 6 does not. Segments of one next to each other or the same: 5 + 2 · 4, of two: 2 + 2 · 1; 4 · 7² / (3 · 4 · 17).
    ['paragraphs', [], 'Fruit,fruit,Bread,bread,4,3,4,0.833,0.96'],
    // And 2–4, 4–6. Now 6 takes part too; pairs of segments 13 + 2 · 3, and 4; 6 · 7² / (3 · 4 · 23).
    ['paragraphs', ['--distance', '2'], 'Fruit,fruit,Bread,bread,6,3,4,1,1.07'],
  ])('within %s %j: count, n, Jaccard and lift of one pair', async (within, more, expected) => {
    const [header, first] = await tabulate('relations', '--long', '--depth', '1', '--within', within, ...more);
    expect([header, first]).toEqual(['code_a,code_a_id,code_b,code_b_id,count,count_a,count_b,jaccard,lift', expected]);
  });

  test('pairs: the largest first, then by the book; undefined where a code does not occur', async () => {
    const rows = await tabulate('relations', '--long', '--value', 'jaccard', '--within', 'document');
    expect(rows.slice(1).map((row) => shorten(row))).toEqual([
      'Fruit,Bread,2,2,2,1,1',
      'Fruit (directly),Pear,1,1,1,1,2',
      'Apple,Bread,2,2,2,1,1',
      'Fruit (directly),Apple,1,1,2,0.5,1',
      'Fruit (directly),Bread,1,1,2,0.5,1',
      'Apple,Pear,1,2,1,0.5,1',
      'Pear,Bread,1,1,2,0.5,1',
      'Fruit,Cheese,0,2,0,0,',
      'Fruit (directly),Cheese,0,1,0,0,',
      'Apple,Cheese,0,2,0,0,',
      'Pear,Cheese,0,1,0,0,',
      'Bread,Cheese,0,2,0,0,',
    ]);
    expect(await tabulate('relations', '--long', '--top', '1')).toHaveLength(2);
  });

  test.each(['segment', 'document', 'paragraphs'])('within %s the matrix is symmetric', async (within) => {
    const rows = await tabulate('relations', '--within', within);
    const cells = rows.slice(1).map((row) => row.split(',').slice(3));
    expect(cells.map((_, column) => cells.map((row) => row[column]))).toEqual(cells);
    expect(cells.flat().filter((cell) => Number(cell) > 0).length).toBeGreaterThan(3);
  });

  test.each([
    [['--distance', '2'], 'Unexpected --distance within the segment (add --within paragraphs)'],
    [['--top', '2'], 'Unexpected --top for a matrix (add --long)'],
  ])('%j alone is an error of use', async (options, expected) => {
    const { exitCode, err } = await runCli(makeFolder(STUDY), ['relations', '.', '-q', ...options]);
    expect([exitCode, err]).toEqual([2, `error: ${expected}\n`]);
  });
});

describe('counting', () => {
  const codebook = parseCodebook(CODEBOOK);
  const codes = listCodes(codebook);
  const slots = new CodeSlots(codes, undefined);
  const bread = 2 * codes.findIndex(({ code }) => code.id === 'bread');
  const word = fc.constantFrom('vrucht', 'appel', 'peer', 'brood', 'niets', 'niets. Appel', 'brood. Iets');
  const text = fc
    .array(fc.tuple(fc.constantFrom('R: ', 'I: ', ''), fc.array(word, { minLength: 1, maxLength: 3 })), {
      maxLength: 12,
    })
    .map((lines) => `I: Ja?\nR: Nee.\n${lines.map(([label, words]) => `${label}${words.join(' ')}.\n`).join('')}`);
  const unit = fc.constantFrom('paragraph' as const, 'sentence' as const, 'turn' as const);

  test('near each other is what trying all pairs of segments gives', () => {
    fc.assert(
      fc.property(fc.array(text, { minLength: 1, maxLength: 3 }), unit, fc.nat(4), (texts, size, distance) => {
        const documents = texts.map((each) => codeText(codebook, each, { unit: size }));
        const near = new NearSegments({ codes, slots }, distance);
        for (const document of documents) near.add(document);
        expect(near.relate(0, bread)).toEqual(tryAllPairs(documents, distance));
      }),
      cases(100),
    );
  });

  test('a code has as many segments as in the code matrix', () => {
    fc.assert(
      fc.property(text, unit, fc.integer({ min: 1, max: 2 }), (each, size, depth) => {
        const document = codeText(codebook, each, { unit: size });
        const shown = new CodeSlots(codes, depth);
        const [near, counts] = [new NearSegments({ codes, slots: shown }, 1), countCodes(document, codes)];
        near.add(document);
        const rows = shown.listRows((slot) => near.countOf(slot) > 0);
        expect(rows.map(({ slot }) => near.countOf(slot))).toEqual(
          rows.map(({ slot, row }) => counts[row.directly ? 'directly' : 'distinct'][slot >> 1]),
        );
      }),
      cases(50),
    );
  });

  test('in the same paragraph is in the same segment, where paragraphs are the segments', () => {
    fc.assert(
      fc.property(fc.array(text, { minLength: 1, maxLength: 3 }), (texts) => {
        const [near, shared] = [new NearSegments({ codes, slots }, 0), new SharedUnits({ codes, slots }, 'segment')];
        for (const each of texts) for (const counts of [near, shared]) counts.add(codeText(codebook, each));
        const { count, jaccard, lift } = near.relate(bread, 0);
        expect([count, jaccard]).toEqual([shared.relate(0, bread).count, shared.relate(0, bread).jaccard]);
        expect(lift ?? -1).toBeCloseTo(shared.relate(0, bread).lift ?? -1, 10);
      }),
      cases(100),
    );
  });
});

/** Fruit or its subcodes, and bread. */
function tryAllPairs(documents: readonly CodedDocument[], distance: number) {
  const sums = { pairs: 0, taking: 0, either: 0, segments: 0, near: 0, fruit: 0, bread: 0 };
  for (const { transcript, segments, codings } of documents) {
    const lineOf = (offset: number) => transcript.text.slice(0, offset).split('\n').length;
    const placed = segments.map(({ start, end }) => {
      const found = codings.filter((coding) => coding.start === start).map(({ code }) => code);
      const isFruit = found.some((code) => ['fruit', 'apple', 'pear'].includes(code));
      return { begin: lineOf(start), end: lineOf(end - 1), isFruit, isBread: found.includes('bread') };
    });
    for (const one of placed) {
      const near = placed.filter((other) => other.begin - one.end <= distance && one.begin - other.end <= distance);
      const breads = near.filter(({ isBread }) => isBread).length;
      const takes = (one.isFruit && breads > 0) || (one.isBread && near.some(({ isFruit }) => isFruit));
      sums.segments++;
      sums.near += near.length;
      sums.pairs += one.isFruit ? breads : 0;
      sums.taking += takes ? 1 : 0;
      sums.either += one.isFruit || one.isBread ? 1 : 0;
      sums.fruit += one.isFruit ? 1 : 0;
      sums.bread += one.isBread ? 1 : 0;
    }
  }
  const chance = sums.fruit * sums.bread * sums.near;
  return {
    count: sums.pairs,
    jaccard: sums.either === 0 ? null : sums.taking / sums.either,
    lift: chance === 0 ? null : (sums.pairs * sums.segments ** 2) / chance,
  };
}

describe('codeline', () => {
  test('stretches of paragraphs; neighbours are one, and codes that are not there stay', async () => {
    const rows = await tabulate('codeline', '--depth', '1');
    expect(rows).toEqual([
      'document_group,document,paragraphs,code,code_id,begin,end',
      ',one,6,Fruit,fruit,2,2',
      ',one,6,Fruit,fruit,4,4',
      ',one,6,Bread,bread,3,4',
      ',one,6,Bread,bread,6,6',
      ',one,6,Cheese,cheese,,',
      ',two,3,Fruit,fruit,2,2',
      ',two,3,Bread,bread,3,3',
      ',two,3,Cheese,cheese,,',
    ]);
  });

  test('a segment over several paragraphs fills them all', async () => {
    const rows = await tabulate('codeline', '--depth', '1', '--document', 'one', '--unit', 'turn');
    const folder = {
      'codebook.yaml': CODEBOOK,
      'a.txt': 'I: Ja?\nR: Brood.\nEn verder niets.\nNog steeds.\nI: Goed.\n',
    };
    const { out } = await runCli(makeFolder(folder), [
      'codeline',
      '.',
      '-q',
      '-f',
      'csv',
      '-l',
      'nl',
      '--unit',
      'turn',
    ]);
    expect(out).toContain(',a,5,Bread,bread,2,4\n');
    expect(rows.filter((row) => row.startsWith(',two'))).toEqual([]);
  });

  test('drawn, with several paragraphs to a mark where they do not fit', async () => {
    const folder = makeFolder(STUDY);
    const { out } = await runCli(folder, ['codeline', '.', '-q', '-l', 'nl', '--document', 'one'], 80);
    expect(out).toContain('one: 6 paragraphs\n        1\nFruit   ·▇·▇··  2\nBread   ··▇▇·▇  3\nCheese  ······  0\n');
    const answers = Array.from({ length: 50 }, (_, at) => `R: ${at === 47 ? 'Brood' : 'Niets'}.`).join('\n');
    const long = makeFolder({ 'codebook.yaml': CODEBOOK, 'a.txt': `I: Ja?\n${answers}\n` });
    const drawn = await runCli(long, ['codeline', '.', '-q', '-l', 'nl'], 40);
    // 51 paragraphs on 28 columns; number 49 is in the 25th mark.
    expect(drawn.out).toContain(
      `a: 51 paragraphs, 2 to a mark\n        1         21        41\nFruit   ${'·'.repeat(26)}   0\nBread   ${'·'.repeat(24)}▇·   1\n`,
    );
  });
});
