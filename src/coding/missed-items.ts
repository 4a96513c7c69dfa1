/** Near misses of terms of several items: which are missing, or how far apart they stand. */
import type { Term } from '../model.ts';
import type { TermHit } from './compiled-codebook.ts';
import type { NearMiss } from './near-word.ts';
import type { PassageView } from './passage-view.ts';
import { kindOf } from './terms/index.ts';
import type { WordRange } from './terms/kind.ts';

/** Nothing where no item is there. */
export function missItems(term: Term, itemsWithExceptions: Term[], view: PassageView): NearMiss | undefined {
  const hits = view.find(itemsWithExceptions);
  const lists = itemsWithExceptions.map((item) => hits.filter(({ owned }) => owned.term === item));
  const missing = itemsWithExceptions.filter((_, at) => lists[at]?.length === 0);
  if (missing.length === itemsWithExceptions.length) return undefined;
  if (missing.length > 0) return describeMissing(itemsWithExceptions, lists, view);
  return describeApart(term, lists, view) ?? describeOrder(term, lists, view) ?? SHARED_WORD;
}

const SHARED_WORD: NearMiss = { distance: 5, reason: 'one word would have to fill two items' };

function describeMissing(items: Term[], lists: TermHit[][], view: PassageView): NearMiss {
  const missing = items.filter((_, at) => lists[at]?.length === 0).map(({ source }) => `\`${source}\``);
  const there = lists.flatMap(([first]) => (first ? [`\`${view.quote(first)}\``] : []));
  return {
    distance: 5.5 + missing.length / items.length,
    reason: `${there.join(' and ')} stand${there.length === 1 ? 's' : ''} there without ${missing.join(' and ')}`,
  };
}

/** The fewest words between neighbours with which the term would have a hit. */
function describeApart(term: Term, lists: TermHit[][], view: PassageView): NearMiss | undefined {
  const { within } = term;
  const needed = within === undefined ? undefined : leastWithin(term, lists, view);
  if (within === undefined || needed === undefined) return undefined;
  const [left, right] = widestGap(combine({ ...term, within: needed }, lists, view) ?? []);
  if (!left || !right) return undefined;
  return {
    distance: 3 + Math.min(2, (needed - within) / 5),
    reason: `${needed} word${needed === 1 ? '' : 's'} stand${needed === 1 ? 's' : ''} between \`${view.quote(left)}\` and \`${view.quote(right)}\`, more than ${within}`,
  };
}

function leastWithin(term: Term, lists: TermHit[][], view: PassageView): number | undefined {
  let low = term.within ?? 0;
  let high = view.words.length;
  if (!combine({ ...term, within: high }, lists, view)) return undefined;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (combine({ ...term, within: middle }, lists, view)) high = middle;
    else low = middle + 1;
  }
  return low;
}

function describeOrder(term: Term, lists: TermHit[][], view: PassageView): NearMiss | undefined {
  if (!term.ordered) return undefined;
  const parts = combine({ ...term, ordered: false, within: view.words.length }, lists, view);
  if (!parts) return undefined;
  const words = parts.map((part) => `\`${view.quote(part)}\``).join(', ');
  return { distance: 4, reason: `the items stand there in another order: ${words}` };
}

function combine(term: Term, lists: TermHit[][], view: PassageView): WordRange[] | undefined {
  const compiled = kindOf(term).compile(term, view.language);
  const sorted = lists.map((list) => list.toSorted((a, b) => a.first - b.first || a.end - b.end));
  return compiled.by === 'items' ? compiled.combine(sorted) : undefined;
}

function widestGap(parts: readonly WordRange[]): [WordRange?, WordRange?] {
  let widest: [WordRange?, WordRange?] = [];
  let most = -1;
  for (const [at, right] of parts.entries()) {
    const left = parts[at - 1];
    if (!left || right.first - left.end <= most) continue;
    most = right.first - left.end;
    widest = [left, right];
  }
  return widest;
}
