/** All coefficients over all codes, one row each: on what unit, over which units, and with what interval. */

import type { Coefficient } from '../../agreement/coefficient.ts';
import { kappaOfMatches, shareOf } from '../../agreement/maxqda-levels.ts';
import type { Cell, Column, Row, Table } from '../../model.ts';
import type { AgreementTally } from './agreement-tally.ts';
import { LEVELS, type Level } from './choices.ts';
import { describeBase, describeCoders, describeInterval, nameUnit } from './describe-agreement.ts';
import { listMeasures, UNDEFINED } from './measure-columns.ts';
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
  const { u, coded } = unitizing.measureFamily();
  const list: [string, Coefficient][] = [
    ['Unitizing alpha 2004', unitizing.measureAll()],
    ['|uα 2019, any code or none', unitizing.measureBinary(rows.any, resamples)],
    ['uα 2019', u],
    ['cuα 2019, where both have a code', coded],
  ];
  return list.map(([measure, found]) => createRow(tally, { measure, unit: 'characters of passages', units }, found));
}

const UNITIZING_NOTES = [
  'Unitizing alpha 2004: Krippendorff (1995, 2004), which codes each code by itself and sums over them, of the documents that all worked on; a gap ends where its document ends. Without an interval, since its expected disagreement is no sum over documents.',
  'uα 2019: the family of Krippendorff, Mathet, Bouvry and Widlöcher (2016) and Krippendorff (2019), for characters; it needs codes that exclude each other, but for |uα. Passages of one coder and code that overlap are joined.',
];

function listLevels(tally: AgreementTally): SummaryRow[] {
  if (tally.compared.coders.length !== 2) return [];
  const { existence, frequency, matches } = tally.passages.sum();
  const { agreeing, onlyFirst, onlySecond } = matches;
  const all = agreeing + onlyFirst + onlySecond;
  const pairs = existence.agreeing + existence.differing;
  const row = (measure: string, unit: string, units: number, found: Coefficient) =>
    createRow(tally, { measure, unit, units }, found);
  return [
    row('Existence of the code (level 1)', 'document by code', pairs, shareOf(existence)),
    row('Frequency of the code (level 2)', 'document by code', pairs, shareOf(frequency)),
    row('Same passages (level 3)', 'passage', all, shareOf({ agreeing, differing: onlyFirst + onlySecond })),
    createRow(
      tally,
      { measure: 'Kappa of same passages', unit: 'passage', units: all, codes: tally.usedCodes },
      kappaOfMatches(matches, tally.usedCodes),
    ),
  ];
}

/** In the manner of MAXQDA's three levels. */
export function describeLevels({ compared: { overlap }, usedCodes }: AgreementTally): string {
  return `Levels 1 to 3: after MAXQDA's comparison of two coders, for each code by itself. Passages are the same when they share at least ${Math.round(overlap * 100)} % of the characters that they cover together (--overlap); those of both coders are looked for at the other, so that a pair counts twice. The kappa takes 1 / ${usedCodes} for chance (Brennan and Prediger; ${count(usedCodes)} used).`;
}

const count = (codes: number): string => (codes === 1 ? '1 code is' : `${codes} codes are`);
