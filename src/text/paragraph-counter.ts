/** Tells in which paragraph of a text an offset lies. */
import { countUpTo } from './count-up-to.ts';

/** Paragraph number (1-based) of an offset, by binary search over the beginnings of lines. */
export function createParagraphCounter(text: string): (offset: number) => number {
  const find = createParagraphFinder(text);
  return (offset) => find(offset).number;
}

/** The number (1-based) of the paragraph of an offset, and the offset at which that begins. */
export function createParagraphFinder(text: string): (offset: number) => { number: number; start: number } {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return (offset) => {
    const number = countUpTo(starts, starts.length, offset);
    return { number, start: starts[number - 1] ?? 0 };
  };
}
