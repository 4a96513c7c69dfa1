/** Counts the coded segments of one document for every code, with and without subcodes. */
import type { CodeNode } from '../codebook/code-tree.ts';
import type { Coding } from '../model.ts';

/** Arrays are indexed like the list of codes. */
export interface CodeCounts {
  /** Segments coded with the code itself. */
  directly: number[];
  /** Segments coded with the code or any of its subcodes, each segment once. */
  distinct: number[];
  /** The code's own count plus that of all its subcodes. */
  sum: number[];
  /** Number of codings: every code on every segment. */
  codings: number;
  /** Segments that have at least one code. */
  segments: number;
}

/** Codings of codes that are not in the list are left out. One code counts once for a segment, however many coders or terms. */
export function countCodes(codings: readonly Coding[], codes: readonly CodeNode[]): CodeCounts {
  const zeros = () => new Array<number>(codes.length).fill(0);
  const counts: CodeCounts = { directly: zeros(), distinct: zeros(), sum: zeros(), codings: 0, segments: 0 };
  const indexOf = new Map(codes.map((node) => [node.code.id, node.index]));
  const bySegment = new Map<string, Set<number>>();
  for (const coding of codings) {
    const index = indexOf.get(coding.code);
    if (index === undefined) continue;
    const key = `${coding.start}-${coding.end}`;
    const found = bySegment.get(key);
    if (found) found.add(index);
    else bySegment.set(key, new Set([index]));
  }
  for (const found of bySegment.values()) countSegment(found, codes, counts);
  return counts;
}

function countSegment(found: Set<number>, codes: readonly CodeNode[], counts: CodeCounts): void {
  const withParents = new Set(found);
  for (const index of found) {
    increase(counts.directly, index);
    increase(counts.sum, index);
    for (const ancestor of codes[index]?.ancestors ?? []) {
      withParents.add(ancestor);
      increase(counts.sum, ancestor);
    }
  }
  for (const index of withParents) increase(counts.distinct, index);
  counts.codings += found.size;
  counts.segments++;
}

function increase(counts: number[], index: number): void {
  counts[index] = (counts[index] ?? 0) + 1;
}
