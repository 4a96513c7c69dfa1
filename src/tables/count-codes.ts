/** Counts what one document has of every code, with and without subcodes: its coded segments, or hits, words or characters. */
import type { CodeNode } from '../codebook/code-tree.ts';
import type { CodedDocument, Coding, Segment } from '../model.ts';
import { countCharacters } from '../text/characters.ts';

/** Arrays are indexed like the list of codes. */
export interface CodeCounts {
  /** Of the code itself. */
  directly: number[];
  /** Of the code or any of its subcodes, each segment (or hit, word, character) once. */
  distinct: number[];
  /** The code's own count plus that of all its subcodes. */
  sum: number[];
  /** The own counts of all codes together: of segments, the number of codings. */
  codings: number;
  /** Of any code, each segment (or hit, word, character) once. */
  segments: number;
}

/** What is counted; a hit is a place where a term matched, which counts once however many terms matched the same words. */
export type CountUnit = 'segments' | 'hits' | 'words' | 'characters';

type CountedDocument = Pick<CodedDocument, 'transcript' | 'segments' | 'segmentWords' | 'codings'>;

/** Codings of codes that are not in the list are left out. One code counts once for a segment, however many coders or terms. */
export function countCodes(
  document: CountedDocument,
  codes: readonly CodeNode[],
  unit: CountUnit = 'segments',
): CodeCounts {
  const zeros = () => new Array<number>(codes.length).fill(0);
  const counts: CodeCounts = { directly: zeros(), distinct: zeros(), sum: zeros(), codings: 0, segments: 0 };
  const indexOf = new Map(codes.map((node) => [node.code.id, node.index]));
  const bySegment = new Map<string, CodedSegment>();
  for (const coding of document.codings) {
    const index = indexOf.get(coding.code);
    if (index === undefined) continue;
    const key = keyOf(coding);
    const segment: CodedSegment = bySegment.get(key) ?? { all: [], byCode: new Map() };
    bySegment.set(key, segment);
    segment.all.push(coding);
    pushTo(segment.byCode, index, coding);
  }
  const weigh = createWeigh(document, unit);
  for (const segment of bySegment.values()) countSegment(segment, { codes, counts, weigh });
  return counts;
}

/** The codings of one segment. */
interface CodedSegment {
  all: Coding[];
  byCode: Map<number, Coding[]>;
}

/** How much codings of one segment count together. */
type Weigh = (codings: readonly Coding[]) => number;

const keyOf = ({ start, end }: { start: number; end: number }) => `${start}-${end}`;

function createWeigh({ transcript, segments, segmentWords }: CountedDocument, unit: CountUnit): Weigh {
  switch (unit) {
    case 'segments':
      return () => 1;
    case 'hits':
      return (codings) => new Set(codings.flatMap(({ evidence }) => evidence.map(placeOf))).size;
    case 'words':
      return weighBySegment(segments, (_, at) => segmentWords[at] ?? 0);
    case 'characters':
      return weighBySegment(segments, (segment) => countCharacters(transcript.text, segment));
  }
}

function weighBySegment(segments: readonly Segment[], sizeOf: (segment: Segment, at: number) => number): Weigh {
  const sizes = new Map(segments.map((segment, at) => [keyOf(segment), sizeOf(segment, at)]));
  return ([first]) => (first ? (sizes.get(keyOf(first)) ?? 0) : 0);
}

const placeOf = ({ spans }: Coding['evidence'][number]) => spans.map(keyOf).join(' ');

function countSegment(
  { all, byCode }: CodedSegment,
  { codes, counts, weigh }: { codes: readonly CodeNode[]; counts: CodeCounts; weigh: Weigh },
): void {
  const families = new Map<number, Coding[]>();
  for (const [index, codings] of byCode) {
    const weight = weigh(codings);
    increase(counts.directly, index, weight);
    counts.codings += weight;
    for (const member of [index, ...(codes[index]?.ancestors ?? [])]) {
      increase(counts.sum, member, weight);
      for (const coding of codings) pushTo(families, member, coding);
    }
  }
  for (const [index, codings] of families) increase(counts.distinct, index, weigh(codings));
  counts.segments += weigh(all);
}

function pushTo(lists: Map<number, Coding[]>, index: number, coding: Coding): void {
  const list = lists.get(index);
  if (list) list.push(coding);
  else lists.set(index, [coding]);
}

function increase(counts: number[], index: number, by: number): void {
  counts[index] = (counts[index] ?? 0) + by;
}
