/** Binary search in sorted numbers. */

/** How many of the first `count` sorted numbers are no larger than `limit`. */
export function countUpTo(sorted: ArrayLike<number>, count: number, limit: number): number {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] as number) <= limit) low = middle + 1;
    else high = middle;
  }
  return low;
}
