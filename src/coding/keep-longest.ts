/** Settles which hits of one code count where several lie over the same words. */
import type { Words } from '../text/words.ts';
import { firstMark, type TermHit } from './compiled-codebook.ts';

/**
 * Within one code the longest hit wins (words, then characters, then the order of the file) and overlapping hits count
 * once; terms of several items neither hide nor are hidden. Returned in the order of the text; `hide` is told of the others.
 */
export function keepLongest(all: TermHit[], words: Words, hide?: (hit: TermHit, by: TermHit) => void): TermHit[] {
  if (areApart(all)) return all;
  const hits = all.filter(({ parts }) => !parts);
  const length = (hit: TermHit) => (words.ends[hit.end - 1] as number) - (words.starts[hit.first] as number);
  const order = hits.map((hit, index) => ({ hit, index }));
  order.sort(
    (a, b) =>
      b.hit.end - b.hit.first - (a.hit.end - a.hit.first) || length(b.hit) - length(a.hit) || compareOrder(a, b),
  );
  /** For each word the number of the hit that it belongs to, counted from 1. */
  const taken = new Int32Array(words.count);
  const counted: TermHit[] = [];
  for (const { hit } of order) {
    const by = firstMark(taken, hit);
    if (by > 0) {
      hide?.(hit, counted[by - 1] as TermHit);
      continue;
    }
    counted.push(hit);
    taken.fill(counted.length, hit.first, hit.end);
  }
  return [...all.filter(({ parts }) => parts), ...counted].sort((a, b) => a.first - b.first);
}

/** Whether every hit ends before the next begins, as nearly all do: then there is nothing to settle. */
function areApart(hits: readonly TermHit[]): boolean {
  let end = 0;
  for (let at = 0; at < hits.length; at++) {
    const hit = hits[at] as TermHit;
    if (at > 0 && (hit.parts || hit.first < end)) return false;
    end = hit.parts ? Number.POSITIVE_INFINITY : hit.end;
  }
  return true;
}

/** The order of the codebook; hits of one term keep the order of the text. */
function compareOrder(a: { hit: TermHit; index: number }, b: { hit: TermHit; index: number }): number {
  return a.hit.owned.order - b.hit.owned.order || a.index - b.index;
}
