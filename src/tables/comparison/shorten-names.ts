/** Names of coders that fit the head of a column. */

const LONGEST = 10;

/** The names themselves where all are short, else letters, which the notes explain. */
export function shortenNames(coders: readonly string[]): string[] {
  const areShort = coders.every(
    (name) => name.split(/\s+/).every((word) => word.length <= LONGEST) && name.length <= 2 * LONGEST,
  );
  return areShort ? [...coders] : coders.map((_, at) => String.fromCharCode(65 + at));
}

/** "A: Anna (first.jsonl), B: Anna (second.jsonl)"; nothing where the names themselves stand. */
export function explainNames(coders: readonly string[]): string[] {
  const short = shortenNames(coders);
  return short.some((name, at) => name !== coders[at])
    ? [`${short.map((name, at) => `${name}: ${coders[at]}`).join(', ')}.`]
    : [];
}
