/** Which columns of a wide table are drawn: those in sight and some on either side, so that hundreds of documents stay quick. */
import type { RefObject } from 'preact';
import { useLayoutEffect, useState } from 'preact/hooks';
import { useIsPrinting } from './use-is-printing.ts';

export interface ColumnWindow {
  /** Width of a column in pixels. */
  width: number;
  /** Half-open range of columns to draw. */
  first: number;
  end: number;
}

/** Fewer are always all drawn. */
const MANY = 80;
const NARROWEST = 34;
const WIDEST = 120;
const STEP = 10;

/** `fixed` is the width of the columns that are always there, in pixels. */
export function useColumnWindow(box: RefObject<HTMLElement>, count: number, fixed: number): ColumnWindow {
  const [seen, setSeen] = useState({ left: 0, width: 0 });
  const isPrinting = useIsPrinting();
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
  const width = Math.min(WIDEST, Math.max(NARROWEST, Math.floor(room / Math.max(count, 1))));
  if (count <= MANY || isPrinting) return { width, first: 0, end: count };
  const at = Math.floor(seen.left / width / STEP) * STEP;
  const inSight = Math.ceil(seen.width / width);
  return { width, first: Math.max(0, at - STEP), end: Math.min(count, at + inSight + 2 * STEP) };
}
