/** Finds what two texts have in common from the beginning to the end, in linear time, where one has passages that the other lacks. */

interface Place {
  a: number;
  b: number;
}

/** `length` units that are the same in both texts. */
export interface Run extends Place {
  length: number;
}

/** Units that must be the same for the texts to be in step again. */
const ANCHOR = 24;
const FIRST_WINDOW = 512;

/** In order, in both texts; short passages between two differences may be missing. */
export function matchRuns(a: string, b: string): Run[] {
  const runs: Run[] = [];
  const tail = countSameEnd(a, b);
  const [headA, headB] = [a.slice(0, a.length - tail), b.slice(0, b.length - tail)];
  const [endA, endB] = [headA.length, headB.length];
  let at: Place | undefined = { a: 0, b: 0 };
  while (at && at.a < endA && at.b < endB) {
    const start = at;
    let length = 0;
    while (start.a + length < endA && start.b + length < endB && isSame(a, start.a + length, b, start.b + length))
      length++;
    if (length > 0) runs.push({ ...start, length });
    at = findStep(headA, headB, { a: start.a + length, b: start.b + length });
  }
  if (tail > 0) runs.push({ a: endA, b: endB, length: tail });
  return runs;
}

const isSame = (a: string, atA: number, b: string, atB: number): boolean => a.charCodeAt(atA) === b.charCodeAt(atB);

function countSameEnd(a: string, b: string): number {
  const most = Math.min(a.length, b.length);
  let same = 0;
  while (same < most && isSame(a, a.length - 1 - same, b, b.length - 1 - same)) same++;
  return same;
}

/** Where the texts are in step again. The window grows to twice its size, so that what is skipped pays for the search. */
function findStep(a: string, b: string, from: Place): Place | undefined {
  for (let window = FIRST_WINDOW; ; window *= 2) {
    const anchors = new Map<string, number>();
    for (let at = from.a; at + ANCHOR <= Math.min(a.length, from.a + window); at += ANCHOR) {
      const anchor = a.slice(at, at + ANCHOR);
      if (!anchors.has(anchor)) anchors.set(anchor, at);
    }
    for (let atB = from.b; atB + ANCHOR <= Math.min(b.length, from.b + window); atB++) {
      const atA = anchors.get(b.slice(atB, atB + ANCHOR));
      if (atA !== undefined) return goBack(a, b, { from, atA, atB });
    }
    if (from.a + window >= a.length && from.b + window >= b.length) return undefined;
  }
}

/** The beginning of what is the same around an anchor. */
function goBack(a: string, b: string, { from, atA, atB }: { from: Place; atA: number; atB: number }): Place {
  let back = 0;
  while (atA - back > from.a && atB - back > from.b && isSame(a, atA - back - 1, b, atB - back - 1)) back++;
  return { a: atA - back, b: atB - back };
}
