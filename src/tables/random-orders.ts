/** Random orders that are the same on every machine and in every run: a seeded generator and Fisher and Yates' shuffle. */
import { createGenerator } from '../random-numbers.ts';

const SEED = 20_260_101;

/** `times` orders of the numbers 0 to `count` − 1; the array that is given is the same one each time. */
export function* createRandomOrders(count: number, times: number): Generator<Uint32Array> {
  const next = createGenerator(SEED);
  const order = Uint32Array.from({ length: count }, (_, at) => at);
  for (let time = 0; time < times; time++) {
    for (let last = count - 1; last > 0; last--) {
      const other = Math.floor(next() * (last + 1));
      const moved = order[last] as number;
      order[last] = order[other] as number;
      order[other] = moved;
    }
    yield order;
  }
}
