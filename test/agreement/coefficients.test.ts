/** Coefficients of agreement against the numbers that publications print; those without a source follow from their formulas by hand. */
import { describe, expect, test } from 'vitest';
import type { Coefficient } from '../../src/agreement/coefficient.ts';
import {
  brennanPrediger,
  cohenKappa,
  congerKappa,
  fleissKappa,
  gwetAc1,
  krippendorffAlpha,
  krippendorffDisagreement,
  percentAgreement,
  scottPi,
} from '../../src/agreement/coefficients.ts';
import { countCharacters, countFourfold } from '../../src/agreement/fourfold.ts';
import { kappaOfMatches, matchPassages, shareOf } from '../../src/agreement/maxqda-levels.ts';
import { countRatings, type Rating, RatingCounts } from '../../src/agreement/rating-counts.ts';
import { f1, precision, recall, wilsonInterval } from '../../src/agreement/retrieval.ts';

const MEASURES = {
  percent: percentAgreement,
  cohen: cohenKappa,
  scott: scottPi,
  fleiss: fleissKappa,
  conger: congerKappa,
  bp: brennanPrediger,
  ac1: gwetAc1,
  alpha: krippendorffAlpha,
};
type Expected = Partial<Record<keyof typeof MEASURES, string | null>>;

/** As many digits as are written. */
function round(value: number | null, like: string | null | undefined): string | null {
  return value === null ? null : value.toFixed(like?.split('.')[1]?.length ?? 0);
}

function expectAll(counts: RatingCounts, expected: Expected): void {
  const names = Object.keys(expected) as (keyof typeof MEASURES)[];
  const found = names.map((name) => [name, round(MEASURES[name](counts).value, expected[name])]);
  expect(Object.fromEntries(found)).toEqual(expected);
}

/** Units written as digits, one a coder; a dot for no rating. */
function countUnits(units: string, categories: number): RatingCounts {
  const rows = units.trim().split(/\s+/);
  const ratings = rows.map((row) => [...row].map((digit): Rating => (digit === '.' ? undefined : Number(digit) - 1)));
  return countRatings(ratings, ratings[0]?.length ?? 0, categories);
}

/** Rows are the first coder's categories, columns the second's. */
function countTable(table: number[][]): RatingCounts {
  const counts = new RatingCounts(2, table.length);
  table.forEach((row, one) => {
    row.forEach((times, other) => {
      counts.add([one, other], times);
    });
  });
  return counts;
}

/** One row a unit: how many coders chose each category. Who chose what does not matter to what is asked of it. */
function countDistribution(rows: string): RatingCounts {
  const units = rows.trim().split('\n');
  const ratings = units.map((unit) =>
    [...unit.replaceAll(' ', '')].flatMap((count, category) => new Array<Rating>(Number(count)).fill(category)),
  );
  return countRatings(ratings, ratings[0]?.length ?? 0, 5);
}

/** Krippendorff 2011, "Computing Krippendorff's alpha-reliability": four coders, twelve units, five categories. */
const KRIPPENDORFF = '11.1 2232 3333 3333 2222 1234 4444 1121 2222 .555 ..11 ..3.';
/** The raters of the R package irrCAC, `distrib.6raters`. */
const SIX_RATERS = `00060
03003
01401
00006
03030
20400
00402
20310
20040
00006
10050
11040
03300
10050
02031`;
/** Fleiss 1971: thirty patients, six psychiatrists, five diagnoses. */
const PATIENTS = `444444 222555 233335 555555 222444 113333 333355 113334 114444 555555
144444 124444 222333 144444 224445 333335 111455 111112 224444 133555
555555 244444 224555 114444 144445 222224 111155 224444 133333 555555`;

describe('published numbers', () => {
  test.each<[string, RatingCounts, Expected]>([
    [
      'Krippendorff 2011, with missing ratings',
      countUnits(KRIPPENDORFF, 5),
      {
        alpha: '0.743421',
        percent: '0.8181818',
        ac1: '0.77544',
        fleiss: '0.76117',
        bp: '0.77273',
        conger: '0.76282',
        cohen: null,
      },
    ],
    [
      'Gwet, three by three',
      countTable([
        [13, 0, 0],
        [0, 20, 7],
        [0, 4, 56],
      ]),
      {
        percent: '0.89',
        cohen: '0.7964094',
        conger: '0.7964094',
        scott: '0.7962397',
        fleiss: '0.7962397',
        ac1: '0.8493305',
        bp: '0.835',
        alpha: '0.7972585',
      },
    ],
    [
      'six raters of irrCAC',
      countDistribution(SIX_RATERS),
      { ac1: '0.4448007', fleiss: '0.4139265', alpha: '0.4204384', bp: '0.4388889', percent: '0.551111' },
    ],
    [
      'Cohen 1960, p. 45',
      countTable([
        [88, 14, 18],
        [10, 40, 10],
        [2, 6, 12],
      ]),
      { percent: '0.70', cohen: '0.492', ac1: '0.57597', scott: '0.487179', alpha: '0.488462', bp: '0.55' },
    ],
    [
      'Cohen 1960, p. 37',
      countTable([
        [25, 12, 3],
        [13, 2, 15],
        [12, 16, 2],
      ]),
      { percent: '0.29', cohen: '-0.0923', ac1: '-0.04797', scott: '-0.100775', alpha: '-0.095271', bp: '-0.065' },
    ],
    [
      'Brennan and Prediger 1981, p. 689',
      countTable([
        [50, 0, 0],
        [10, 10, 10],
        [20, 0, 0],
      ]),
      { percent: '0.60', cohen: '0.272727', bp: '0.40', alpha: '0.227184', ac1: '0.461279' },
    ],
    [
      'Brennan and Prediger 1981, p. 691',
      countTable([
        [50, 0, 10],
        [0, 10, 10],
        [10, 10, 0],
      ]),
      { percent: '0.60', cohen: '0.285714', bp: '0.40', alpha: '0.289286', ac1: '0.444444' },
    ],
    [
      'Fleiss 1971',
      countUnits(PATIENTS, 5),
      { percent: '0.5556', fleiss: '0.430245', alpha: '0.433410', ac1: '0.447885', bp: '0.444444' },
    ],
    [
      'high agreement and low kappa',
      countTable([
        [80, 7],
        [8, 5],
      ]),
      { percent: '0.85', cohen: '0.314442', ac1: '0.808', scott: '0.314286', alpha: '0.317714', bp: '0.70' },
    ],
    [
      'Artstein and Poesio 2008, p. 558',
      countTable([
        [20, 10],
        [20, 50],
      ]),
      { cohen: '0.348', scott: '0.341', bp: '0.4', alpha: '0.343956', ac1: '0.449541' },
    ],
    [
      'Krippendorff 2004, two coders, ten units',
      countUnits('21 22 12 11 11 12 11 12 11 11', 2),
      { percent: '0.60', alpha: '0.095238', cohen: '0.090909', scott: '0.047619', bp: '0.20' },
    ],
    [
      'Krippendorff 1995, example A as units',
      countPair('001111111100001111110000', '000011110000000110000000'),
      { percent: '0.666667', cohen: '0.384615', scott: '0.314286', alpha: '0.328571' },
    ],
    [
      'identical coders',
      countUnits('1111 2222 3333 3333 2222 2222 4444 1111 2222 5555 .... ....', 5),
      { percent: '1', alpha: '1', fleiss: '1', conger: '1', ac1: '1', bp: '1' },
    ],
    [
      'ten units by hand',
      countTable([
        [8, 1],
        [0, 1],
      ]),
      { percent: '0.9', cohen: '0.615385', scott: '0.607843', ac1: '0.865772', bp: '0.8', alpha: '0.627451' },
    ],
    [
      'one category used by all',
      countTable([
        [7, 0],
        [0, 0],
      ]),
      { percent: '1', alpha: null, cohen: null, scott: null, fleiss: null, conger: null, bp: '1', ac1: '1' },
    ],
    [
      'no unit in common',
      countUnits('1. .2 1.', 2),
      { percent: null, cohen: null, scott: null, fleiss: null, conger: null, bp: null, ac1: null, alpha: null },
    ],
    [
      'no unit',
      new RatingCounts(3, 2),
      { percent: null, fleiss: null, conger: null, bp: null, ac1: null, alpha: null },
    ],
    ['a scheme of one category', countUnits('11 11', 1), { percent: '1', bp: null, ac1: null, alpha: null }],
  ])('%s', (_, counts, expected) => expectAll(counts, expected));

  test("disagreement and margins of Krippendorff's example", () => {
    const counts = countUnits(KRIPPENDORFF, 5);
    const { observed, expected } = krippendorffDisagreement(counts);
    expect([observed.toFixed(3), expected.toFixed(3)]).toEqual(['0.200', '0.779']);
    const margins = [0, 1, 2, 3, 4].map((category) => counts.coincidencesOf(category).reduce((a, b) => a + b));
    expect(margins.map((margin) => Number(margin.toFixed(9)))).toEqual([9, 13, 10, 5, 3]);
  });

  test('units of identical coders are those that were judged', () => {
    expect(countUnits('11 22 .. 3.', 3)).toMatchObject({ units: 3, pairable: 2 });
  });

  test('an undefined number says why', () => {
    const reasons = Object.values(MEASURES).map((measure): Coefficient => measure(new RatingCounts(2, 2)));
    for (const { value, reason } of reasons)
      expect([value, reason]).toEqual([null, 'no unit was judged by two coders']);
  });
});

/** Two coders, one digit a unit. */
function countPair(one: string, other: string): RatingCounts {
  return countRatings(
    [...one].map((digit, at) => [Number(digit), Number(other[at])]),
    2,
    2,
  );
}

describe('two coders over characters, as NVivo counts them', () => {
  const table = countCharacters([{ start: 0, end: 100 }], [{ start: 50, end: 150 }], 1000);

  test('agreement and kappa', () => {
    expect(table).toEqual({ a: 50, b: 50, c: 50, d: 850 });
    expectAll(countFourfold(table), { percent: '0.900', cohen: '0.4444' });
  });

  test.each([
    [2, -0.3333],
    [5, 0.1667],
    [20, 0.2982],
  ])('Brennan and Prediger on coded characters with %i codes', (codes, kappa) => {
    const matches = { agreeing: table.a, onlyFirst: table.b, onlySecond: table.c };
    expect(kappaOfMatches(matches, codes).value).toBeCloseTo(kappa, 4);
  });
});

describe("MAXQDA's third level", () => {
  test('ten codes, 28 passages of 30', () => {
    const matches = { agreeing: 28, onlyFirst: 2, onlySecond: 0 };
    expect(shareOf({ agreeing: 28, differing: 2 }).value).toBeCloseTo(0.9333, 4);
    expect(kappaOfMatches(matches, 10).value).toBeCloseTo(0.9259, 4);
    expect(kappaOfMatches(matches, 1)).toEqual({
      value: null,
      reason: 'with one code, agreement is certain by chance',
    });
  });

  const span = (start: number, end: number) => ({ start, end });
  test.each([
    ['nine of ten characters', [span(0, 10)], [span(1, 10)], 0.9, [2, 0, 0]],
    ['eight of ten characters', [span(0, 10)], [span(2, 10)], 0.9, [0, 1, 1]],
    ['a passage that two others are like', [span(0, 10)], [span(0, 9), span(0, 10)], 0.9, [3, 0, 0]],
    ['the same passage twice', [span(0, 10), span(0, 10)], [span(0, 10)], 0.9, [2, 0, 0]],
    ['passages that only touch', [span(0, 10)], [span(10, 20)], 0.01, [0, 1, 1]],
    ['a long one before short ones', [span(50, 60)], [span(0, 100), span(5, 6), span(51, 60)], 0.9, [2, 0, 2]],
  ])('%s', (_, ones, others, least, [agreeing, onlyFirst, onlySecond]) => {
    expect(matchPassages(ones, others, least)).toEqual({ agreeing, onlyFirst, onlySecond });
  });
});

describe('against a reference', () => {
  test('precision, recall and F1', () => {
    const hits = { right: 8, wrong: 2, missed: 4 };
    const found = [precision, recall, f1].map((measure) => measure(hits).value?.toFixed(4));
    expect(found).toEqual(['0.8000', '0.6667', '0.7273']);
  });

  test('nothing to divide by', () => {
    const none = { right: 0, wrong: 0, missed: 0 };
    expect([precision, recall, f1].map((measure) => measure(none).value)).toEqual([null, null, null]);
  });

  // Newcombe 1998, "Two-sided confidence intervals for the single proportion", table I, method 3.
  test.each([
    [81, 263, '0.2553', '0.3662'],
    [15, 148, '0.0624', '0.1605'],
    [0, 20, '0.0000', '0.1611'],
    [1, 29, '0.0061', '0.1718'],
    [29, 29, '0.8830', '1.0000'],
  ])("Wilson's interval of %i in %i", (part, whole, low, high) => {
    const interval = wilsonInterval(part, whole);
    expect([interval?.low.toFixed(4), interval?.high.toFixed(4)]).toEqual([low, high]);
  });

  test('no interval of nothing', () => expect(wilsonInterval(0, 0)).toBeUndefined());
});
