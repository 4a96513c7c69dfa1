/** How much codings of one document are together: passages, codable segments they touch, hits, words or characters. */
import { readWords } from '../coding/read-words.ts';
import type { CodedDocument, Coding, Span } from '../model.ts';
import { countCharacters } from '../text/characters.ts';
import { Vocabulary } from '../text/vocabulary.ts';
import { createWords } from '../text/words.ts';
import type { CountUnit, Measurer } from './count-codes.ts';
import { intersectSpans, isOneOf, mergeSpans, sumTouched } from './touched-segments.ts';

type MeasuredDocument = Pick<CodedDocument, 'transcript' | 'segments' | 'segmentWords' | 'codings' | 'within'>;

/** `touched` are codable segments, the other units those of counting. */
export function createMeasurer(document: MeasuredDocument, unit: CountUnit | 'touched'): Measurer {
  const { segments, transcript, within } = document;
  switch (unit) {
    case 'segments':
      return isPlain(document) ? countStarts : countPassages;
    case 'touched':
      return isPlain(document) ? countStarts : (codings) => sumTouched(segments, mergeSpans(codings), () => 1);
    case 'hits':
      return (codings) => new Set(codings.flatMap(({ evidence }) => evidence.map(placeOf))).size;
    case 'words':
      return createWordMeasurer(document);
    case 'characters':
      return (codings) => {
        const merged = mergeSpans(codings);
        return addCharacters(transcript.text, within ? intersectSpans(merged, within) : merged);
      };
  }
}

/** Whether every coding is one segment, and all are by one coder, as the program codes. */
export function isPlain({ codings, segments }: Pick<CodedDocument, 'codings' | 'segments'>): boolean {
  return codings.every((coding) => coding.coder === codings[0]?.coder && isOneOf(segments, coding));
}

/** Characters of spans that do not overlap. */
export function addCharacters(text: string, spans: readonly Span[]): number {
  return spans.reduce((sum, span) => sum + countCharacters(text, span), 0);
}

/** Segments differ in where they begin. */
function countStarts(codings: readonly Coding[]): number {
  return codings.length < 2 ? codings.length : new Set(codings.map(({ start }) => start)).size;
}

/** A passage by two coders are two. */
function countPassages(codings: readonly Coding[]): number {
  return new Set(codings.map(({ start, end, coder }) => `${start} ${end} ${coder}`)).size;
}

const placeOf = ({ spans }: Coding['evidence'][number]) => spans.map(({ start, end }) => `${start}-${end}`).join(' ');

/** Words of segments, marks left out; where passages are parts of segments, the words that they touch, each once. */
function createWordMeasurer(document: MeasuredDocument): (passages: readonly Span[]) => number {
  const { segments, segmentWords, codings } = document;
  if (codings.every((coding) => isOneOf(segments, coding)))
    return (some) => sumTouched(segments, mergeSpans(some), (segment) => segmentWords[segment] ?? 0);
  const words = listWords(document);
  return (some) => sumTouched(words, mergeSpans(some), () => 1);
}

/** Words of coded speakers in a passage, a segment or one that is coded. */
export function createWordCounter(document: MeasuredDocument): (passage: Span) => number {
  const measure = createWordMeasurer(document);
  return (passage) => measure([passage]);
}

function listWords({ transcript: { text, turns }, segments }: MeasuredDocument): Span[] {
  const words = createWords();
  const vocabulary = new Vocabulary();
  return segments.flatMap((segment): Span[] => {
    readWords(words, vocabulary, { text, span: segment, masks: turns[segment.turn]?.masks ?? [] });
    return Array.from({ length: words.count }, (_, at) => ({
      start: words.starts[at] as number,
      end: words.ends[at] as number,
    }));
  });
}
