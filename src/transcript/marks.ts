/** Marks of the transcriber inside speech: [laughs], (unintelligible), pauses and time stamps. They stay in the text, masked. */
import type { Span } from '../model.ts';

const STAGE_WORDS =
  'lacht|lachen|gelach|lachend|zucht|zuchten|stilte|pauze|hoest|huilt|fluistert|onverstaanbaar|onduidelijk|telefoon|laughs?|laughter|laughing|chuckles?|sighs?|pause|silence|coughs?|cries|crying|whispers?|unintelligible|inaudible|indistinct|unclear|crosstalk|overlap|applause|music|risas|no se entiende|lachen|lacht|unverständlich|seufzt';

const MARKS = [
  /(?<![\p{L}\p{N}])\[[^\][\n]{0,80}\]/gu,
  new RegExp(String.raw`\((?:${STAGE_WORDS})(?:[ ,;:-]+[^ ,;:()-]+){0,3}\)`, 'giu'),
  /\((?:\.{1,3}|…|\?+|\d{1,3}(?:[.,]\d+)? ?(?:s|sec|seconds?|seconden)?(?: ?(?:pause|pauze))?|\d{1,2}:\d{2}(?::\d{2})?)\)/gi,
  // hh:mm:ss at the edge of a paragraph; m:ss is left alone, for people say "om 10:30"
  /^\d{1,2}:\d{2}:\d{2}(?:[.,]\d{1,3})?(?=\s)|(?<=\s)\d{1,2}:\d{2}:\d{2}(?:[.,]\d{1,3})?$/g,
  /#\d{1,2}:\d{2}:\d{2}[-.,]\d{1,3}#/g,
];

/** A short paragraph in parentheses describes what happens, unless somebody speaks in it. */
const STAGE_LINE = /^\([^()\n]{1,60}\)\.?$/;
const SPEAKS = /(?<!\p{L})(?:ik|wij|we|je|jij|u|i|you|ich|wir)(?!\p{L})/iu;

/** Spans of the marks in one paragraph, sorted and not overlapping; offsets are into `paragraph`. */
export function findMarks(paragraph: string): Span[] {
  if (STAGE_LINE.test(paragraph) && !SPEAKS.test(paragraph)) return [{ start: 0, end: paragraph.length }];
  const spans: Span[] = [];
  for (const pattern of MARKS) {
    for (const match of paragraph.matchAll(pattern))
      spans.push({ start: match.index, end: match.index + match[0].length });
  }
  return mergeSpans(spans);
}

/** The same characters as sorted spans that do not touch or overlap. */
export function mergeSpans(spans: Span[]): Span[] {
  const merged: Span[] = [];
  for (const span of spans.toSorted((a, b) => a.start - b.start || a.end - b.end)) {
    const last = merged.at(-1);
    if (last && span.start <= last.end) last.end = Math.max(last.end, span.end);
    else if (span.end > span.start) merged.push({ ...span });
  }
  return merged;
}
