/** Counts a text in code points, as files do that other programs read, and in UTF-16 units, as this one does. */

export interface CodePoints {
  /** Code points of the whole text. */
  length: number;
  /** Code points before a UTF-16 offset; an offset inside a pair counts as that of the pair. */
  fromOffset(offset: number): number;
  /** The UTF-16 offset behind so many code points; beyond the end the end. */
  toOffset(points: number): number;
}

const FIRST_OF_PAIR = /[\uD800-\uDBFF][\uDC00-\uDFFF]/g;

/** One pass over the text; afterwards a binary search over its pairs, of which most texts have none. */
export function createCodePoints(text: string): CodePoints {
  const pairs: number[] = [];
  for (const { index } of text.matchAll(FIRST_OF_PAIR)) pairs.push(index);
  const length = text.length - pairs.length;
  return {
    length,
    fromOffset: (offset) => offset - countBelow(pairs, offset, 0),
    // A pair at UTF-16 offset p, with k pairs before it, is code point p - k.
    toOffset: (points) => Math.min(points + countBelow(pairs, points, 1), text.length),
  };
}

/** How many of the sorted pairs begin below; `step` is what each one before takes off. */
function countBelow(pairs: readonly number[], limit: number, step: 0 | 1): number {
  let low = 0;
  let high = pairs.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((pairs[middle] as number) - step * middle < limit) low = middle + 1;
    else high = middle;
  }
  return low;
}
