/** noScribe's web pages: an anchor `ts_START_END_SPEAKER` around each passage tells times in milliseconds and the speaker. */
import type { Element } from 'hast';
import { findLabel } from '../labels.ts';
import type { Block, SourceLine } from '../source.ts';

export interface Anchor {
  speaker: string;
  /** `h:mm:ss` or `m:ss`. */
  time: string;
}

/** The speaker and time of an anchor that noScribe made; overlapping speech (`//S02`) is part of the passage around it. */
export function readAnchor(element: Element): Anchor | undefined {
  const name = element.tagName === 'a' ? element.properties.name : undefined;
  const match = typeof name === 'string' ? /^ts_(\d{1,12})_\d{1,12}_([^/].*)$/.exec(name) : null;
  return match ? { time: formatTime(Number(match[1])), speaker: (match[2] ?? '').trim() } : undefined;
}

function formatTime(milliseconds: number): string {
  const seconds = Math.floor(milliseconds / 1000);
  const two = (value: number) => String(value).padStart(2, '0');
  const hours = Math.floor(seconds / 3600);
  const minutes = Math.floor(seconds / 60) % 60;
  return hours > 0 ? `${hours}:${two(minutes)}:${two(seconds % 60)}` : `${minutes}:${two(seconds % 60)}`;
}

/** Labels the blocks that begin in an anchor: with the label in the text, else with a new one where the speaker changes. */
export function labelAnchored(blocks: { block: Block; anchor?: Anchor }[]): Block[] {
  let last: string | undefined;
  return blocks.map(({ block, anchor }) => {
    const [first, ...others] = block.lines;
    if (!anchor || !first) return block;
    const written = findLabel(first);
    const changed = anchor.speaker !== last;
    last = anchor.speaker;
    if (written?.shape === 'certain') {
      const { name, end, time } = written;
      return { ...block, lines: [{ ...first, label: { name, end, time: time ?? anchor.time } }, ...others] };
    }
    return changed ? { ...block, lines: [addLabel(first, anchor), ...others] } : block;
  });
}

function addLabel(line: SourceLine, { speaker, time }: Anchor): SourceLine {
  const prefix = `${speaker}: `;
  const masks = line.masks.map((mask) => ({ start: mask.start + prefix.length, end: mask.end + prefix.length }));
  return { ...line, text: prefix + line.text, bold: 0, masks, label: { name: speaker, end: prefix.length, time } };
}
