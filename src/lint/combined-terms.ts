/** Which terms of several items are found only where another of them is found as well. */
import type { CompiledTerm } from './compiled-terms.ts';

/**
 * Finds, for a term of several items, others that have a hit in every segment in which it has one, its own like left out.
 * Items are compared by their keys, so that it is certain; terms are looked up by them, so that it takes no time.
 */
export function createCombinedSearch(
  terms: readonly CompiledTerm[],
): (covered: CompiledTerm) => readonly CompiledTerm[] {
  const nearByItems = groupBy(
    terms.filter(({ term }) => term.kind === 'near'),
    keyOfSet,
  );
  const allByFirst = groupBy(
    terms.filter(({ term }) => term.kind === 'all'),
    ({ items }) => keysOf(items).sort()[0] ?? '',
  );
  return (covered) => {
    if (covered.items.length === 0) return [];
    const near = covered.term.kind === 'near' ? (nearByItems.get(keyOfSet(covered)) ?? []) : [];
    const all = [...new Set(keysOf(covered.items))].flatMap((key) => allByFirst.get(key) ?? []);
    return [
      ...near.filter((other) => isWider(other, covered)),
      ...all.filter(({ items }) => isSubset(keysOf(items), keysOf(covered.items))),
    ].filter(({ key }) => key !== covered.key);
  };
}

/** Whether two terms of the same items differ only in that the first allows more words between them, or any order. */
function isWider({ term: wider, items }: CompiledTerm, { term: narrower, items: others }: CompiledTerm): boolean {
  if ((wider.within ?? 0) < (narrower.within ?? 0)) return false;
  if (!wider.ordered) return true;
  return narrower.ordered === true && keysOf(items).join() === keysOf(others).join();
}

/** Whether each of the keys is one of the others, the same one as often. */
function isSubset(keys: readonly string[], others: readonly string[]): boolean {
  const left = [...others];
  return keys.every((key) => {
    const at = left.indexOf(key);
    if (at >= 0) left.splice(at, 1);
    return at >= 0;
  });
}

function keyOfSet({ items }: CompiledTerm): string {
  return keysOf(items).sort().join();
}

function keysOf(items: readonly CompiledTerm[]): string[] {
  return items.map(({ key }) => key);
}

function groupBy(terms: readonly CompiledTerm[], keyOf: (term: CompiledTerm) => string): Map<string, CompiledTerm[]> {
  const groups = new Map<string, CompiledTerm[]>();
  for (const term of terms) {
    const key = keyOf(term);
    const group = groups.get(key);
    if (group) group.push(term);
    else groups.set(key, [term]);
  }
  return groups;
}
