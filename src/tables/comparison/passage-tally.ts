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
  /** Of all codes together, document by document: the numbers of `PassageCounts` in a row. */
  readonly byDocument: Float64Array[] = [];
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
    const document = createCounts();
    this.byCode.forEach((counts, index) => {
      const [ones = [], others = []] = passages.get(this.#rows.own(index)) ?? [];
      const found: PassageCounts = {
        existence: compareExistence(ones.length, others.length),
        frequency: compareFrequency(countDistinct(ones), countDistinct(others)),
        matches: matchPassages(ones, others, this.#compared.overlap),
      };
      addCounts(counts, found);
      addCounts(document, found);
    });
    this.byDocument.push(Float64Array.from(Object.values(document).flatMap((each) => Object.values(each))));
  }

  /** All codes together. */
  sum(): PassageCounts {
    const sum = createCounts();
    for (const counts of this.byCode) addCounts(sum, counts);
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

/** As `byDocument` has them. */
export function toPassageCounts(sums: Float64Array): PassageCounts {
  const [a = 0, b = 0, c = 0, d = 0, agreeing = 0, onlyFirst = 0, onlySecond = 0] = sums;
  return {
    existence: { agreeing: a, differing: b },
    frequency: { agreeing: c, differing: d },
    matches: { agreeing, onlyFirst, onlySecond },
  };
}

function addCounts(into: PassageCounts, { existence, frequency, matches }: PassageCounts): void {
  addAgreements(into.existence, existence);
  addAgreements(into.frequency, frequency);
  addMatches(into.matches, matches);
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
