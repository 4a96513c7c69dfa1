/** Where a passage stands, as people look it up: its paragraph and its time. */
import type { Turn } from '../model.ts';
import { countUpTo } from '../text/count-up-to.ts';

/** The last time stamp before an offset, else the time of the turn. */
export function timeAt(turn: Turn | undefined, offset: number): string | undefined {
  return turn?.stamps.findLast(({ start }) => start <= offset)?.time ?? turn?.time;
}

/** Paragraph number (1-based) of an offset, by binary search over the beginnings of lines. */
export function createParagraphCounter(text: string): (offset: number) => number {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return (offset) => countUpTo(starts, starts.length, offset);
}
