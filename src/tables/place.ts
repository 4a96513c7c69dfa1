/** Where a passage stands, as people look it up: its paragraph and its time. */
import type { Turn } from '../model.ts';

/** The last time stamp before an offset, else the time of the turn. */
export function timeAt(turn: Turn | undefined, offset: number): string | undefined {
  return turn?.stamps.findLast(({ start }) => start <= offset)?.time ?? turn?.time;
}
