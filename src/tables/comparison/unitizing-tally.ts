/** Gathers what the alphas for unitizing need: where passages begin and end, row by row. */
import type { Interval, Resamples } from '../../agreement/bootstrap.ts';
import { type Coefficient, undefinedBecause } from '../../agreement/coefficient.ts';
import { addSums } from '../../agreement/rating-counts.ts';
import { joinOverlapping } from '../../agreement/spans.ts';
import {
  type Disagreement,
  type MarkedText,
  measureUnitizing,
  unitizingAlpha,
} from '../../agreement/unitizing-1995.ts';
import {
  SharedLengths,
  type Unit,
  unitizingBinaryAlpha,
  unitizingCodedAlpha,
  unitizingUAlpha,
} from '../../agreement/unitizing-2019.ts';
import type { CodeRows, ComparedCoders, PassagesByRow } from './compared-coders.ts';

/** Passages that overlap are joined, for each row and coder; lengths are characters. */
export class UnitizingTally {
  #compared: ComparedCoders;
  #rows: CodeRows;
  /** Of the documents that all coders worked on: their lengths, and by row what was marked in those that have it. */
  #lengths: number[] = [];
  #marked = new Map<number, Map<number, MarkedText>>();
  /** By row and document: of code against gap. */
  #shared: Map<number, SharedLengths>[] = [];
  #empty: SharedLengths[] = [];
  /** All codes at once, as long as no coder put two on the same place. */
  #all: SharedLengths | undefined;
  /** The same by document. */
  #allByDocument: Float64Array[] = [];

  constructor(compared: ComparedCoders, rows: CodeRows) {
    this.#compared = compared;
    this.#rows = rows;
    this.#all = compared.codes.length <= MOST_CODES ? new SharedLengths(compared.codes.length) : undefined;
  }

  /** A document that at least two coders worked on. */
  add(passages: PassagesByRow, judged: readonly boolean[], length: number): void {
    const byAll = judged.every((did) => did);
    if (byAll) this.#lengths.push(length);
    const shared = new Map<number, SharedLengths>();
    for (const [row, byCoder] of passages) {
      const joined = byCoder.map(joinOverlapping);
      const lengths = new SharedLengths(1);
      const units = joined.map((spans) => spans.map((span): Unit => ({ ...span, code: 0 })));
      lengths.add(
        units.filter((_, coder) => judged[coder]),
        length,
      );
      shared.set(row, lengths);
      if (!byAll) continue;
      const texts = this.#marked.get(row) ?? new Map<number, MarkedText>();
      this.#marked.set(row, texts);
      texts.set(this.#lengths.length - 1, { length, passages: joined });
    }
    this.#shared.push(shared);
    const nothing = new SharedLengths(1);
    nothing.add(
      judged.filter((did) => did).map(() => []),
      length,
    );
    this.#empty.push(nothing);
    this.#addAll(passages, judged, length);
  }

  /** Alpha of 1995 and 2004 of one row. */
  measure(row: number): Coefficient {
    return unitizingAlpha([this.#disagreement(row)]);
  }

  /** Alpha of 1995 and 2004 of all codes together. */
  measureAll(): Coefficient {
    return unitizingAlpha(this.#compared.codes.map(({ index }) => this.#disagreement(this.#rows.own(index))));
  }

  /** The binary alpha of 2019 of one row: the code against everything else. */
  measureBinary(row: number, resamples?: Resamples): Estimated {
    const byDocument = this.#shared.map((each, at) => (each.get(row) ?? this.#empty[at])?.sums ?? EMPTY);
    const total = new SharedLengths(1);
    for (const sums of byDocument) addSums(total.sums, sums);
    const found = unitizingBinaryAlpha(total);
    const measure = (sums: Float64Array) => ({ alpha: unitizingBinaryAlpha(new SharedLengths(1, sums)).value });
    return addInterval(found, resamples?.estimate(byDocument, measure).alpha);
  }

  /** uα and cuα of 2019, of all codes together; with intervals where there are few codes. */
  measureFamily(resamples: Resamples): { u: Estimated; coded: Estimated } {
    const codes = this.#compared.codes.length;
    if (!this.#all) {
      const many = codes > MOST_CODES;
      const none = undefinedBecause(
        many ? `there are more than ${MOST_CODES} codes` : 'somebody put several codes on the same characters',
      );
      return { u: none, coded: none };
    }
    const measure = (lengths: SharedLengths) => ({ u: unitizingUAlpha(lengths), coded: unitizingCodedAlpha(lengths) });
    const { u, coded } = measure(this.#all);
    const byDocument = codes > MOST_RESAMPLED ? [] : this.#allByDocument;
    const intervals = resamples.estimate(byDocument, (sums) => {
      const found = measure(new SharedLengths(codes, sums));
      return { u: found.u.value, coded: found.coded.value };
    });
    return { u: addInterval(u, intervals.u), coded: addInterval(coded, intervals.coded) };
  }

  #disagreement(row: number): Disagreement | undefined {
    const marked = this.#marked.get(row);
    const nothing = this.#compared.coders.map(() => []);
    return measureUnitizing(this.#lengths.map((length, at) => marked?.get(at) ?? { length, passages: nothing }));
  }

  #addAll(passages: PassagesByRow, judged: readonly boolean[], length: number): void {
    if (!this.#all) return;
    const units = this.#compared.coders.map((_, coder) =>
      this.#compared.codes
        .flatMap(({ index }) =>
          joinOverlapping(passages.get(this.#rows.own(index))?.[coder] ?? []).map(
            (span): Unit => ({ ...span, code: index }),
          ),
        )
        .sort((a, b) => a.start - b.start),
    );
    if (units.some((list) => list.some(({ start }, at) => start < (list[at - 1]?.end ?? 0)))) {
      this.#all = undefined;
      return;
    }
    const lengths = new SharedLengths(this.#compared.codes.length);
    lengths.add(
      units.filter((_, coder) => judged[coder]),
      length,
    );
    addSums(this.#all.sums, lengths.sums);
    if (this.#compared.codes.length <= MOST_RESAMPLED) this.#allByDocument.push(lengths.sums);
  }
}

/** Lengths are kept for every two codes. */
const MOST_CODES = 200;
/** And for intervals by document too. */
const MOST_RESAMPLED = 30;
const EMPTY = new Float64Array(new SharedLengths(1).sums.length);

type Estimated = Coefficient & { interval?: Interval };

function addInterval(found: Coefficient, interval: Interval | undefined): Estimated {
  return found.value === null || interval === undefined ? found : { ...found, interval };
}
