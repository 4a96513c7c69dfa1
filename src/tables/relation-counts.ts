/** Counts how often codes occur together: in one segment, in one document, or near each other. */
import type { CodeNode } from '../codebook/code-tree.ts';
import type { CodedDocument, Span } from '../model.ts';
import { createParagraphCounter } from '../text/paragraph-counter.ts';
import type { CodeSlots } from './code-slots.ts';
import { listCodedPassages, listCodedSegments } from './coded-passages.ts';
import { PairCounts } from './pair-counts.ts';

export interface Relation {
  count: number;
  /** 0–1; `null` where neither code occurs. */
  jaccard: number | null;
  /** 1 is chance; `null` where one of the codes does not occur. */
  lift: number | null;
}

export interface RelationCounts {
  add(document: CodedDocument): void;
  /** Segments, or documents, that have it. */
  countOf(slot: number): number;
  relate(a: number, b: number): Relation;
}

interface Places {
  codes: readonly CodeNode[];
  slots: CodeSlots;
}

/** Units that have both: Jaccard is n12 / (n1 + n2 − n12), lift n12 · N / (n1 · n2). */
export class SharedUnits implements RelationCounts {
  #places: Places;
  #unit: 'segment' | 'document';
  #units = 0;
  #singles = new Map<number, number>();
  #pairs = new PairCounts();

  constructor(places: Places, unit: 'segment' | 'document') {
    this.#places = places;
    this.#unit = unit;
  }

  add(document: CodedDocument): void {
    const { codes, slots } = this.#places;
    if (this.#unit === 'document') {
      const passages = listCodedPassages(document.codings, codes);
      this.#units++;
      this.addUnit(slots.slotsOf(new Set(passages.flatMap((passage) => [...passage.codes]))));
      return;
    }
    this.#units += document.segments.length;
    for (const segment of listCodedSegments(document, codes)) this.addUnit(slots.slotsOf(segment.codes));
  }

  /** Each slot once. */
  addUnit(slots: readonly number[]): void {
    slots.forEach((slot, at) => {
      this.#singles.set(slot, (this.#singles.get(slot) ?? 0) + 1);
      for (let other = at + 1; other < slots.length; other++) this.#pairs.increase(slot, slots[other] as number);
    });
  }

  countOf(slot: number): number {
    return this.#singles.get(slot) ?? 0;
  }

  relate(a: number, b: number): Relation {
    const count = this.#pairs.get(a, b);
    const [first, second] = [this.countOf(a), this.countOf(b)];
    return {
      count,
      jaccard: divide(count, first + second - count),
      lift: divide(count * this.#units, first * second),
    };
  }
}

interface Placed {
  /** Paragraph numbers. */
  begin: number;
  end: number;
  slots: number[];
}

/**
 * Pairs of a segment with one code and a segment with the other, at most `distance` paragraphs apart; a segment with both
 * is such a pair. Jaccard: of the segments with either code, the share that has the other so near. Lift: pairs divided by
 * n1 · n2 · P / S², which is to be expected when codes lie on any of the S segments, P of whose S² pairs are so near.
 * With distance 0 and paragraphs as segments all three are those of `SharedUnits`.
 */
export class NearSegments implements RelationCounts {
  #places: Places;
  #distance: number;
  #shared: SharedUnits;
  #pairs = new PairCounts();
  #taking = new PairCounts();
  #segments = 0;
  #nearSegments = 0;

  constructor(places: Places, distance: number) {
    this.#places = places;
    this.#distance = distance;
    this.#shared = new SharedUnits(places, 'segment');
  }

  add(document: CodedDocument): void {
    const { codes, slots } = this.#places;
    const { segments } = document;
    const paragraphOf = createParagraphCounter(document.transcript.text);
    const place = ({ start, end }: Span) => ({ begin: paragraphOf(start), end: paragraphOf(end - 1) });
    const coded = listCodedSegments(document, codes);
    const placed = coded.map((segment): Placed => ({ ...place(segment), slots: slots.slotsOf(segment.codes) }));
    for (const each of placed) this.#shared.addUnit(each.slots);
    this.#segments += segments.length;
    const all = segments.map((segment): Placed => ({ ...place(segment), slots: [] }));
    walkNear(all, this.#distance, (_, near) => {
      this.#nearSegments += near.size;
    });
    walkNear(placed, this.#distance, (segment, near) => this.#addNear(segment, near.slots));
  }

  /** A pair is counted at the segment of its first code, a segment that takes part once for each two codes. */
  #addNear({ slots }: Placed, near: ReadonlyMap<number, number>): void {
    const own = new Set(slots);
    for (const slot of slots) {
      for (const [other, times] of near) {
        if (slot < other) this.#pairs.increase(slot, other, times);
        if (slot < other || (slot > other && !own.has(other))) this.#taking.increase(slot, other);
      }
    }
  }

  countOf(slot: number): number {
    return this.#shared.countOf(slot);
  }

  relate(a: number, b: number): Relation {
    const count = this.#pairs.get(a, b);
    const [first, second] = [this.countOf(a), this.countOf(b)];
    const either = first + second - this.#shared.relate(a, b).count;
    return {
      count,
      jaccard: divide(this.#taking.get(a, b), either),
      lift: divide(count * this.#segments ** 2, first * second * this.#nearSegments),
    };
  }
}

interface Window {
  /** Segments in it. */
  size: number;
  /** How many of them have each slot. */
  slots: ReadonlyMap<number, number>;
}

/** For every segment, in the order of the text, those at most `distance` paragraphs away, itself among them. */
function walkNear(
  segments: readonly Placed[],
  distance: number,
  visit: (segment: Placed, window: Window) => void,
): void {
  const slots = new Map<number, number>();
  const change = (segment: Placed, by: number) => {
    for (const slot of segment.slots) {
      const times = (slots.get(slot) ?? 0) + by;
      if (times === 0) slots.delete(slot);
      else slots.set(slot, times);
    }
  };
  let first = 0;
  let behind = 0;
  for (const segment of segments) {
    for (; (segments[behind]?.begin ?? Number.POSITIVE_INFINITY) <= segment.end + distance; behind++)
      change(segments[behind] as Placed, 1);
    for (; (segments[first] as Placed).end < segment.begin - distance; first++) change(segments[first] as Placed, -1);
    visit(segment, { size: behind - first, slots });
  }
}

function divide(part: number, whole: number): number | null {
  return whole === 0 ? null : part / whole;
}
