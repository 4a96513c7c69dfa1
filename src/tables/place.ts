/** Where a passage stands, as people look it up: its paragraph and its time. */
import type { Turn } from '../model.ts';

/** The last time stamp before an offset, else the time of the turn. */
export function timeAt(turn: Turn | undefined, offset: number): string | undefined {
  return turn?.stamps.findLast(({ start }) => start <= offset)?.time ?? turn?.time;
}

/** "Group \ Document", as MAXQDA writes it. A document that gained its group, since others are called the same, need not say it twice. */
export function nameInGroup(group: string, document: string): string {
  return group === '' || document.startsWith(`${group}/`) ? document : `${group} \\ ${document}`;
}

export interface Origin {
  group: string;
  document: string;
  /** Paragraphs, counted from 1. */
  begin: number | string;
  end: number | string;
  weight: number | string;
}

/** The line below a quote: `Group \ Document : begin - end (weight)`, as under MAXQDA's retrieved segments. */
export function writeOrigin({ group, document, begin, end, weight }: Origin): string {
  return `${nameInGroup(group, document)} : ${begin} - ${end} (${weight})`;
}
