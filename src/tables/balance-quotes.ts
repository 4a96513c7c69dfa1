/** Picks a few quotes of a code from as many document groups, documents and speakers as there are. */
import { compareNames } from '../text/compare.ts';
import { HASH_START, hashStep } from '../text/vocabulary.ts';

/** Whose words a quote is. */
export interface QuotePlace {
  group: string;
  document: string;
  speaker: string;
  /** By which the documents of a group are put in order: chance as far as their names go, but the same every time. */
  rank: number;
}

/**
 * The first `most` when document groups take turns, within a group its documents, within a document its speakers, who are
 * quoted in the order of the text. Groups and documents take turns in the order of their ranks, so that it is not always the
 * first document that is quoted. `quotes` are those of one code, each document's in the order of its text.
 */
export function balanceQuotes<Quote>(
  quotes: readonly Quote[],
  most: number,
  placeOf: (quote: Quote) => QuotePlace,
): Quote[] {
  const places = quotes.map((quote) => ({ quote, place: placeOf(quote) }));
  places.sort(({ place: a }, { place: b }) => a.rank - b.rank || compareNames(a.document, b.document));
  const ordered = divide(places, ({ place }) => place.group).map((group) =>
    takeTurns(
      divide(group, ({ place }) => place.document).map((document) =>
        takeTurns(divide(document, ({ place }) => place.speaker)),
      ),
    ),
  );
  return takeTurns(ordered)
    .slice(0, most)
    .map(({ quote }) => quote);
}

/** The rank of a document for one code, from the hash of its text: it does not change with names or with the order of files. */
export function rankDocument(textHash: number, code: string): number {
  return hashText(code, textHash) >>> 0;
}

/** Of the UTF-16 units of a text. */
export function hashText(text: string, start: number = HASH_START): number {
  let hash = start;
  for (let at = 0; at < text.length; at++) hash = hashStep(hash, text.charCodeAt(at));
  return hash;
}

/** Lists of those with the same key, in the order of the first of each. */
function divide<Item>(items: readonly Item[], keyOf: (item: Item) => string): Item[][] {
  const lists = new Map<string, Item[]>();
  for (const item of items) {
    const list = lists.get(keyOf(item));
    if (list) list.push(item);
    else lists.set(keyOf(item), [item]);
  }
  return [...lists.values()];
}

/** The first of each list, then the second of each that has one, and so on. */
function takeTurns<Item>(lists: readonly Item[][]): Item[] {
  const taken: Item[] = [];
  let left = lists;
  for (let round = 0; left.length > 0; round++) {
    left = left.filter((list) => round < list.length);
    for (const list of left) taken.push(list[round] as Item);
  }
  return taken;
}
