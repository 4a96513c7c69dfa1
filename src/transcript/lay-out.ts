/** Lays the lines of a source out as the transcript's text: one paragraph a line, with its label, masks and time stamps. */
import type { Span } from '../model.ts';
import { findMarks, mergeSpans, type StampSpan } from './marks.ts';
import type { Block, SourceLine, SpeakerLabel } from './source.ts';
import type { LabelReader } from './speakers.ts';
import { STAMP } from './stamps.ts';

/** One line of the text; offsets are into the whole text. */
export interface Paragraph extends Span {
  kind: Block['kind'];
  label?: SpeakerLabel;
  /** Label, marks, addresses; the whole of a heading. Sorted. */
  masks: Span[];
  /** Time stamps in what is said, sorted. */
  stamps: StampSpan[];
  /** Whether all of it is bold. */
  bold: boolean;
  /** Whether it is an item of a numbered list. */
  numbered: boolean;
  /** 1-based line of the file. */
  line: number;
}

/** Paragraph n of the result is line n of `text`. A label inside a block begins a new paragraph. */
export function layOut(blocks: Block[], labels: LabelReader): { text: string; paragraphs: Paragraph[] } {
  const groups = blocks.flatMap((block) => divideAtLabels(block, labels));
  const leadingStamps = beginMostlyWithStamps(groups);
  const paragraphs: Paragraph[] = [];
  const parts: string[] = [];
  let start = 0;
  for (const group of groups) {
    const paragraph = layOutGroup(group, start, leadingStamps);
    paragraphs.push(paragraph.place);
    parts.push(paragraph.text);
    start += paragraph.text.length + 1;
  }
  return { text: parts.join('\n'), paragraphs };
}

interface Group {
  kind: Block['kind'];
  lines: SourceLine[];
  label?: SpeakerLabel;
}

function divideAtLabels(block: Block, labels: LabelReader): Group[] {
  const { kind } = block;
  const groups: Group[] = [];
  for (const line of block.lines) {
    const label = kind === 'heading' ? labels.readHeading(line) : labels.read(line);
    const last = groups.at(-1);
    if (last && !label) last.lines.push(line);
    else groups.push({ kind, lines: [line], ...(label ? { label } : {}) });
  }
  return groups;
}

const LEADING = new RegExp(`^${STAMP}(?:\\s|$)`);
const FEWEST_STAMPS = 3;

/** `0:12 text` is a stamp where nobody has a label and most paragraphs begin so; elsewhere somebody may speak of a time. */
function beginMostlyWithStamps(groups: readonly Group[]): boolean {
  if (groups.some(({ label }) => label)) return false;
  const unlabelled = groups.filter(({ kind }) => kind === 'text');
  const stamped = unlabelled.filter(({ lines }) => LEADING.test(lines[0]?.text ?? ''));
  return stamped.length >= FEWEST_STAMPS && stamped.length * 2 >= unlabelled.length;
}

function layOutGroup(group: Group, start: number, leadingStamps: boolean): { text: string; place: Paragraph } {
  const { kind, lines, label } = group;
  const { text, masks } = joinLines(lines, label);
  const marks = findMarks(text, { leadingStamps, from: label?.end ?? 0 });
  const all = kind === 'heading' ? [{ start: 0, end: text.length }] : mergeSpans([...masks, ...marks.masks]);
  const move = <T extends Span>(span: T): T => ({ ...span, start: span.start + start, end: span.end + start });
  const place: Paragraph = {
    kind,
    start,
    end: start + text.length,
    masks: all.map(move),
    stamps: [...cueTime(group, start), ...marks.stamps.map(move)],
    bold: lines.every((line) => line.bold > 0 && line.bold >= line.text.length),
    numbered: lines[0]?.numbered === true,
    line: lines[0]?.line ?? 1,
    ...(label ? { label } : {}),
  };
  return { text, place };
}

/** The time that the format knows of a paragraph without a label. */
function cueTime({ lines, label }: Group, start: number): StampSpan[] {
  const time = label ? undefined : lines[0]?.time;
  return time === undefined ? [] : [{ start, end: start, time }];
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
