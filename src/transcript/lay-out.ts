/** Lays the lines of a source out as the transcript's text: one paragraph a line, with its label and masks. */
import type { Span } from '../model.ts';
import { findMarks, mergeSpans } from './marks.ts';
import type { Block, SourceLine, SpeakerLabel } from './source.ts';
import type { LabelReader } from './speakers.ts';

/** One line of the text; offsets are into the whole text. */
export interface Paragraph extends Span {
  label?: SpeakerLabel;
  /** Label, marks, addresses; the whole of a heading. Sorted. */
  masks: Span[];
  /** 1-based line of the file. */
  line: number;
}

/** Paragraph n of the result is line n of `text`. A label inside a block begins a new paragraph. */
export function layOut(blocks: Block[], labels: LabelReader): { text: string; paragraphs: Paragraph[] } {
  const paragraphs: Paragraph[] = [];
  const parts: string[] = [];
  let length = 0;
  for (const block of blocks) {
    for (const { lines, label } of divideAtLabels(block, labels)) {
      const { text, masks } = joinLines(lines, label);
      const all =
        block.kind === 'heading' ? [{ start: 0, end: text.length }] : mergeSpans([...masks, ...findMarks(text)]);
      const line = lines[0]?.line ?? 1;
      const start = length;
      const shifted = all.map((mask) => ({ start: mask.start + start, end: mask.end + start }));
      paragraphs.push({ start, end: start + text.length, masks: shifted, line, ...(label ? { label } : {}) });
      parts.push(text);
      length += text.length + 1;
    }
  }
  return { text: parts.join('\n'), paragraphs };
}

interface Group {
  lines: SourceLine[];
  label?: SpeakerLabel;
}

function divideAtLabels(block: Block, labels: LabelReader): Group[] {
  const groups: Group[] = [];
  for (const line of block.lines) {
    const label = block.kind === 'heading' ? labels.readHeading(line) : labels.read(line);
    const last = groups.at(-1);
    if (last && !label) last.lines.push(line);
    else groups.push({ lines: [line], ...(label ? { label } : {}) });
  }
  return groups;
}

function joinLines(lines: SourceLine[], label: SpeakerLabel | undefined): { text: string; masks: Span[] } {
  const masks: Span[] = label ? [{ start: 0, end: label.end }] : [];
  let text = '';
  for (const line of lines) {
    if (text !== '') text += ' ';
    for (const mask of line.masks) masks.push({ start: text.length + mask.start, end: text.length + mask.end });
    text += line.text;
  }
  return { text, masks };
}
