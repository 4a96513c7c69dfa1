/** Long output in pieces, so that none of it is in memory as a whole. */

/** Rows that are written at once: many, since each call costs, and few enough for a page of text each. */
const GROUP = 500;

/** The items in their order, some hundreds at a time. */
export function* groupItems<Item>(items: Iterable<Item>): Generator<Item[]> {
  let group: Item[] = [];
  for (const item of items) {
    group.push(item);
    if (group.length < GROUP) continue;
    yield group;
    group = [];
  }
  if (group.length > 0) yield group;
}
