/** Which columns of a wide table are drawn: those in sight and some on either side, so that hundreds of documents stay quick. */
import type { RefObject } from 'preact';
import { useLayoutEffect, useState } from 'preact/hooks';

export interface ColumnWindow {
  /** Width of a column in pixels. */
  width: number;
  /** Whether names stand upright, since they would not fit. */
  isUpright: boolean;
  /** Half-open range of columns to draw. */
  first: number;
  end: number;
}

/** Fewer are always all drawn. */
const MANY = 80;
const NARROWEST = 34;
const WIDEST = 120;
const WIDEST_UPRIGHT = 64;
/** Pixels of a letter, and beside a name. */
const LETTER = 7.5;
const PADDING = 8;
const STEP = 10;

/** `names` are those of the columns, `fixed` is the width of the columns that are always there, in pixels. */
export function useColumnWindow(box: RefObject<HTMLElement>, names: readonly string[], fixed: number): ColumnWindow {
  const count = names.length;
  const [seen, setSeen] = useState({ left: 0, width: 0 });
  useLayoutEffect(() => {
    const element = box.current;
    if (!element) return;
    const look = () => setSeen({ left: element.scrollLeft, width: element.clientWidth });
    const observer = new ResizeObserver(look);
    observer.observe(element);
    element.addEventListener('scroll', look, { passive: true });
    look();
    return () => {
      observer.disconnect();
      element.removeEventListener('scroll', look);
    };
  }, []);
  const room = Math.max(seen.width - fixed, 0);
  const share = Math.floor(room / Math.max(count, 1));
  const isUpright = longestWord(names) * LETTER + PADDING > Math.min(share, WIDEST);
  const width = Math.min(isUpright ? WIDEST_UPRIGHT : WIDEST, Math.max(NARROWEST, share));
  if (count <= MANY) return { width, isUpright, first: 0, end: count };
  const at = Math.floor(seen.left / width / STEP) * STEP;
  const inSight = Math.ceil(seen.width / width);
  return { width, isUpright, first: Math.max(0, at - STEP), end: Math.min(count, at + inSight + 2 * STEP) };
}

/** Names break at blanks and behind hyphens. */
function longestWord(names: readonly string[]): number {
  let longest = 0;
  for (const name of names) for (const word of name.split(/\s|(?<=-)/)) longest = Math.max(longest, word.length);
  return longest;
}
