/** Two coders on three levels, as MAXQDA compares them: the code in the document, how often, and the passages themselves. */
import { kappaOfMatches, shareOf } from '../../agreement/maxqda-levels.ts';
import type { Cell, Column, Table } from '../../model.ts';
import type { AgreementTally } from './agreement-tally.ts';
import { describeBase, describeCoders } from './describe-agreement.ts';
import { scale, UNDEFINED } from './measure-columns.ts';
import type { PassageCounts } from './passage-tally.ts';
import { explainNames, shortenNames } from './shorten-names.ts';
import { describeLevels } from './summary-table.ts';

/** For two coders. */
export function tabulatePassages(tally: AgreementTally): Table {
  const { codes, coders } = tally.compared;
  const kappa = kappaOfMatches(tally.passages.sum().matches, tally.usedCodes);
  const rows = codes.map(({ code, index, depth, path }) => ({
    kind: 'body' as const,
    code: code.id,
    depth,
    ...(code.color ? { color: code.color } : {}),
    cells: [path, code.id, ...createCells(tally.passages.byCode[index])],
  }));
  const total = { kind: 'total' as const, cells: ['All codes', '', ...createCells(tally.passages.sum())] };
  const value = kappa.value === null ? `not defined, since ${kappa.reason}` : kappa.value.toFixed(3);
  return {
    name: 'agreement-passages',
    title: 'Same passages',
    columns: createColumns(coders),
    rows: [...rows, total],
    notes: [
      describeBase(tally, 'characters'),
      ...explainNames(coders),
      'Exists: share of the documents in which both or neither used the code. As often: share of those in which both used it equally often.',
      describeLevels(tally),
      `Kappa of all passages: ${value}.`,
      'Every code is counted by itself, without its subcodes.',
      ...describeCoders(tally),
    ],
  };
}

function createColumns(coders: readonly string[]): Column[] {
  const [first, second] = shortenNames(coders);
  return [
    { key: 'code', title: 'Code', kind: 'text' },
    { key: 'code_id', title: 'Code id', kind: 'text' },
    { key: 'existence_percent', title: 'Exists %', kind: 'percent', empty: UNDEFINED },
    { key: 'frequency_percent', title: 'As often %', kind: 'percent', empty: UNDEFINED },
    { key: 'same', title: 'Same', kind: 'integer' },
    { key: 'only_first', title: `Only ${first}`, kind: 'integer' },
    { key: 'only_second', title: `Only ${second}`, kind: 'integer' },
    { key: 'same_percent', title: 'Same %', kind: 'percent', empty: UNDEFINED },
  ];
}

function createCells(counts: PassageCounts | undefined): Cell[] {
  if (!counts) return [];
  const { existence, frequency, matches } = counts;
  const { agreeing, onlyFirst, onlySecond } = matches;
  const percent = (found: { value: number | null }) => scale(found.value, true);
  return [
    percent(shareOf(existence)),
    percent(shareOf(frequency)),
    agreeing,
    onlyFirst,
    onlySecond,
    percent(shareOf({ agreeing, differing: onlyFirst + onlySecond })),
  ];
}
