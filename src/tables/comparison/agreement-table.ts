/** Agreement of coders, one row a code: who gave it how often, and the coefficients. */
import type { Cell, Column, Row, Table } from '../../model.ts';
import { createCodeRows } from '../code-rows.ts';
import type { AgreementTally } from './agreement-tally.ts';
import type { Level } from './choices.ts';
import { describeAgreement, describeUndefined } from './describe-agreement.ts';
import {
  createIntervalColumns,
  createMeasureColumn,
  intervalCells,
  listMeasures,
  MOST_SHOWN,
  measureCell,
} from './measure-columns.ts';
import type { RowMeasures } from './row-measures.ts';
import { shortenNames } from './shorten-names.ts';

export interface AgreementRequest {
  level: Level;
  depth?: number | undefined;
  /** With all coefficients and their intervals, as files have them. */
  isWhole: boolean;
}

/** Columns `a` … `d` are those of a fourfold table; with more than two coders `all`, `some` and `none`. */
export function tabulateAgreement(tally: AgreementTally, { level, depth, isWhole }: AgreementRequest): Table {
  const { codes } = tally.compared;
  const measured: { name: string; of: RowMeasures }[] = [];
  const measure = (name: string, rows: readonly number[]): Cell[] => {
    const of = tally.measure(level, rows, { universe: 'all', intervals: isWhole });
    measured.push({ name, of });
    const coded = tally.measure(level, rows, { universe: 'coded', intervals: false });
    return [...countCells(tally, of), ...measureCells(tally, of, coded), ...unitizingCells(tally, level, rows)];
  };
  const used = new Set(codes.flatMap(({ code, index }) => (tally.isUsed(index) ? [code.id] : [])));
  const isUsed = ({ code, directly }: Row) => code !== undefined && used.has(code) && directly !== true;
  const options = { aggregate: 'distinct' as const, ...(depth === undefined ? {} : { depth }) };
  const rows = createCodeRows(codes, options, {
    cellsOf: (index, kind) =>
      kind === 'directly'
        ? measure(`${codes[index]?.path} (directly)`, [tally.rows.own(index)])
        : measure(codes[index]?.path ?? '', [index]),
    hasOwn: (index) => tally.isUsed(tally.rows.own(index)),
  });
  const columns = createColumns(tally, level);
  const totals = [
    { kind: 'total' as const, cells: ['All codes', '', ...measure('all codes', tally.ownRows)] },
    { kind: 'total' as const, cells: ['Any code', '', ...measure('any code', [tally.rows.any])] },
  ];
  return {
    name: `agreement-${level}`,
    title: TITLES[level],
    columns,
    rows: [...rows, ...totals, averageRow(columns, rows.filter(isUsed))],
    notes: [...describeAgreement(tally, level, isWhole), ...describeUndefined(tally.compared, measured, isWhole)],
  };
}

export const TITLES: Record<Level, string> = {
  segments: 'Agreement on segments',
  documents: 'Agreement on documents',
  characters: 'Agreement on characters',
};

function createColumns(tally: AgreementTally, level: Level): Column[] {
  const measures = listMeasures(tally.compared);
  return [
    { key: 'code', title: 'Code', kind: 'text' },
    { key: 'code_id', title: 'Code id', kind: 'text' },
    ...createCountColumns(tally),
    ...measures.map((each, at) => createMeasureColumn(each, at >= MOST_SHOWN)),
    ...measures.flatMap(createIntervalColumns),
    { key: 'coded_units', title: 'Coded units', kind: 'integer', inFilesOnly: true },
    ...measures.map((each): Column => {
      return { ...createMeasureColumn(each, true), key: `${each.name}_coded`, title: `${each.title}, coded units` };
    }),
    ...(level === 'characters' ? UNITIZING_COLUMNS : []),
  ];
}

const UNITIZING_COLUMNS: readonly Column[] = [
  { key: 'unitizing_alpha_2004', title: 'Unitizing alpha 2004', kind: 'decimal', digits: 3, inFilesOnly: true },
  { key: 'unitizing_binary_alpha_2019', title: 'Binary alpha 2019', kind: 'decimal', digits: 3, inFilesOnly: true },
];

function createCountColumns({ compared: { coders, reference } }: AgreementTally): Column[] {
  const column = (key: string, title: string, isShown = true): Column => {
    return { key, title, kind: 'integer', ...(isShown ? {} : { inFilesOnly: true }) };
  };
  const units = column('units', 'Units', false);
  if (coders.length > 2) return [units, column('all', 'All'), column('some', 'Some'), column('none', 'None')];
  const [first, second] = shortenNames(coders);
  const counts = [column('a', 'Both'), column('b', `Only ${first}`), column('c', `Only ${second}`)];
  return [units, ...counts, column('d', 'Neither', reference === undefined)];
}

function countCells({ compared }: AgreementTally, { units, both, first, second, some, neither }: RowMeasures): Cell[] {
  return compared.coders.length > 2 ? [units, both, some, neither] : [units, both, first, second, neither];
}

function measureCells({ compared }: AgreementTally, of: RowMeasures, coded: RowMeasures): Cell[] {
  const measures = listMeasures(compared);
  return [
    ...measures.map((each) => measureCell(of, each)),
    ...measures.flatMap((each) => intervalCells(of, each)),
    coded.units,
    ...measures.map((each) => measureCell(coded, each)),
  ];
}

function unitizingCells({ unitizing, compared }: AgreementTally, level: Level, rows: readonly number[]): Cell[] {
  if (level !== 'characters') return [];
  const [row, ...others] = rows;
  if (row === undefined) return [null, null];
  // Of all codes together the alpha of 2004 is a sum over codes; that of 2019 is one of several in the summary.
  if (others.length > 0 || compared.codes.length === 0) return [unitizing.measureAll().value, null];
  return [unitizing.measure(row).value, unitizing.measureBinary(row).value];
}

/** What is not defined is left out. */
function averageRow(columns: readonly Column[], codes: readonly Row[]): Row {
  const cells = columns.map((column, at): Cell => {
    if (at === 0) return 'Mean over codes';
    if (column.kind === 'text') return '';
    if (column.kind === 'integer' || /_(?:low|high)$/.test(column.key)) return null;
    const values = codes.flatMap(({ cells }) => (typeof cells[at] === 'number' ? [cells[at] as number] : []));
    return values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length;
  });
  return { kind: 'total', cells };
}
