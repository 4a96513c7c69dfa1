/** Counts what coders agree on, document by document; documents are not kept. */
import { Resamples } from '../../agreement/bootstrap.ts';
import { createCodePoints } from '../../text/code-points.ts';
import { findTouched } from '../touched-segments.ts';
import type { Level } from './choices.ts';
import {
  type CoderPatterns,
  type CoderSet,
  countDocument,
  countLengths,
  countSegments,
  matchSegments,
  type SegmentSets,
  toCoderSet,
} from './coder-patterns.ts';
import { CodeRows, type ComparedCoders, type ComparedDocument, gatherPassages } from './compared-coders.ts';
import { PassageTally } from './passage-tally.ts';
import { countBits, measureRow, type RowMeasures, type Universe } from './row-measures.ts';
import { UnitizingTally } from './unitizing-tally.ts';

export class AgreementTally {
  readonly compared: ComparedCoders;
  readonly rows: CodeRows;
  readonly passages: PassageTally;
  readonly unitizing: UnitizingTally;
  /** By coder: documents that the coder worked on, of those that are compared. */
  readonly judged: number[];
  /** Documents that fewer than two coders worked on, which are in no number. */
  readonly leftOut: string[] = [];
  /** Passages that touch no segment, by coder: they are in no number about segments. */
  readonly outside: number[];
  #levels: Record<Level, CoderPatterns[]> = { segments: [], documents: [], characters: [] };
  #used = new Set<number>();
  #resamples: Resamples | undefined;

  constructor(compared: ComparedCoders) {
    this.compared = compared;
    this.rows = new CodeRows(compared.codes);
    this.passages = new PassageTally(compared, this.rows);
    this.unitizing = new UnitizingTally(compared, this.rows);
    this.judged = compared.coders.map(() => 0);
    this.outside = compared.coders.map(() => 0);
  }

  /** The segments that coders gave codes, for who lists them; nothing where there is nothing to compare. */
  add(document: ComparedDocument): SegmentSets | undefined {
    const { coders, match } = this.compared;
    const judged = toCoderSet(document.judged);
    if (countBits(judged) < 2) {
      this.leftOut.push(document.transcript.document);
      return undefined;
    }
    document.judged.forEach((did, coder) => {
      if (did) this.judged[coder] = (this.judged[coder] ?? 0) + 1;
    });
    const { rows } = this;
    const { text } = document.transcript;
    const points = createCodePoints(text);
    const inText = gatherPassages(document, { coders, rows, place: (coding) => coding });
    const place = ({ start, end }: { start: number; end: number }) => ({
      start: points.fromOffset(start),
      end: points.fromOffset(end),
    });
    const inPoints = gatherPassages(document, { coders, rows, place });
    for (const row of inText.keys()) this.#used.add(row);
    const sets = matchSegments(inText, document.segments, match);
    const source = { judged, passages: inText, rows };
    this.#levels.segments.push(countSegments(source, sets, document.segments.length));
    this.#levels.documents.push(countDocument(source));
    this.#levels.characters.push(countLengths({ ...source, passages: inPoints }, points.length));
    this.passages.add(inPoints);
    this.unitizing.add(inPoints, document.judged, points.length);
    this.#countOutside(document);
    return sets;
  }

  get documents(): number {
    return this.#levels.segments.length;
  }

  /** Whether anybody gave it to anything. */
  isUsed(row: number): boolean {
    return this.#used.has(row);
  }

  /** Codes that anybody used, each by itself, which are those of MAXQDA's table of results. */
  get usedCodes(): number {
    return this.ownRows.filter((row) => this.isUsed(row)).length;
  }

  /** Units that are compared. */
  countUnits(level: Level, universe: Universe): number {
    const key = universe === 'all' ? 'units' : 'coded';
    return this.#levels[level].reduce((sum, document) => sum + document[key], 0);
  }

  get resamples(): Resamples {
    this.#resamples ??= new Resamples(this.documents);
    return this.#resamples;
  }

  /** One row, or several added up. */
  measure(level: Level, rows: readonly number[], how: { universe: Universe; intervals: boolean }): RowMeasures {
    return measureRow(this.#levels[level], {
      rows,
      coders: this.compared.coders.length,
      universe: how.universe,
      reference: this.compared.reference,
      ...(how.intervals ? { resamples: this.resamples } : {}),
    });
  }

  /** Two of the coders, as if there were no others. */
  measurePair(first: number, second: number, reference: number | undefined): RowMeasures {
    const pair = this.#levels.segments.map((document) => pickTwo(document, first, second));
    return measureRow(pair, { rows: this.ownRows, coders: 2, universe: 'all', reference });
  }

  /** All codes, each by itself. */
  get ownRows(): number[] {
    return this.compared.codes.map(({ index }) => this.rows.own(index));
  }

  #countOutside({ codings, segments }: ComparedDocument): void {
    const known = new Map(this.compared.coders.map((coder, at) => [coder, at]));
    for (const { coder, code, start, end } of codings) {
      const at = known.get(coder);
      if (at === undefined || this.rows.of(code).length === 0) continue;
      const { from, to } = findTouched(segments, { start, end });
      if (from === to) this.outside[at] = (this.outside[at] ?? 0) + 1;
    }
  }
}

function pickTwo({ judged, byRow, ...rest }: CoderPatterns, first: number, second: number): CoderPatterns {
  const pick = (set: CoderSet): CoderSet => ((set >> first) & 1) | (((set >> second) & 1) << 1);
  const picked = new Map<number, Map<CoderSet, number>>();
  for (const [row, counts] of byRow) {
    const sums = new Map<CoderSet, number>();
    for (const [set, count] of counts) if (pick(set) !== 0) sums.set(pick(set), (sums.get(pick(set)) ?? 0) + count);
    picked.set(row, sums);
  }
  return { ...rest, judged: pick(judged), byRow: picked };
}
