/** Finds what two texts have in common from the beginning to the end, in linear time, where one has passages that the other lacks. */

interface Place {
  a: number;
  b: number;
}

/** `length` units that are the same in both texts. */
export interface Run extends Place {
  length: number;
}

/** Units that must be the same for the texts to be looked at more closely. */
const ANCHOR = 24;
/** Of so many it is believed that the texts are in step again: interviewers ask the same question often. */
const CERTAIN = 96;
const FIRST_WINDOW = 512;
/** Behind it the best that was found is taken. */
const LAST_WINDOW = 8192;
/** Equal anchors that are kept apart. */
const MOST_EQUAL = 8;
/** Steps for a unit of the texts; who needs more has two texts that have little to do with each other. */
const MOST_STEPS = 64;

/** In order, in both texts; short passages between two differences may be missing. */
export function matchRuns(a: string, b: string): Run[] {
  const tail = countSameEnd(a, b);
  const search = new StepSearch(a.slice(0, a.length - tail), b.slice(0, b.length - tail));
  const runs: Run[] = [];
  for (let at: Place | undefined = { a: 0, b: 0 }; at; ) {
    const length = search.countSame(at, Number.POSITIVE_INFINITY);
    if (length > 0) runs.push({ ...at, length });
    at = search.findStep({ a: at.a + length, b: at.b + length });
  }
  if (tail > 0) runs.push({ a: a.length - tail, b: b.length - tail, length: tail });
  return runs;
}

function countSameEnd(a: string, b: string): number {
  const most = Math.min(a.length, b.length);
  let same = 0;
  while (same < most && a.charCodeAt(a.length - 1 - same) === b.charCodeAt(b.length - 1 - same)) same++;
  return same;
}

class StepSearch {
  #a: string;
  #b: string;
  #steps: number;

  constructor(a: string, b: string) {
    this.#a = a;
    this.#b = b;
    this.#steps = MOST_STEPS * (a.length + b.length) + 1_000_000;
  }

  /** Units that are the same from here on, as far as `most`. */
  countSame({ a, b }: Place, most: number): number {
    const limit = Math.min(most, this.#a.length - a, this.#b.length - b);
    let same = 0;
    while (same < limit && this.#a.charCodeAt(a + same) === this.#b.charCodeAt(b + same)) same++;
    return same;
  }

  /** Where the texts are in step again; the window grows to twice its size, so that what is skipped pays for the search. */
  findStep(from: Place): Place | undefined {
    let best: Run | undefined;
    for (let window = FIRST_WINDOW; this.#steps > 0; window *= 2) {
      const found = this.#searchWindow(from, window);
      if (found && (!best || found.length > best.length)) best = found;
      const isAll = from.a + window >= this.#a.length && from.b + window >= this.#b.length;
      if (best && (best.length >= CERTAIN || window >= LAST_WINDOW || isAll)) return this.#goBack(best, from);
      if (isAll) return undefined;
    }
    return undefined;
  }

  /** The first place of which it is certain, else the longest. */
  #searchWindow(from: Place, window: number): Run | undefined {
    const anchors = this.#listAnchors(from.a, window);
    const end = Math.min(this.#b.length, from.b + window) - ANCHOR;
    this.#steps -= 2 * window;
    let best: Run | undefined;
    for (let b = from.b; b <= end; b++)
      for (const a of anchors.get(this.#b.slice(b, b + ANCHOR)) ?? []) {
        const length = this.countSame({ a, b }, CERTAIN);
        this.#steps -= length;
        if (!best || length > best.length) best = { a, b, length };
        if (length >= CERTAIN) return best;
      }
    return best;
  }

  #listAnchors(from: number, window: number): Map<string, number[]> {
    const anchors = new Map<string, number[]>();
    const end = Math.min(this.#a.length, from + window) - ANCHOR;
    for (let at = from; at <= end; at += ANCHOR) {
      const anchor = this.#a.slice(at, at + ANCHOR);
      const equal = anchors.get(anchor);
      if (!equal) anchors.set(anchor, [at]);
      else if (equal.length < MOST_EQUAL) equal.push(at);
    }
    return anchors;
  }

  /** The beginning of what is the same around an anchor. */
  #goBack({ a, b }: Place, from: Place): Place {
    let back = 0;
    while (
      a - back > from.a &&
      b - back > from.b &&
      this.#a.charCodeAt(a - back - 1) === this.#b.charCodeAt(b - back - 1)
    )
      back++;
    return { a: a - back, b: b - back };
  }
}
