/** Answers how often names stand as labels while only a part of a study is known, and notes where that is not enough. */
import { RECURS } from '../../transcript/accept-names.ts';
import type { KnownCounts, LabelCounts } from '../../transcript/speakers.ts';

export class KnownLabels implements KnownCounts {
  #counts: LabelCounts;
  #whole: boolean;
  /** Whether a name was asked for that may recur in another part. */
  #open = false;

  /** `whole` when there is no other part. */
  constructor(counts: LabelCounts, whole: boolean) {
    this.#counts = counts;
    this.#whole = whole;
  }

  get(name: string): number | undefined {
    const count = this.#counts.get(name);
    if ((count ?? 0) < RECURS && !this.#whole) this.#open = true;
    return count;
  }

  /** Whether something stayed open since the last time that this was asked. */
  takeOpen(): boolean {
    const open = this.#open;
    this.#open = false;
    return open;
  }
}

/** As they stand in a part: more than recurring no name can do. */
export function packLabels(counts: LabelCounts): [string, number][] {
  return [...counts].map(([name, count]) => [name, Math.min(count, RECURS)]);
}

/** Adds those of a part. */
export function addLabels(counts: LabelCounts, packed: readonly (readonly [string, number])[]): void {
  for (const [name, count] of packed) counts.set(name, (counts.get(name) ?? 0) + count);
}
