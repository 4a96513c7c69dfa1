/** Coefficients of agreement of coders who put units into categories, after the publications that are named with each. */
import {
  ALL_THE_SAME,
  type Coefficient,
  compareDisagreement,
  correctForChance,
  NO_COMMON_UNIT,
  ratio,
  undefinedBecause,
} from './coefficient.ts';
import type { RatingCounts } from './rating-counts.ts';

/** Share of pairs of coders who agree, as the mean over the units that at least two judged: 0–1. */
export function percentAgreement(counts: RatingCounts): Coefficient {
  return ratio(counts.agreeing, counts.pairable, NO_COMMON_UNIT);
}

/** Cohen 1960: two coders, units that both judged; chance by each coder's own use of the categories. */
export function cohenKappa(counts: RatingCounts): Coefficient {
  return compareTwo(counts, (one, other) => one * other);
}

/** Scott 1955: as Cohen's, but chance by the use of the categories by both together. */
export function scottPi(counts: RatingCounts): Coefficient {
  return compareTwo(counts, (one, other) => ((one + other) / 2) ** 2);
}

function compareTwo(counts: RatingCounts, chanceOf: (one: number, other: number) => number): Coefficient {
  if (counts.coders !== 2) return undefinedBecause('it is for two coders');
  const { table, pairable } = counts;
  if (pairable === 0) return undefinedBecause(NO_COMMON_UNIT);
  let [observed, expected] = [0, 0];
  table.forEach((row, category) => {
    const other = sum(table.map((each) => each[category] ?? 0));
    observed += (row[category] ?? 0) / pairable;
    expected += chanceOf(sum(row) / pairable, other / pairable);
  });
  return correctForChance(observed, expected);
}

/** Fleiss 1971, with units that not all coders judged as Gwet 2014 has it. */
export function fleissKappa(counts: RatingCounts): Coefficient {
  return correctAgreement(counts, () => sum(counts.shares.map((share) => share ** 2)));
}

/** Conger 1980: Cohen's kappa for any number of coders; chance by each coder's own use of the categories. */
export function congerKappa(counts: RatingCounts): Coefficient {
  const shares = Array.from({ length: counts.coders }, (_, coder) => counts.ratingsOf(coder))
    .map((ratings) => ({ ratings, all: sum(ratings) }))
    .filter(({ all }) => all > 0)
    .map(({ ratings, all }) => ratings.map((rating) => rating / all));
  const coders = shares.length;
  if (coders < 2) return undefinedBecause(NO_COMMON_UNIT);
  const chanceOf = (category: number): number => {
    const own = shares.map((share) => share[category] ?? 0);
    const mean = sum(own) / coders;
    const variance = sum(own.map((share) => (share - mean) ** 2)) / (coders - 1);
    return mean ** 2 - variance / coders;
  };
  return correctAgreement(counts, () => sum(Array.from({ length: counts.categories }, (_, at) => chanceOf(at))));
}

/** Brennan and Prediger 1981: chance is 1 / number of categories of the scheme, used or not. */
export function brennanPrediger(counts: RatingCounts): Coefficient {
  if (counts.categories < 2) return undefinedBecause(ONE_CATEGORY);
  return correctAgreement(counts, () => 1 / counts.categories);
}

/** Gwet 2008, AC1. */
export function gwetAc1(counts: RatingCounts): Coefficient {
  if (counts.categories < 2) return undefinedBecause(ONE_CATEGORY);
  const chance = () => sum(counts.shares.map((share) => share * (1 - share))) / (counts.categories - 1);
  return correctAgreement(counts, chance);
}

/** Krippendorff 2011, nominal: units with one rating drop out. */
export function krippendorffAlpha(counts: RatingCounts): Coefficient {
  if (counts.pairable === 0) return undefinedBecause(NO_COMMON_UNIT);
  const { observed, expected } = krippendorffDisagreement(counts);
  return compareDisagreement(observed, expected, ALL_THE_SAME);
}

/** Observed and expected disagreement of nominal alpha; there must be a pairable unit. */
export function krippendorffDisagreement(counts: RatingCounts): { observed: number; expected: number } {
  const rows = Array.from({ length: counts.categories }, (_, category) => counts.coincidencesOf(category));
  const margins = rows.map(sum);
  const all = sum(margins);
  const differing = sum(rows.map((row, category) => sum(row) - (row[category] ?? 0)));
  const expected = sum(margins.map((margin) => margin * (all - margin))) / (all * (all - 1));
  return { observed: differing / all, expected };
}

const ONE_CATEGORY = 'the scheme has one category only';

function correctAgreement(counts: RatingCounts, chance: () => number): Coefficient {
  const { value } = percentAgreement(counts);
  return value === null ? undefinedBecause(NO_COMMON_UNIT) : correctForChance(value, chance());
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
