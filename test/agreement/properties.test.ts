/** What holds of every coefficient of agreement, whatever the ratings are. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Resamples } from '../../src/agreement/bootstrap.ts';
import {
  brennanPrediger,
  cohenKappa,
  congerKappa,
  fleissKappa,
  gwetAc1,
  krippendorffAlpha,
  percentAgreement,
  scottPi,
} from '../../src/agreement/coefficients.ts';
import { matchPassages } from '../../src/agreement/maxqda-levels.ts';
import { addSums, countRatings, type Rating, RatingCounts } from '../../src/agreement/rating-counts.ts';
import { joinOverlapping, measureOverlap, measureSpans } from '../../src/agreement/spans.ts';
import { measureUnitizing, unitizingAlpha } from '../../src/agreement/unitizing-1995.ts';
import { SharedLengths, unitizingBinaryAlpha, unitizingUAlpha } from '../../src/agreement/unitizing-2019.ts';
import { cases } from '../fuzz.ts';

const MEASURES = {
  percentAgreement,
  cohenKappa,
  scottPi,
  fleissKappa,
  congerKappa,
  brennanPrediger,
  gwetAc1,
  krippendorffAlpha,
};
const CATEGORIES = 4;

const rating = fc.option(fc.nat(CATEGORIES - 1), { nil: undefined, freq: 6 });
const unitsOf = (coders: number, of: fc.Arbitrary<Rating> = rating) =>
  fc.array(fc.array(of, { minLength: coders, maxLength: coders }), { minLength: 1, maxLength: 20 });
const units = fc.integer({ min: 2, max: 4 }).chain((coders) => unitsOf(coders));

const measureAll = (counts: RatingCounts) =>
  Object.entries(MEASURES).map(([name, measure]) => [name, measure(counts).value] as const);
const count = (ratings: readonly (readonly Rating[])[], categories = CATEGORIES) =>
  countRatings(ratings, ratings[0]?.length ?? 0, categories);

/** The same up to rounding, and undefined where the other is. */
function expectSame(ones: ReturnType<typeof measureAll>, others: ReturnType<typeof measureAll>): void {
  ones.forEach(([name, one], at) => {
    const other = others[at]?.[1] ?? null;
    if (one === null || other === null) expect([name, other]).toEqual([name, one]);
    else expect(other, name).toBeCloseTo(one, 9);
  });
}

test('order of units and of coders, and names of categories, change nothing', () => {
  fc.assert(
    fc.property(units, (ratings) => {
      const plain = measureAll(count(ratings));
      expectSame(plain, measureAll(count(ratings.toReversed())));
      expectSame(plain, measureAll(count(ratings.map((unit) => unit.toReversed()))));
      const renamed = ratings.map((unit) => unit.map((each) => (each === undefined ? each : CATEGORIES - 1 - each)));
      expectSame(plain, measureAll(count(renamed)));
    }),
    cases(400),
  );
});

test('no number is above 1, none is NaN, percent lies between 0 and 1', () => {
  fc.assert(
    fc.property(units, (ratings) => {
      for (const [name, value] of measureAll(count(ratings))) {
        if (value === null) continue;
        expect(value, name).toBeLessThanOrEqual(1 + 1e-12);
        expect(Number.isFinite(value), name).toBe(true);
        if (name === 'percentAgreement') expect(value).toBeGreaterThanOrEqual(0);
      }
    }),
    cases(400),
  );
});

test('identical coders agree fully, and one more of them changes nothing', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(CATEGORIES - 1), { minLength: 2, maxLength: 20 }), (line) => {
      const [two, three] = [2, 3].map((coders) => count(line.map((each) => new Array<Rating>(coders).fill(each))));
      for (const [name, value] of [...measureAll(two as RatingCounts), ...measureAll(three as RatingCounts)])
        if (value !== null) expect(value, name).toBeCloseTo(1, 12);
    }),
    cases(200),
  );
});

test("for two complete coders alpha follows from Scott's pi, and Conger's kappa is Cohen's", () => {
  fc.assert(
    fc.property(unitsOf(2, fc.nat(CATEGORIES - 1)), (ratings) => {
      const counts = count(ratings);
      const [pi, alpha] = [scottPi(counts).value, krippendorffAlpha(counts).value];
      const size = ratings.length;
      if (pi !== null && alpha !== null) expect(alpha).toBeCloseTo(1 - ((1 - pi) * (2 * size - 1)) / (2 * size), 9);
      const [conger, cohen] = [congerKappa(counts).value, cohenKappa(counts).value];
      if (conger !== null && cohen !== null) expect(conger).toBeCloseTo(cohen, 9);
    }),
    cases(400),
  );
});

test("with equal margins Cohen's kappa is Scott's pi", () => {
  fc.assert(
    fc.property(unitsOf(2, fc.nat(CATEGORIES - 1)), (ratings) => {
      const counts = count([...ratings, ...ratings.map((unit) => unit.toReversed())]);
      const [kappa, pi] = [cohenKappa(counts).value, scottPi(counts).value];
      if (kappa !== null && pi !== null) expect(kappa).toBeCloseTo(pi, 9);
    }),
    cases(200),
  );
});

test("Brennan and Prediger's kappa never falls when the scheme has more categories", () => {
  fc.assert(
    fc.property(unitsOf(3), (ratings) => {
      const [few, many] = [CATEGORIES, CATEGORIES + 5].map((q) => brennanPrediger(count(ratings, q)).value ?? 0);
      expect(many as number).toBeGreaterThanOrEqual((few as number) - 1e-12);
    }),
    cases(200),
  );
});

test('counts of parts add up to those of the whole', () => {
  fc.assert(
    fc.property(unitsOf(3), fc.nat(20), (ratings, at) => {
      const sum = new RatingCounts(3, CATEGORIES);
      for (const part of [ratings.slice(0, at), ratings.slice(at)])
        addSums(sum.sums, countRatings(part, 3, CATEGORIES).sums);
      expectSame(measureAll(count(ratings)), measureAll(sum));
    }),
    cases(200),
  );
});

const LENGTH = 60;
const spans = fc.array(
  fc.tuple(fc.nat(LENGTH - 1), fc.integer({ min: 1, max: 12 })).map(([start, size]) => ({
    start,
    end: Math.min(start + size, LENGTH),
  })),
  { maxLength: 8 },
);

test('lengths of passages and of what two lists share are those that one counts', () => {
  const isIn = (list: readonly { start: number; end: number }[], at: number) =>
    list.some(({ start, end }) => start <= at && at < end);
  fc.assert(
    fc.property(spans, spans, (ones, others) => {
      const [a, b] = [joinOverlapping(ones), joinOverlapping(others)];
      const places = Array.from({ length: LENGTH }, (_, at) => at);
      expect(measureSpans(a)).toBe(places.filter((at) => isIn(ones, at)).length);
      expect(measureOverlap(a, b)).toBe(places.filter((at) => isIn(ones, at) && isIn(others, at)).length);
    }),
    cases(400),
  );
});

test('matching passages is what trying every pair finds', () => {
  const isLike = (one: { start: number; end: number }, other: { start: number; end: number }, least: number) => {
    const common = Math.min(one.end, other.end) - Math.max(one.start, other.start);
    return common > 0 && common / (Math.max(one.end, other.end) - Math.min(one.start, other.start)) >= least;
  };
  const distinct = (list: { start: number; end: number }[]) => [
    ...new Map(list.map((each) => [JSON.stringify(each), each])).values(),
  ];
  fc.assert(
    fc.property(spans, spans, fc.constantFrom(0.5, 0.75, 1), (ones, others, least) => {
      const [a, b] = [distinct(ones), distinct(others)];
      const found = a.filter((one) => b.some((other) => isLike(one, other, least))).length;
      const back = b.filter((one) => a.some((other) => isLike(one, other, least))).length;
      expect(matchPassages(ones, others, least)).toEqual({
        agreeing: found + back,
        onlyFirst: a.length - found,
        onlySecond: b.length - back,
      });
    }),
    cases(400),
  );
});

test('unitizing: coders who mark the same agree fully, order of coders changes nothing, and one code has one alpha', () => {
  fc.assert(
    fc.property(spans, spans, (ones, others) => {
      const [a, b] = [joinOverlapping(ones), joinOverlapping(others)];
      const alpha = (passages: (typeof a)[]) =>
        unitizingAlpha([measureUnitizing([{ length: LENGTH, passages }])]).value;
      const family = (lists: (typeof a)[]) => {
        const lengths = new SharedLengths(1);
        lengths.add(
          lists.map((list) => list.map((span) => ({ ...span, code: 0 }))),
          LENGTH,
        );
        return [unitizingUAlpha(lengths).value, unitizingBinaryAlpha(lengths).value];
      };
      expect([1, null]).toContain(alpha([a, a]));
      expect(alpha([b, a]) ?? 0).toBeCloseTo(alpha([a, b]) ?? 0, 9);
      const [u, binary] = family([a, b]);
      expect(u ?? 2).toBeCloseTo(binary ?? 2, 12);
      expect(family([b, a])[0] ?? 2).toBeCloseTo(u ?? 2, 9);
      expect([1, null]).toContain(family([a, a])[0]);
    }),
    cases(300),
  );
});

test('an interval over documents is the same every time, and lies around the number', () => {
  const documents = Array.from({ length: 12 }, (_, at) => Float64Array.of(10 + at, 20));
  const measure = ([part = 0, whole = 0]: Float64Array) => ({ share: part / whole, never: null });
  const [one, again] = [0, 1].map(() => new Resamples(documents.length).estimate(documents, measure));
  expect(again).toEqual(one);
  expect(one?.never).toBeUndefined();
  const share = (186 / 240) as number;
  expect(one?.share?.low).toBeLessThan(share);
  expect(one?.share?.high).toBeGreaterThan(share);
  // A mean of twelve numbers of 0.5 … 1.05, standard error 0.05: the interval is about four of these wide.
  expect((one?.share?.high ?? 0) - (one?.share?.low ?? 0)).toBeCloseTo(0.2, 1);
});

test('a few documents have no interval', () => {
  const four = Array.from({ length: 4 }, () => Float64Array.of(1));
  expect(new Resamples(4).estimate(four, () => ({ share: 1 }))).toEqual({});
});
