/** Marks of the transcriber inside speech: [laughs], (unintelligible), pauses and time stamps. They stay in the text, masked. */
import type { Span } from '../model.ts';
import { MARK_VERBS, MARK_WORDS } from './mark-words.ts';
import { BRACKETED_STAMP, cleanStamp, readStampLine, STAMP } from './stamps.ts';

/** A time stamp in a paragraph; `time` is as written, without brackets. */
export interface StampSpan extends Span {
  time: string;
}

export interface Marks {
  /** Sorted, not overlapping; stamps included. */
  masks: Span[];
  /** Sorted. */
  stamps: StampSpan[];
}

/** A pronoun of one who speaks tells that words in brackets were said. */
const SPEAKS = /(?<!\p{L})(?:ik|wij|we|je|jij|u|i|you|ich|wir)(?!\p{L})/iu;

/** What a mark begins with (nothing that all have: an empty text), and its form. A form is not asked, nor even made, where no text has its beginning. */
type MarkForm = [opening: string, form: RegExp];

/** Always a mark, whatever stands in it. */
const CERTAIN: MarkForm[] = [
  ['[', /(?<![\p{L}\p{N}])\[[^\][\n]{0,200}\]/gu],
  ['((', /\(\([^()\n]{1,80}\)\)/g],
  ['{', /(?<![\p{L}\p{N}])\{[^{}\n]{1,80}\}/gu],
  ['<', /<\/?[\p{L}][\p{L}\p{N} ,.'’-]{0,60}>/gu],
  // overlapping speech of somebody else, as noScribe writes it
  ['//', /(?<![:\p{L}\p{N}/])\/\/[^/\n]{1,80}\/\/(?!\/)/gu],
  [
    '(',
    /\((?:\.{1,6}|…|\?+|-|,|\d{1,3}(?:[.,]\d+)? ?(?:s|sec\.?|secs|seconds?|secondes?|seconden|min\.?)?(?: ?(?:pause|pauze|stilte|silence))?|\d{1,2}:\d{2}(?::\d{2})?)\)/gi,
  ],
  // what the other one says meanwhile
  ['(', /\(\p{Lu}\p{L}{0,11}\d?: [^()\n]{1,80}\)/gu],
  // names that were made unreadable
  ['', /(?<![\p{L}\p{N}])[Xx]{3,}(?![\p{L}\p{N}])/gu],
];

/** A mark where it says what somebody does and nobody speaks in it. */
const ACTIONS: MarkForm[] = [
  ['(', new RegExp(String.raw`\((?:${MARK_WORDS})(?:[ ,;:/-]+[^ ,;:()-]+){0,3}[.!]?\)`, 'giu')],
  [
    '(',
    new RegExp(
      String.raw`\((?:(?:er|interviewer|respondent|geïnterviewde|participant|interviewee)\s+)?(?:${MARK_VERBS})(?:[ ,;:-]+[^ ,;:()-]+){0,8}[.!]?\)`,
      'giu',
    ),
  ],
  [
    '*',
    new RegExp(
      String.raw`(?<![\p{L}\p{N}*])\*(?:${MARK_WORDS}|${MARK_VERBS})(?: [^ *\n]+){0,4}\*(?![\p{L}\p{N}*])`,
      'giu',
    ),
  ],
];

/** hh:mm:ss at the edge of a paragraph; m:ss is left alone, for people say "om 10:30". */
const EDGES = /^\d{1,2}:\d{2}:\d{2}(?:[.,:;]\d{1,3})?(?=\s|$)|(?<=\s)\d{1,2}:\d{2}:\d{2}(?:[.,:;]\d{1,3})?$/g;
/** Any stamp that begins the paragraph, for files in which most paragraphs have one. */
const LEADING = new RegExp(`^${STAMP}(?=\\s|$)`);
const INNER = new RegExp(BRACKETED_STAMP, 'g');

/** A short paragraph in parentheses describes what happens, unless somebody speaks in it. */
const STAGE_LINE = /^\([^()\n]{1,80}\)\.?$/;

export interface MarkOptions {
  /** Whether most paragraphs of the file begin with a stamp, so that a bare `m:ss` there is one too. */
  leadingStamps: boolean;
  /** Offset at which speech begins, behind the label. */
  from: number;
}

/** The marks of one paragraph; offsets are into `paragraph`. */
export function findMarks(paragraph: string, { leadingStamps, from }: MarkOptions): Marks {
  const said = paragraph.slice(from);
  const stamps = findStamps(said, leadingStamps).map((stamp) => shift(stamp, from));
  const only = readStampLine(said);
  if (only !== undefined) {
    const whole = { start: from, end: paragraph.length };
    return { masks: [whole], stamps: [{ ...whole, time: only }] };
  }
  if (STAGE_LINE.test(said) && !SPEAKS.test(said)) return { masks: [{ start: from, end: paragraph.length }], stamps };
  const spans: Span[] = [...stamps];
  if (/[[({<*]|\/\/|xxx/i.test(said)) {
    for (const match of matchForms(said, CERTAIN)) spans.push(shift(spanOf(match), from));
    for (const match of matchForms(said, ACTIONS)) if (!SPEAKS.test(match[0])) spans.push(shift(spanOf(match), from));
  }
  return { masks: mergeSpans(spans), stamps };
}

function matchForms(said: string, forms: readonly MarkForm[]): RegExpMatchArray[] {
  return forms.flatMap(([opening, form]) => (said.includes(opening) ? [...said.matchAll(form)] : []));
}

function findStamps(said: string, leadingStamps: boolean): StampSpan[] {
  if (!/\d[:.]\d/.test(said)) return [];
  const matches = [...said.matchAll(EDGES), ...said.matchAll(INNER)];
  const leading = leadingStamps ? LEADING.exec(said) : null;
  if (leading) matches.push(leading as RegExpExecArray);
  const stamps = matches.map((match) => ({ ...spanOf(match), time: cleanStamp(match[0]) }));
  const sorted = stamps.sort((a, b) => a.start - b.start || b.end - a.end);
  return sorted.filter((stamp, at) => at === 0 || stamp.start >= (sorted[at - 1]?.end ?? 0));
}

function spanOf(match: RegExpMatchArray): Span {
  const start = match.index ?? 0;
  return { start, end: start + match[0].length };
}

function shift<T extends Span>(span: T, by: number): T {
  return { ...span, start: span.start + by, end: span.end + by };
}

/** The same characters as sorted spans that do not touch or overlap. */
export function mergeSpans(spans: readonly Span[]): Span[] {
  if (spans.length === 0) return [];
  const merged: Span[] = [];
  for (const { start, end } of spans.length === 1
    ? spans
    : spans.toSorted((a, b) => a.start - b.start || a.end - b.end)) {
    const last = merged.at(-1);
    if (last && start <= last.end) last.end = Math.max(last.end, end);
    else if (end > start) merged.push({ start, end });
  }
  return merged;
}
