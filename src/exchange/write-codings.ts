/** Writes codings as lines of JSON, the same bytes for the same codings. */
import type { Coding, Evidence, Transcript } from '../model.ts';
import { type CodePoints, createCodePoints } from '../text/code-points.ts';
import { createParagraphCounter } from '../text/paragraph-counter.ts';

/** UTF-16 units of quotes of one document; behind them codings have their place alone, so that a file made to do harm fills no disk. */
const MOST_QUOTED = 32 * 2 ** 20;

/** The lines of one document, sorted by start, end, code and coder; positions in code points, end-exclusive. */
export function writeCodings(transcript: Transcript, codings: readonly Coding[]): string {
  const { document, text } = transcript;
  const points = createCodePoints(text);
  const paragraphOf = createParagraphCounter(text);
  let quoted = 0;
  const lines = codings.toSorted(compareCodings).map((coding) => {
    const { code, coder, start, end, weight, memo, evidence } = coding;
    quoted += end - start;
    return JSON.stringify({
      document,
      code,
      coder,
      start: points.fromOffset(start),
      end: points.fromOffset(end),
      paragraph: paragraphOf(start),
      ...(quoted > MOST_QUOTED ? {} : { quote: text.slice(start, end) }),
      ...(weight > 0 ? { weight } : {}),
      ...(memo === undefined ? {} : { memo }),
      ...(evidence.length > 0 ? { evidence: evidence.map((item) => writeEvidence(item, points)) } : {}),
    });
  });
  return lines.map((line) => `${line}\n`).join('');
}

function compareCodings(a: Coding, b: Coding): number {
  return a.start - b.start || a.end - b.end || compare(a.code, b.code) || compare(a.coder, b.coder);
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function writeEvidence({ term, spans, negation }: Evidence, points: CodePoints) {
  return {
    term,
    spans: spans.map(({ start, end }) => [points.fromOffset(start), points.fromOffset(end)]),
    ...(negation === undefined ? {} : { negation }),
  };
}
