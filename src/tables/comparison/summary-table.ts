/** All coefficients over all codes, one row each: on what unit, over which units, and with what interval. */

import { kappaOfMatches, shareOf } from '../../agreement/maxqda-levels.ts';
import type { Cell, Column, Row, Table } from '../../model.ts';
import type { AgreementTally } from './agreement-tally.ts';
import { LEVELS, type Level } from './choices.ts';
import { describeBase, describeCoders, describeInterval, nameUnit } from './describe-agreement.ts';
import { listMeasures, UNDEFINED } from './measure-columns.ts';
import { type PassageCounts, toPassageCounts } from './passage-tally.ts';
import type { Estimate, Universe } from './row-measures.ts';

/** One level, below the table of its codes, whose notes it does not repeat. */
export function summarizeLevel(tally: AgreementTally, level: Level): Table {
  return { ...tabulateSummary(tally, [level]), notes: [describeInterval(tally, true), POOLED] };
}

export function tabulateSummary(tally: AgreementTally, levels: readonly Level[] = LEVELS): Table {
  const rows = levels.flatMap((level) => [
    ...UNIVERSES.filter((universe) => universe === 'all' || level !== 'documents').flatMap((universe) =>
      listPooled(tally, level, universe),
    ),
    ...(level === 'characters' ? listUnitizing(tally) : level === 'documents' ? listLevels(tally) : []),
  ]);
  const reasons = new Set(rows.flatMap(({ reason }) => reason ?? []));
  return {
    name: 'agreement-summary',
    title: 'Agreement over all codes',
    columns: COLUMNS,
    rows: rows.map(({ cells }) => ({ kind: 'body' as const, cells })),
    notes: [
      describeBase(tally, 'segments'),
      describeInterval(tally, true),
      POOLED,
      ...(levels.includes('characters') ? UNITIZING_NOTES : []),
      ...(levels.includes('documents') && tally.compared.coders.length === 2 ? [describeLevels(tally)] : []),
      ...describeCoders(tally),
      ...[...reasons].map((reason) => `${UNDEFINED} not defined, since ${reason}.`),
    ],
  };
}

const POOLED =
  'Unit by code: each unit counts once for every code by itself. Coded units are those that anybody gave any of the codes.';

const UNIVERSES: readonly Universe[] = ['all', 'coded'];

const COLUMNS: Column[] = [
  { key: 'measure', title: 'Measure', kind: 'text' },
  { key: 'unit', title: 'Unit', kind: 'text' },
  { key: 'value', title: 'Value', kind: 'decimal', digits: 3, empty: UNDEFINED },
  { key: 'low', title: 'Low', kind: 'decimal', digits: 3 },
  { key: 'high', title: 'High', kind: 'decimal', digits: 3 },
  { key: 'units', title: 'N', kind: 'integer' },
  { key: 'codes', title: 'Codes', kind: 'integer' },
  { key: 'coders', title: 'Coders', kind: 'integer', inFilesOnly: true },
  { key: 'undefined_because', title: 'Not defined, since', kind: 'text', inFilesOnly: true },
];

interface SummaryRow extends Pick<Row, 'cells'> {
  reason?: string | undefined;
}

function createRow(
  tally: AgreementTally,
  { measure, unit, units, codes }: { measure: string; unit: string; units: Cell; codes?: number },
  { value, reason, interval }: Estimate,
): SummaryRow {
  const { codes: all, coders } = tally.compared;
  const bounds = [interval?.low ?? null, interval?.high ?? null];
  const cells: Cell[] = [measure, unit, value, ...bounds, units, codes ?? all.length, coders.length, reason ?? ''];
  return { cells, ...(value === null ? { reason } : {}) };
}

function listPooled(tally: AgreementTally, level: Level, universe: Universe): SummaryRow[] {
  const of = tally.measure(level, tally.ownRows, { universe, intervals: true });
  const unit = `${universe === 'coded' ? 'coded ' : ''}${nameUnit(tally, level)} by code`;
  return listMeasures(tally.compared).map(({ name, longTitle }) =>
    createRow(tally, { measure: longTitle, unit, units: of.units }, of.measures[name] ?? { value: null }),
  );
}

function listUnitizing(tally: AgreementTally): SummaryRow[] {
  const { unitizing, rows, resamples } = tally;
  const units = tally.countUnits('characters', 'all');
  const { u, coded } = unitizing.measureFamily(resamples);
  const list: [string, Estimate][] = [
    ['Unitizing alpha 2004', unitizing.measureAll()],
    ['|uα 2019, any code or none', unitizing.measureBinary(rows.any, resamples)],
    ['uα 2019', u],
    ['cuα 2019, where both have a code', coded],
  ];
  return list.map(([measure, found]) => createRow(tally, { measure, unit: 'characters of passages', units }, found));
}

const UNITIZING_NOTES = [
  'Unitizing alpha 2004: Krippendorff (1995, 2004), which codes each code by itself and sums over them, of the documents that all worked on; a gap ends where its document ends. Without an interval, since its expected disagreement is no sum over documents.',
  'uα 2019: the family of Krippendorff, Mathet, Bouvry and Widlöcher (2016) and Krippendorff (2019), for characters; it needs codes that exclude each other, but for |uα. Passages of one coder and code that overlap are joined. With more than 30 codes uα and cuα have no interval.',
];

function listLevels(tally: AgreementTally): SummaryRow[] {
  if (tally.compared.coders.length !== 2) return [];
  const { passages, usedCodes, resamples } = tally;
  const sum = passages.sum();
  const values = measureLevels(sum, usedCodes);
  const intervals = resamples.estimate(passages.byDocument, (sums) => {
    const { existence, frequency, same, kappa } = measureLevels(toPassageCounts(sums), usedCodes);
    return { existence: existence.value, frequency: frequency.value, same: same.value, kappa: kappa.value };
  });
  const { agreeing, onlyFirst, onlySecond } = sum.matches;
  const [documents, all] = [sum.existence.agreeing + sum.existence.differing, agreeing + onlyFirst + onlySecond];
  const byDocument = { unit: 'document by code', units: documents };
  const byPassage = { unit: 'passage', units: all };
  const row = (name: keyof typeof values, how: { measure: string; unit: string; units: number; codes?: number }) => {
    const interval = values[name].value === null ? undefined : intervals[name];
    return createRow(tally, how, { ...values[name], ...(interval ? { interval } : {}) });
  };
  return [
    row('existence', { measure: 'Existence of the code (level 1)', ...byDocument }),
    row('frequency', { measure: 'Frequency of the code (level 2)', ...byDocument }),
    row('same', { measure: 'Same passages (level 3)', ...byPassage }),
    row('kappa', { measure: 'Kappa of same passages', ...byPassage, codes: usedCodes }),
  ];
}

function measureLevels({ existence, frequency, matches }: PassageCounts, codes: number) {
  const differing = matches.onlyFirst + matches.onlySecond;
  return {
    existence: shareOf(existence),
    frequency: shareOf(frequency),
    same: shareOf({ agreeing: matches.agreeing, differing }),
    kappa: kappaOfMatches(matches, codes),
  };
}

/** In the manner of MAXQDA's three levels. */
export function describeLevels({ compared: { overlap }, usedCodes }: AgreementTally): string {
  return `Levels 1 to 3: after MAXQDA's comparison of two coders, for each code by itself. Passages are the same when they share at least ${Math.round(overlap * 100)} % of the characters that they cover together (--overlap); those of both coders are looked for at the other, so that a pair counts twice. The kappa takes 1 / ${usedCodes} for chance (Brennan and Prediger; ${count(usedCodes)} used).`;
}

const count = (codes: number): string => (codes === 1 ? '1 code is' : `${codes} codes are`);
