/** Every two coders, as if there were no others: who agrees with whom. */
import type { Cell, Column, Table } from '../../model.ts';
import type { AgreementTally } from './agreement-tally.ts';
import { describeBase, describeCoders, nameUnit } from './describe-agreement.ts';
import { createMeasureColumn, measureCell, pickMeasures } from './measure-columns.ts';

/** On segments, all codes together. With a reference only the pairs with it are shown, the reference second. */
export function tabulatePairs(tally: AgreementTally): Table {
  const { coders, reference } = tally.compared;
  const pairs = listPairs(coders.length, reference);
  const measures = pickMeasures(reference === undefined ? PLAIN : [...HITS, ...PLAIN]);
  const rows = pairs.map(([first, second]) => {
    const of = tally.measurePair(first, second, reference === undefined ? undefined : 1);
    const counts: Cell[] = [of.units, of.both, of.first, of.second, of.neither];
    const cells = [
      coders[first] ?? '',
      coders[second] ?? '',
      ...counts,
      ...measures.map((each) => measureCell(of, each)),
    ];
    return { kind: 'body' as const, cells };
  });
  return {
    name: 'agreement-pairs',
    title: 'Agreement of every two coders',
    columns: [...COLUMNS, ...measures.map((each) => createMeasureColumn(each, false))],
    rows,
    notes: [
      describeBase(tally, 'segments'),
      `Unit: each ${nameUnit(tally, 'segments')} once for every code by itself, of the documents that both worked on. N: such units.`,
      'Both, only, neither: units that both gave the code, only the first or only the second coder of the row, neither.',
      ...describeCoders(tally),
    ],
  };
}

const PLAIN = ['cohen', 'percent', 'brennan_prediger', 'alpha'] as const;
const HITS = ['precision', 'recall', 'f1'] as const;

const COLUMNS: Column[] = [
  { key: 'coder_1', title: 'Coder', kind: 'text' },
  { key: 'coder_2', title: 'Coder', kind: 'text' },
  { key: 'units', title: 'N', kind: 'integer' },
  { key: 'a', title: 'Both', kind: 'integer' },
  { key: 'b', title: 'Only first', kind: 'integer' },
  { key: 'c', title: 'Only second', kind: 'integer' },
  { key: 'd', title: 'Neither', kind: 'integer', inFilesOnly: true },
];

/** Indices of coders. */
function listPairs(coders: number, reference: number | undefined): [number, number][] {
  const all = Array.from({ length: coders }, (_, at) => at);
  if (reference !== undefined) return all.filter((at) => at !== reference).map((at) => [at, reference]);
  return all.flatMap((first) => all.slice(first + 1).map((second): [number, number] => [first, second]));
}
