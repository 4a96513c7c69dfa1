/** Terms that all stand in one segment, wherever in it. */
import type { TermKind, WordRange } from './kind.ts';

export const all: TermKind = {
  kind: 'all',
  key: 'all',
  summary: 'all items anywhere in the segment; one word fills one item, and a segment has one hit',
  samples: [
    {
      term: 'all: [vertrouwen, opbouwen]',
      match: ['Vertrouwen. Dat moet je jaren opbouwen.', 'we bouwen op … opbouwen van vertrouwen'],
      noMatch: ['vertrouwen winnen', 'een netwerk opbouwen'],
    },
  ],
  accepts: () => false,
  findProblem: () => undefined,
  compile: ({ items = [] }) => ({ by: 'items', items, combine: pickApart }),
};

/** More places of one item than the others can take up are of no use. */
const MOST_PLACES = 32;

/** One hit of each item, no two over the same word: the first that fit. */
function pickApart(hits: readonly (readonly WordRange[])[]): WordRange[] | undefined {
  const picked: WordRange[] = [];
  const pick = (item: number): boolean => {
    if (item === hits.length) return true;
    for (const range of (hits[item] ?? []).slice(0, MOST_PLACES)) {
      if (picked.some((other) => range.first < other.end && other.first < range.end)) continue;
      picked.push(range);
      if (pick(item + 1)) return true;
      picked.pop();
    }
    return false;
  };
  return pick(0) ? picked.sort((a, b) => a.first - b.first) : undefined;
}
