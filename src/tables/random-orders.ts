/** Random orders that are the same on every machine and in every run: a seeded generator and Fisher and Yates' shuffle. */

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

/** Numbers from 0 up to 1: Mulberry32, whole numbers of 32 bits only. */
function createGenerator(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
