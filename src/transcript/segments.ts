/** Cuts a transcript into segments: the paragraphs, sentences or turns of those whose words are coded. */
import type { Role, Segment, Span, Transcript, Turn, Unit } from '../model.ts';
import { CharacterClass, classOf, isWordCodePoint } from '../text/characters.ts';
import { findLanguage } from '../text/languages/index.ts';
import { splitSentences } from '../text/sentences.ts';
import { visibleParts } from './visible-parts.ts';

export interface SegmentOptions {
  unit: Unit;
  includeInterviewer: boolean;
}

/** Segments in the order of the text. Each begins after its label and holds at least one word outside the masks. */
export function createSegments(transcript: Transcript, options: SegmentOptions): Segment[] {
  const segments: Segment[] = [];
  transcript.turns.forEach((turn, index) => {
    if (!isCoded(turn.role, options.includeInterviewer)) return;
    for (const passage of divide(transcript, turn, options.unit)) {
      const span = trim(transcript.text, passage, turn.masks);
      if (span) segments.push({ ...span, turn: index });
    }
  });
  return segments;
}

/** Whether what this role says is coded. */
export function isCoded(role: Role, includeInterviewer: boolean): boolean {
  return role !== 'interviewer' || includeInterviewer;
}

/** Whether a word lies in `span` outside the sorted masks. */
export function isVisible(text: string, span: Span, masks: readonly Span[]): boolean {
  return visibleParts(span, masks).some((part) => hasWord(text, part));
}

function divide(transcript: Transcript, turn: Turn, unit: Unit): Span[] {
  if (unit === 'turn') return [turn];
  const paragraphs = paragraphsOf(transcript.text, turn);
  if (unit === 'paragraph') return paragraphs;
  const language = findLanguage(transcript.language);
  return paragraphs.flatMap((paragraph) => {
    const start = visibleParts(paragraph, turn.masks)[0]?.start ?? paragraph.end;
    return splitSentences(transcript.text, { start, end: paragraph.end }, language);
  });
}

function paragraphsOf(text: string, span: Span): Span[] {
  const paragraphs: Span[] = [];
  let start = span.start;
  while (start < span.end) {
    const newline = text.indexOf('\n', start);
    const end = newline < 0 ? span.end : Math.min(newline, span.end);
    if (end > start) paragraphs.push({ start, end });
    start = end + 1;
  }
  return paragraphs;
}

/** Without masks and blanks at the beginning, and blanks and paragraphs without words at the end; `undefined` if no word is left. */
function trim(text: string, passage: Span, masks: readonly Span[]): Span | undefined {
  const visible = visibleParts(passage, masks).filter((part) => hasWord(text, part));
  const first = visible[0];
  if (!first) return undefined;
  let { start } = first;
  // The heading of what comes next is not part of it.
  const lineEnd = text.indexOf('\n', (visible.at(-1)?.end ?? passage.end) - 1);
  let end = lineEnd < 0 ? passage.end : Math.min(lineEnd, passage.end);
  while (/\s/u.test(text.charAt(start))) start++;
  while (/\s/u.test(text.charAt(end - 1))) end--;
  return { start, end };
}

function hasWord(text: string, span: Span): boolean {
  for (let i = span.start; i < span.end; i++) {
    const kind = classOf(text.charCodeAt(i));
    if (kind === CharacterClass.letter) return true;
    if (kind === CharacterClass.surrogate && isWordCodePoint(text.codePointAt(i) ?? 0)) return true;
  }
  return false;
}
