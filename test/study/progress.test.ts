/** How far long work is, and how long it will take. */
import { expect, test } from 'vitest';
import { estimateRest } from '../../src/study/progress.ts';

test.each([
  [5, 100, 1999, ''],
  [0, 100, 60_000, ''],
  [1000, 20_000, 2000, ', 500 a second, 38 s left'],
  [9, 20, 9000, ', 1.0 a second, 11 s left'],
  [100, 1000, 10_000, ', 10 a second, 2 min left'],
  [100, 100_000, 10_000, ', 10 a second, 2 h 47 min left'],
  [20, 20, 3000, ', 6.7 a second, 0 s left'],
])('%i of %i in %i ms: "%s"', (done, total, ms, shown) => {
  expect(estimateRest(done, total, ms)).toBe(shown);
});
