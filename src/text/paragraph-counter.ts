/** Tells in which paragraph of a text an offset lies. */

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
    let low = 0;
    let high = starts.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle + 1;
      else high = middle;
    }
    return { number: low, start: starts[low - 1] ?? 0 };
  };
}
