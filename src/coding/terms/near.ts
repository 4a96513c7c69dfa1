/** Terms near each other: all items, with no more than so many words between neighbours, in any order or in theirs. */
import type { TermKind, WordRange } from './kind.ts';

export const near: TermKind = {
  kind: 'near',
  key: 'near',
  summary:
    'all items with at most `within` words between neighbours (5 when left out), in any order unless `ordered: true`, over punctuation too; one word fills one item, and a segment has one hit',
  samples: [
    {
      term: 'near: [vrijwilliger, =tijd], within: 2',
      match: ['een vrijwilliger heeft weinig tijd', 'tijd, vrijwilligers!'],
      noMatch: ['een vrijwilliger die bij ons komt heeft tijd', 'vrijwilliger'],
    },
    {
      term: 'near: [nee, zeggen], within: 1, ordered: true',
      match: ['nee durven zeggen', 'nee zeggen'],
      noMatch: ['zeggen we nee', 'nee, dat zou ik nooit zeggen'],
    },
    { term: 'near: [grens, grens], within: 3', match: ['grenzen zijn geen grenzen'], noMatch: ['een grens'] },
  ],
  accepts: () => false,
  findProblem: () => undefined,
  compile: ({ items = [], within = 0, ordered = false }) => ({
    by: 'items',
    items,
    combine: (hits) => findChain(hits, { within, ordered }),
  }),
};

/** Items that are placed so far, and the last of them. */
interface Chain {
  last: WordRange;
  before: Chain | undefined;
}

/** The chain that ends first. Takes time in proportion to the hits, the words within reach, and 2 to the number of items. */
function findChain(
  hits: readonly (readonly WordRange[])[],
  { within, ordered }: { within: number; ordered: boolean },
): WordRange[] | undefined {
  const all = (1 << hits.length) - 1;
  const placed = hits.flatMap((list, item) => list.map((range) => ({ range, item })));
  placed.sort((a, b) => a.range.end - b.range.end || a.range.first - b.range.first || a.item - b.item);
  const longest = placed.reduce((most, { range }) => Math.max(most, range.end - range.first), 0);
  /** Chains by the items that they hold, the latest at the end. */
  const chains = new Map<number, Chain[]>();
  for (const { range, item } of placed) {
    const bit = 1 << item;
    for (const [mask, list] of [...chains]) {
      if (mask & bit || (ordered && mask !== bit - 1)) continue;
      while ((list[0]?.last.end ?? range.end) + within + longest < range.end) list.shift();
      const before = list.findLast(({ last }) => last.end <= range.first && range.first - last.end <= within);
      if (!before) continue;
      const chain = { last: range, before };
      if ((mask | bit) === all) return rangesOf(chain);
      append(chains, mask | bit, chain);
    }
    if (!ordered || item === 0) append(chains, bit, { last: range, before: undefined });
  }
  return undefined;
}

/** Of chains with the same items and end one is enough. */
function append(chains: Map<number, Chain[]>, mask: number, chain: Chain): void {
  const list = chains.get(mask);
  if (!list) chains.set(mask, [chain]);
  else if (list.at(-1)?.last.end !== chain.last.end || (list.at(-1)?.last.first ?? 0) < chain.last.first)
    list.push(chain);
}

function rangesOf(chain: Chain): WordRange[] {
  const ranges: WordRange[] = [];
  for (let each: Chain | undefined = chain; each; each = each.before) ranges.unshift(each.last);
  return ranges;
}
