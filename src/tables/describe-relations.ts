/** What the numbers of code relations are: their title, their columns, and the notes that define them. */
import type { Column } from '../model.ts';

export const PLACES = ['segment', 'paragraphs', 'document'] as const;
export const RELATION_VALUES = ['count', 'jaccard', 'lift'] as const;

export interface RelationKind {
  /** Where two codes must occur to occur together; `paragraphs` means near each other. */
  within: (typeof PLACES)[number];
  /** Most paragraphs from one to the other; it matters only within those. */
  distance: number;
  value: (typeof RELATION_VALUES)[number];
}

/** How a number of each kind is shown. */
export const RELATION_COLUMNS = {
  count: { title: 'Count', kind: 'integer' },
  jaccard: { title: 'Jaccard', kind: 'decimal', digits: 3 },
  lift: { title: 'Lift', kind: 'decimal', digits: 2 },
} as const satisfies Record<RelationKind['value'], Omit<Column, 'key'>>;

/** "Code relations: segments with both codes", "… : Jaccard index of …". */
export function titleOfRelations(kind: RelationKind, isLong: boolean): string {
  const { within, distance, value } = kind;
  const what =
    within === 'paragraphs' ? `pairs of segments ${describeDistance(distance)}` : `${within}s with both codes`;
  const measure = isLong ? '' : { count: '', jaccard: 'Jaccard index of ', lift: 'lift of ' }[value];
  return `Code relations: ${measure}${what}`;
}

/** What is counted of a single code. */
export function headingOfUnits({ within }: RelationKind): 'Segments' | 'Documents' {
  return within === 'document' ? 'Documents' : 'Segments';
}

/** Definitions of what is shown; a list of pairs shows all three numbers. */
export function describeRelations(kind: RelationKind, isLong: boolean): string[] {
  const units = headingOfUnits(kind);
  const { count, jaccard, lift } = kind.within === 'paragraphs' ? defineNear(kind.distance) : defineShared(kind.within);
  const others = isLong ? [jaccard, lift] : { count: [], jaccard: [jaccard], lift: [lift] }[kind.value];
  const single = isLong
    ? `A and B: ${units.toLowerCase()} with the code.`
    : `${units}: those with the code. No number: a code with itself or with its own subcodes.`;
  return [
    count,
    ...others,
    single,
    `A code with subcodes has the ${units.toLowerCase()} of its subcodes too, each once.`,
  ];
}

function defineShared(unit: 'segment' | 'document'): Record<RelationKind['value'], string> {
  return {
    count: `Both: the number of ${unit}s with both codes.`,
    jaccard: `Jaccard: both / (first + second − both), from 0 to 1, of the ${unit}s with the codes; ${SMALL}`,
    lift: `Lift: both · N / (first · second), N being all ${unit}s; ${CHANCE}`,
  };
}

function defineNear(distance: number): Record<RelationKind['value'], string> {
  return {
    count: `Pairs: a segment with the one code and a segment with the other, ${describeDistance(distance)}, count as one pair; so does a segment with both. Paragraphs apart: the difference of the paragraph numbers in the document, with those of the interviewer, headings and label lines included.`,
    jaccard: `Jaccard: of the segments with either code, the share that has the other code so near, from 0 to 1; ${SMALL}`,
    lift: `Lift: pairs / (first · second · P / S²), S being all segments, and P their pairs that are so near, each segment with itself included; ${CHANCE}`,
  };
}

const SMALL = 'it stays small where one code is much more frequent than the other.';
const CHANCE = '1 is what chance alone would give, more than 1 is more often.';

function describeDistance(distance: number): string {
  if (distance === 0) return 'in the same paragraph';
  return `at most ${distance} paragraph${distance === 1 ? '' : 's'} apart`;
}
