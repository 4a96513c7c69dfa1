/** Words before a colon that recur, but only inside somebody's answer: a list that is read out, somebody who is quoted. */
import { tally } from './accept-names.ts';

export interface KnownNames {
  /** Names of which nobody doubts that they are speakers: words for a role, letters, what is declared. */
  known(name: string): boolean;
  /** Of those the ones that ask. */
  asks(name: string): boolean;
}

/**
 * Accepted names that stand only inside answers: the one who answers goes on behind them without a label of his own, until
 * the interviewer speaks again. A third person at the table is now and then followed by the respondent, or asked something.
 * `labels` are the names in the order of the file.
 */
export function findQuoted(labels: readonly string[], accepted: ReadonlySet<string>, names: KnownNames): Set<string> {
  const spoken = labels.filter((name) => accepted.has(name));
  const counts = tally(spoken);
  const answering = [...counts].filter(([name]) => !names.asks(name)).map(([, count]) => count);
  const most = Math.max(0, ...answering);
  const isRare = (name: string) => !names.known(name) && (counts.get(name) ?? 0) < most;
  const rare = new Set([...counts.keys()].filter(isRare));
  const main = [...counts.keys()].filter((name) => !rare.has(name));
  const hasInterviewer = main.some(names.asks);
  // In a group anybody may speak now and then.
  if (rare.size === 0 || main.length !== 2) return new Set();
  const answers = new Map<string, Set<string>>();
  spoken.forEach((name, index) => {
    if (!rare.has(name)) return;
    const before = spoken.slice(0, index).findLast((each) => !rare.has(each));
    const after = spoken.slice(index + 1).find((each) => !rare.has(each));
    const inside =
      before !== undefined &&
      before !== after &&
      !names.asks(before) &&
      (!hasInterviewer || after === undefined || names.asks(after));
    answers.set(name, (answers.get(name) ?? new Set()).add(inside ? before : ''));
  });
  // Between two speakers of whom nobody knows who asks, it must always be the same one who goes on.
  const owners = new Set([...answers.values()].flatMap((each) => [...each]).filter((each) => each !== ''));
  const isQuoted = (name: string) => !answers.get(name)?.has('') && (hasInterviewer || owners.size === 1);
  return new Set([...rare].filter(isQuoted));
}
