/** Counts what one document has of every code, with and without subcodes: its coded segments, or hits, words or characters. */
import type { CodeNode } from '../codebook/code-tree.ts';
import type { CodedDocument, Coding } from '../model.ts';
import type { CountKind } from './code-rows.ts';
import { createMeasurer, isPlain } from './measure-codings.ts';

/** Arrays are indexed like the list of codes. */
export interface CodeCounts extends CodeNumbers {
  /** The own counts of all codes together: of segments, the number of codings. */
  codings: number;
  /** Of any code, each hit, word or character once; of segments, how many codable ones are touched. */
  segments: number;
  /** Codable segments that the codings counted in each number touch; of other units the number itself. */
  touched: CodeNumbers;
}

/**
 * `directly`: of the code itself. `distinct`: of the code or any of its subcodes, each segment (or hit, word, character) once.
 * `sum`: the code's own count plus that of all its subcodes.
 */
export type CodeNumbers = Record<CountKind, number[]>;

/**
 * What is counted. A segment is a coded one: a passage that a coder gave a code. A hit is a place where a term matched, which
 * counts once however many terms matched the same words.
 */
export type CountUnit = 'segments' | 'hits' | 'words' | 'characters';

type CountedDocument = Pick<CodedDocument, 'transcript' | 'segments' | 'segmentWords' | 'codings' | 'within'>;

/** How much codings count together. */
export type Measurer = (codings: readonly Coding[]) => number;

/** Codings of codes that are not in the list are left out. */
export function countCodes(
  document: CountedDocument,
  codes: readonly CodeNode[],
  unit: CountUnit = 'segments',
): CodeCounts {
  const groups = groupCodings(document.codings, codes);
  const numbers = measureGroups(groups, codes, createMeasurer(document, unit));
  const codings = numbers.directly.reduce((sum, each) => sum + each, 0);
  const whole = createMeasurer(document, unit === 'segments' ? 'touched' : unit);
  const isSame = unit !== 'segments' || isPlain(document);
  return {
    ...numbers,
    codings,
    segments: whole(groups.all),
    touched: isSame ? numbers : measureGroups(groups, codes, whole),
  };
}

interface Groups {
  all: Coding[];
  /** By index of their code. */
  own: Map<number, Coding[]>;
  /** With those of subcodes. */
  families: Map<number, Coding[]>;
}

function groupCodings(codings: readonly Coding[], codes: readonly CodeNode[]): Groups {
  const indexOf = new Map(codes.map(({ code, index }) => [code.id, index]));
  const groups: Groups = { all: [], own: new Map(), families: new Map() };
  for (const coding of codings) {
    const index = indexOf.get(coding.code);
    if (index === undefined) continue;
    groups.all.push(coding);
    pushTo(groups.own, index, coding);
    pushTo(groups.families, index, coding);
    for (const above of codes[index]?.ancestors ?? []) pushTo(groups.families, above, coding);
  }
  return groups;
}

function measureGroups({ own, families }: Groups, codes: readonly CodeNode[], measure: Measurer): CodeNumbers {
  const zeros = () => new Array<number>(codes.length).fill(0);
  const numbers: CodeNumbers = { directly: zeros(), distinct: zeros(), sum: zeros() };
  for (const [index, codings] of own) {
    const number = measure(codings);
    numbers.directly[index] = number;
    for (const member of [index, ...(codes[index]?.ancestors ?? [])])
      numbers.sum[member] = (numbers.sum[member] ?? 0) + number;
  }
  for (const [index, codings] of families) {
    const isOwn = own.get(index)?.length === codings.length;
    numbers.distinct[index] = isOwn ? (numbers.directly[index] ?? 0) : measure(codings);
  }
  return numbers;
}

function pushTo(lists: Map<number, Coding[]>, index: number, coding: Coding): void {
  const list = lists.get(index);
  if (list) list.push(coding);
  else lists.set(index, [coding]);
}
