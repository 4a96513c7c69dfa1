/** How the number of distinct codes grows from document to document, in one order and over all orders. */
import { createRandomOrders } from './random-orders.ts';

/** Random orders that quantiles are taken from. */
export const ORDERS = 1000;
/** Ranks of the 2.5 % and the 97.5 % quantile among them. */
const RANKS = [Math.ceil(ORDERS * 0.025), Math.ceil(ORDERS * 0.975)] as const;

/** Distinct codes after each document, in this order. */
export function accumulate(documents: readonly ReadonlySet<number>[]): number[] {
  const seen = new Set<number>();
  return documents.map((codes) => {
    for (const code of codes) seen.add(code);
    return seen.size;
  });
}

/**
 * Mean number of distinct codes after 1, 2, … n documents over all orders: the sum over the codes of
 * 1 − C(n − d, k) / C(n, k), d being the documents with the code, which is the species accumulation curve of ecology.
 */
export function expectAccumulation(documents: readonly ReadonlySet<number>[]): number[] {
  const total = documents.length;
  const codesByDocuments = [...countBy(countBy(documents.flatMap((codes) => [...codes])).values())]
    .sort(([a], [b]) => a - b)
    .map(([having, codes]) => ({ having, codes, missing: 1 }));
  return documents.map((_, drawn) => {
    let expected = 0;
    for (const each of codesByDocuments) {
      each.missing *= Math.max(0, total - each.having - drawn) / (total - drawn);
      expected += each.codes * (1 - each.missing);
    }
    return expected;
  });
}

/** After each document, the 2.5 % and 97.5 % quantile of distinct codes over random orders, the same ones every time. */
export function quantilesOfAccumulation(documents: readonly ReadonlySet<number>[]): [number, number][] {
  const codes = new Set(documents.flatMap((each) => [...each]));
  const numbers = new Map([...codes].map((code, at) => [code, at]));
  const lists = documents.map((each) => Uint32Array.from(each, (code) => numbers.get(code) ?? 0));
  const found = new Uint32Array(documents.length * ORDERS);
  const lastSeen = new Uint32Array(codes.size);
  let time = 0;
  for (const order of createRandomOrders(documents.length, ORDERS)) {
    let distinct = 0;
    order.forEach((document, place) => {
      const list = lists[document] as Uint32Array;
      for (let at = 0; distinct < codes.size && at < list.length; at++) {
        const code = list[at] as number;
        if (lastSeen[code] !== time + 1) distinct++;
        lastSeen[code] = time + 1;
      }
      found[place * ORDERS + time] = distinct;
    });
    time++;
  }
  return documents.map((_, place) => {
    const sorted = found.subarray(place * ORDERS, (place + 1) * ORDERS).sort();
    return [sorted[RANKS[0] - 1] ?? 0, sorted[RANKS[1] - 1] ?? 0];
  });
}

function countBy(values: Iterable<number>): Map<number, number> {
  const counts = new Map<number, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}
