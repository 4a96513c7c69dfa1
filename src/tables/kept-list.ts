/** A list of plain data that an analysis keeps until its table is written; it need not be in memory. */

export interface KeptList<Item> {
  readonly length: number;
  add(item: Item): void;
  /** A copy, or the item itself: not to be changed. */
  at(index: number): Item;
  [Symbol.iterator](): Iterator<Item>;
}

/** Makes lists of what JSON can hold. */
export type CreateList = <Item>() => KeptList<Item>;

/** In memory, for whoever has no other place. */
export function createListInMemory<Item>(): KeptList<Item> {
  const items: Item[] = [];
  return {
    get length() {
      return items.length;
    },
    add(item: Item) {
      items.push(item);
    },
    at: (index) => items[index] as Item,
    [Symbol.iterator]: () => items.values(),
  };
}

/** What is made of the items, each when it is asked for, as often as somebody asks. */
export function mapList<Item, Made>(items: KeptList<Item>, make: (item: Item) => Made): Iterable<Made> {
  return {
    *[Symbol.iterator]() {
      for (const item of items) yield make(item);
    },
  };
}
