/** The columns of coefficients: which there are for two coders and for more, and what is said of them. */
import type { Cell, Column } from '../../model.ts';
import type { ComparedCoders } from './compared-coders.ts';
import type { MeasureName, RowMeasures } from './row-measures.ts';

export interface MeasureColumn {
  name: MeasureName;
  /** Short, for the head of a column. */
  title: string;
  /** With its author. */
  longTitle: string;
  isPercent: boolean;
}

const ALL: Record<MeasureName, Omit<MeasureColumn, 'name'>> = {
  percent: { title: 'Agree %', longTitle: 'Percent agreement (0–1)', isPercent: true },
  cohen: { title: 'Cohen', longTitle: "Cohen's kappa", isPercent: false },
  scott: { title: 'Scott', longTitle: "Scott's pi", isPercent: false },
  fleiss: { title: 'Fleiss', longTitle: "Fleiss' kappa", isPercent: false },
  conger: { title: 'Conger', longTitle: "Conger's kappa", isPercent: false },
  brennan_prediger: { title: 'BP', longTitle: "Brennan and Prediger's kappa", isPercent: false },
  alpha: { title: 'Alpha', longTitle: "Krippendorff's alpha", isPercent: false },
  ac1: { title: 'AC1', longTitle: "Gwet's AC1", isPercent: false },
  precision: { title: 'Precision %', longTitle: 'Precision', isPercent: true },
  recall: { title: 'Recall %', longTitle: 'Recall', isPercent: true },
  f1: { title: 'F1 %', longTitle: 'F1', isPercent: true },
};

/** By name. */
export function pickMeasures(names: readonly MeasureName[]): MeasureColumn[] {
  return names.map((name) => ({ name, ...ALL[name] }));
}

/** In the order in which they are shown. */
export function listMeasures({ coders, reference }: ComparedCoders): MeasureColumn[] {
  if (coders.length > 2) return pickMeasures(['percent', 'fleiss', 'brennan_prediger', 'alpha', 'ac1', 'conger']);
  return reference === undefined
    ? pickMeasures(['percent', 'cohen', 'brennan_prediger', 'alpha', 'ac1', 'scott', 'f1'])
    : pickMeasures(['precision', 'recall', 'f1', 'cohen', 'alpha', 'percent', 'brennan_prediger', 'ac1', 'scott']);
}

/** Those that a terminal has room for beside the counts. */
export const MOST_SHOWN = 4;

/** What is not defined. */
export const UNDEFINED = '–';

/** Digits of coefficients. */
const DIGITS = 3;

export function createMeasureColumn({ name, title, isPercent }: MeasureColumn, inFilesOnly: boolean): Column {
  const kind = isPercent ? 'percent' : 'decimal';
  const digits = isPercent ? {} : { digits: DIGITS };
  return { key: name, title, kind, empty: UNDEFINED, ...digits, ...(inFilesOnly ? { inFilesOnly } : {}) };
}

/** For programs: lower and upper end of the interval. */
export function createIntervalColumns({ name, title, isPercent }: MeasureColumn): Column[] {
  return (['low', 'high'] as const).map((end) => ({
    key: `${name}_${end}`,
    title: `${title} ${end}`,
    kind: isPercent ? 'percent' : 'decimal',
    ...(isPercent ? {} : { digits: DIGITS }),
    inFilesOnly: true,
  }));
}

/** As its column has it. */
export function measureCell({ measures }: RowMeasures, { name, isPercent }: MeasureColumn): Cell {
  return scale(measures[name]?.value ?? null, isPercent);
}

export function intervalCells({ measures }: RowMeasures, { name, isPercent }: MeasureColumn): Cell[] {
  const interval = measures[name]?.interval;
  return [scale(interval?.low ?? null, isPercent), scale(interval?.high ?? null, isPercent)];
}

export function scale(value: number | null, isPercent: boolean): number | null {
  return value !== null && isPercent ? value * 100 : value;
}
