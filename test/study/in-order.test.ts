/** Several at a time, in their order. */
import { expect, test } from 'vitest';
import { inOrder } from '../../src/study/in-order.ts';

const later = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

test('what is ready first waits for its turn', async () => {
  const done: number[] = [];
  const outcomes: string[] = [];
  const work = async (ms: number) => {
    await later(ms);
    done.push(ms);
    return `after ${ms}`;
  };
  for await (const outcome of inOrder([40, 1, 20], 3, work)) outcomes.push(outcome);
  expect(outcomes).toEqual(['after 40', 'after 1', 'after 20']);
  expect(done).toEqual([1, 20, 40]);
});

test('no more are begun than may be', async () => {
  let running = 0;
  let most = 0;
  const work = async () => {
    most = Math.max(most, ++running);
    await later(1);
    running--;
  };
  for await (const _ of inOrder([...Array(20).keys()], 2, work)) await later(0);
  expect(most).toBe(3);
});

test('a failure comes at its turn', async () => {
  const seen: number[] = [];
  const run = async () => {
    for await (const at of inOrder([1, 2, 3], 3, (at) =>
      at === 2 ? Promise.reject(new Error('two')) : Promise.resolve(at),
    ))
      seen.push(at);
  };
  await expect(run()).rejects.toThrow('two');
  expect(seen).toEqual([1]);
});
