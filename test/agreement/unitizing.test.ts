/** Alphas for unitizing against published numbers, their reduction to nominal alpha, and numbers derived anew by counting. */
import { describe, expect, test } from 'vitest';
import { krippendorffAlpha } from '../../src/agreement/coefficients.ts';
import { countRatings } from '../../src/agreement/rating-counts.ts';
import { measureUnitizing, unitizingAlpha } from '../../src/agreement/unitizing-1995.ts';
import {
  SharedLengths,
  type Unit,
  unitizingBinaryAlpha,
  unitizingCodedAlpha,
  unitizingUAlpha,
} from '../../src/agreement/unitizing-2019.ts';

/** Passages as offset and length. */
const passages = (from: number, ...units: [number, number][]) =>
  units.map(([offset, length]) => ({ start: offset - from, end: offset - from + length }));

describe('alpha of 1995 and 2004', () => {
  // Krippendorff 2004, "Measuring the reliability of qualitative text analysis data", p. 254.
  const c = measureUnitizing([
    { length: 300, passages: [passages(150, [225, 70], [370, 30]), passages(150, [220, 80], [355, 20], [400, 20])] },
  ]);
  const same = passages(150, [180, 60], [300, 50]);
  const k = measureUnitizing([{ length: 300, passages: [same, same] }]);

  test('the published example', () => {
    expect(c?.observed).toBeCloseTo(0.0144444, 7);
    expect(c?.expected).toBeCloseTo(0.0532218, 7);
    expect(k?.expected).toBeCloseTo(0.0489786, 7);
    expect(unitizingAlpha([c]).value).toBeCloseTo(0.7286, 4);
    expect(unitizingAlpha([k]).value).toBe(1);
  });

  test('all codes together, where the publication rounds on the way', () => {
    expect(unitizingAlpha([c, k]).value).toBeCloseTo(0.858665, 6);
    expect(Math.abs((unitizingAlpha([c, k]).value ?? 0) - 0.8591)).toBeLessThan(0.0005);
  });

  test('one long passage and three short ones, as DKPro tests it', () => {
    const found = measureUnitizing([
      { length: 10, passages: [passages(0, [1, 8]), passages(0, [2, 1], [4, 1], [6, 1])] },
    ]);
    expect(found?.observed).toBeCloseTo(0.91, 10);
    expect(found?.expected).toBeCloseTo(0.535185, 6);
    expect(unitizingAlpha([found]).value).toBeCloseTo(-0.700346, 6);
  });

  test('nothing marked, nothing to read, and one coder', () => {
    expect(unitizingAlpha([measureUnitizing([{ length: 10, passages: [[], []] }])]).value).toBeNull();
    expect(unitizingAlpha([measureUnitizing([])])).toEqual({ value: null, reason: 'no text was coded by all' });
    expect(measureUnitizing([{ length: 10, passages: [passages(0, [1, 2])] }])).toBeUndefined();
  });

  test('two texts whose passages agree have no disagreement', () => {
    const text = { length: 20, passages: [passages(0, [1, 5]), passages(0, [1, 5])] };
    expect(unitizingAlpha([measureUnitizing([text, { ...text, length: 40 }])]).value).toBe(1);
  });
});

describe('the family of 2019', () => {
  const unit = (start: number, end: number, code: number): Unit => ({ start, end, code });
  const measure = (coders: Unit[][], length: number, codes: number) => {
    const lengths = new SharedLengths(codes);
    lengths.add(coders, length);
    const all = [unitizingUAlpha, unitizingBinaryAlpha, unitizingCodedAlpha].map((alpha) => alpha(lengths).value);
    return { all, lengths };
  };
  const digits = (values: (number | null)[]) => values.map((value) => (value === null ? null : value.toFixed(6)));

  test('sections of one character without gaps are units: alpha is the nominal one', () => {
    const lines = ['abcabcaabb', 'abcabbaabc'].map((line) => [...line].map((letter) => letter.charCodeAt(0) - 97));
    const coders = lines.map((line) => line.map((code, at) => unit(at, at + 1, code)));
    const nominal = krippendorffAlpha(
      countRatings(
        (lines[0] ?? []).map((code, at) => [code, lines[1]?.[at]]),
        2,
        3,
      ),
    );
    expect(nominal.value).toBeCloseTo(0.703125, 9);
    expect(measure(coders, 10, 3).all[0]).toBeCloseTo(0.703125, 9);
  });

  test('one code on characters: the same as alpha of characters', () => {
    const lines = ['001111111100001111110000', '000011110000000110000000'];
    const coders = lines.map((line) => [...line].flatMap((digit, at) => (digit === '1' ? [unit(at, at + 1, 0)] : [])));
    expect(digits(measure(coders, 24, 1).all.slice(0, 2))).toEqual(['0.328571', '0.328571']);
  });

  const first = [unit(0, 10, 0), unit(20, 30, 1)];
  const second = [unit(2, 10, 0), unit(20, 28, 1), unit(35, 40, 0)];
  const third = [unit(0, 10, 0), unit(20, 30, 0)];
  test.each([
    ['borders that differ', [first, second], ['0.695404', '0.643274', '1.000000']],
    ['codes that differ', [first, third], ['0.646667', '1.000000', '0.000000']],
    ['the same', [first, first], ['1.000000', '1.000000', '1.000000']],
    ['nobody codes anything', [[], []], [null, null, null]],
    // Expected: 90 · 10 / (100 − (90 + 25 + 25) / 100) of the characters, found: 10.
    ['no passage in common', [[unit(0, 5, 0)], [unit(10, 15, 0)]], ['-0.095556', '-0.095556', null]],
  ])('%s', (_, coders, expected) => expect(digits(measure(coders, 50, 2).all)).toEqual(expected));

  test('lengths are those that one counts', () => {
    expect(measure([first, second], 50, 2).lengths.lengths).toEqual([
      [50, 7, 2],
      [7, 16, 0],
      [2, 0, 16],
    ]);
  });

  test('against counting characters one by one, with three coders and two texts', () => {
    const texts = [
      { coders: [first, second, third], length: 50 },
      { coders: [[unit(3, 9, 1)], [], [unit(0, 4, 0), unit(4, 9, 1)]], length: 12 },
    ];
    const lengths = new SharedLengths(2);
    for (const { coders, length } of texts) lengths.add(coders, length);
    const counted = [0, 1, 2].map(() => [0, 0, 0]);
    for (const { coders, length } of texts)
      for (let at = 0; at < length; at++) {
        const values = coders.map((units) => units.find(({ start, end }) => start <= at && at < end));
        values.forEach((one, i) => {
          values.forEach((other, j) => {
            const row = counted[one ? one.code + 1 : 0];
            const column = other ? other.code + 1 : 0;
            if (i !== j && row) row[column] = (row[column] ?? 0) + 1 / (coders.length - 1);
          });
        });
      }
    expect(lengths.lengths).toEqual(counted);
  });

  test('a coder alone adds nothing', () => {
    expect(measure([first], 50, 2).all).toEqual([null, null, null]);
  });
});
