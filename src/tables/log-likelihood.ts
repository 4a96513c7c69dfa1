/** The log-likelihood ratio of a word in two collections of text. */

/** How often something occurs, among how many words. */
export interface Rate {
  count: number;
  words: number;
}

/**
 * Signed G² of the two by two table of the word and all other words in `a` and `b`:
 *
 *     G² = 2 · Σ O · ln(O / E),   E = row total · column total / total,   0 · ln 0 = 0
 *
 * which is −2 ln λ of two binomial rates against one (T. Dunning, "Accurate methods for the statistics of surprise and
 * coincidence", Computational Linguistics 19(1), 1993, pp. 61–74). Positive where the rate is higher in `a`, negative where it is
 * higher in `b`; `null` where one of them has no words.
 */
export function signedLogLikelihood(a: Rate, b: Rate): number | null {
  if (a.words === 0 || b.words === 0) return null;
  const total = a.words + b.words;
  const found = a.count + b.count;
  const term = (observed: number, row: number, column: number) =>
    observed === 0 ? 0 : observed * Math.log((observed * total) / (row * column));
  const sum =
    term(a.count, found, a.words) +
    term(b.count, found, b.words) +
    term(a.words - a.count, total - found, a.words) +
    term(b.words - b.count, total - found, b.words);
  const difference = a.count * b.words - b.count * a.words;
  return difference === 0 ? 0 : Math.sign(difference) * 2 * Math.max(0, sum);
}
