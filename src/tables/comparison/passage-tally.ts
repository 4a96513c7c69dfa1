/** Counts on MAXQDA's three levels, for two coders: every code by itself, document by document. */
import {
  type Agreements,
  compareExistence,
  compareFrequency,
  type Matches,
  matchPassages,
} from '../../agreement/maxqda-levels.ts';
import type { Span } from '../../model.ts';
import type { CodeRows, ComparedCoders, PassagesByRow } from './compared-coders.ts';

export interface PassageCounts {
  existence: Agreements;
  frequency: Agreements;
  matches: Matches;
}

/** With other numbers of coders nothing is counted. */
export class PassageTally {
  /** By code. */
  readonly byCode: readonly PassageCounts[];
  #compared: ComparedCoders;
  #rows: CodeRows;

  constructor(compared: ComparedCoders, rows: CodeRows) {
    this.#compared = compared;
    this.#rows = rows;
    this.byCode = compared.codes.map(createCounts);
  }

  /** A document that both worked on. */
  add(passages: PassagesByRow): void {
    if (this.#compared.coders.length !== 2) return;
    this.byCode.forEach((counts, index) => {
      const [ones = [], others = []] = passages.get(this.#rows.own(index)) ?? [];
      addAgreements(counts.existence, compareExistence(ones.length, others.length));
      addAgreements(counts.frequency, compareFrequency(countDistinct(ones), countDistinct(others)));
      addMatches(counts.matches, matchPassages(ones, others, this.#compared.overlap));
    });
  }

  /** All codes together. */
  sum(): PassageCounts {
    const sum = createCounts();
    for (const { existence, frequency, matches } of this.byCode) {
      addAgreements(sum.existence, existence);
      addAgreements(sum.frequency, frequency);
      addMatches(sum.matches, matches);
    }
    return sum;
  }
}

function createCounts(): PassageCounts {
  return {
    existence: { agreeing: 0, differing: 0 },
    frequency: { agreeing: 0, differing: 0 },
    matches: { agreeing: 0, onlyFirst: 0, onlySecond: 0 },
  };
}

function addAgreements(into: Agreements, { agreeing, differing }: Agreements): void {
  into.agreeing += agreeing;
  into.differing += differing;
}

function addMatches(into: Matches, { agreeing, onlyFirst, onlySecond }: Matches): void {
  into.agreeing += agreeing;
  into.onlyFirst += onlyFirst;
  into.onlySecond += onlySecond;
}

function countDistinct(spans: readonly Span[]): number {
  return new Set(spans.map(({ start, end }) => `${start} ${end}`)).size;
}
