/** Works on several items at a time, and gives what comes of them in their order. */

/** At most `most` are worked on while the one before them is used. */
export async function* inOrder<Item, Outcome>(
  items: readonly Item[],
  most: number,
  work: (item: Item) => Promise<Outcome>,
): AsyncGenerator<Outcome> {
  const begun: Promise<Outcome>[] = [];
  for (const item of items) {
    const outcome = work(item);
    // It is thrown when its turn comes.
    outcome.catch(() => {});
    begun.push(outcome);
    if (begun.length > most) yield begun.shift() as Promise<Outcome>;
  }
  yield* begun;
}
