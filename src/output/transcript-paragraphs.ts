/** The paragraphs of a transcript as they are shown: who speaks, whether it is coded, and what in it was not said. */
import type { CodedDocument, Role, Span, Turn } from '../model.ts';
import { visibleParts } from '../transcript/visible-parts.ts';
import { removeControls } from './format-cell.ts';

export interface ShownParagraph {
  /** 1-based, as in the tables. */
  number: number;
  /** The turn that it belongs to; none above the first speaker label. */
  turn?: Turn;
  /** Whether the turn begins here. */
  begins: boolean;
  /** `nobody` for headings, remarks, and what stands above the first speaker label. */
  role: Role | 'nobody';
  /** Whether what the speaker of the turn says is coded. */
  coded: boolean;
  /** One line; what was not said stands between `‹` and `›`, and `|` stands where a further segment begins. */
  text: string;
}

/** Masked text stands between these. */
export const MASKED = { open: '‹', close: '›' };
const NEXT_SEGMENT = '| ';

/** All paragraphs in their order; takes time linear in the length of the text. */
export function listParagraphs({ transcript, segments, speakers }: CodedDocument): ShownParagraph[] {
  const { text, turns } = transcript;
  const keyOf = ({ speaker, role }: { speaker?: string; role: Role }) => JSON.stringify([speaker, role]);
  const codedSpeakers = new Set(speakers.filter(({ coded }) => coded).map(keyOf));
  const paragraphs: ShownParagraph[] = [];
  let start = 0;
  let at = 0;
  let segment = 0;
  for (const line of text.split('\n')) {
    const span = { start, end: start + line.length };
    while ((turns[at]?.end ?? span.end) < span.end) at++;
    const turn = (turns[at]?.start ?? span.end) <= span.start ? turns[at] : undefined;
    const begins = turn?.start === span.start;
    const said = turn ? visibleParts(span, turn.masks).filter((part) => text.slice(part.start, part.end).trim()) : [];
    const starts: number[] = [];
    for (; (segments[segment]?.start ?? span.end) < span.end; segment++) starts.push(segments[segment]?.start ?? 0);
    const isNobody = !turn || (said.length === 0 && !(begins && turn.speaker !== undefined));
    paragraphs.push({
      number: paragraphs.length + 1,
      ...(turn ? { turn } : {}),
      begins,
      role: isNobody ? 'nobody' : turn.role,
      coded: turn !== undefined && codedSpeakers.has(keyOf(turn)),
      text: markText(text, span, said, starts.slice(1)),
    });
    start = span.end + 1;
  }
  return paragraphs;
}

/** `said` are the parts outside the masks, `breaks` where segments begin that are not the first of the paragraph. */
function markText(text: string, span: Span, said: readonly Span[], breaks: readonly number[]): string {
  let marked = '';
  let { start } = span;
  let next = 0;
  const write = (end: number, masked: boolean) => {
    for (; start < end && (breaks[next] ?? end) < end; next++) {
      marked += writePart(text.slice(start, breaks[next]), masked) + NEXT_SEGMENT;
      start = breaks[next] ?? end;
    }
    marked += writePart(text.slice(start, end), masked);
    start = end;
  };
  for (const part of said) {
    write(part.start, true);
    write(part.end, false);
  }
  write(span.end, true);
  return marked;
}

/** Blanks at the edges stay outside the marks. */
function writePart(text: string, masked: boolean): string {
  const clean = removeControls(text).replaceAll('\t', ' ');
  const inner = clean.trim();
  if (!masked || inner === '') return clean;
  const before = clean.length - clean.trimStart().length;
  return clean.slice(0, before) + MASKED.open + inner + MASKED.close + clean.slice(before + inner.length);
}
