/** Takes the numbers in the margins of a PDF away: MAXQDA's numbers of paragraphs and the line numbers of other programs. */
import type { PdfItem, PdfPage } from './pdf-pages.ts';

/** What stood in the margin. */
export interface MarginNumbers {
  kind: 'paragraph number' | 'line number';
  count: number;
  /** Heights at which a paragraph begins, by the number of the page; empty for line numbers. */
  begins: Map<number, number[]>;
}

/** Removes the numbers from the pages, where there are such. */
export function takeMarginNumbers(pages: PdfPage[]): MarginNumbers | undefined {
  for (const side of ['left', 'right'] as const) {
    const columns = pages.map((page) => findNumbers(page, side));
    const kind = judge(columns, pages);
    if (!kind) continue;
    const begins = new Map<number, number[]>();
    let count = 0;
    pages.forEach((page, index) => {
      const numbers = columns[index] ?? [];
      const taken = new Set(numbers);
      page.items = page.items.filter((item) => !taken.has(item));
      count += numbers.length;
      if (kind === 'paragraph number')
        begins.set(
          page.number,
          numbers.map((item) => item.y),
        );
    });
    return { kind, count, begins };
  }
  return undefined;
}

const NUMBER = /^\d{1,5}$/;

/** Integers that stand outside nearly everything else on the page, from top to bottom. */
function findNumbers({ items }: PdfPage, side: 'left' | 'right'): PdfItem[] {
  const sign = side === 'left' ? 1 : -1;
  const inner = (item: PdfItem) => (side === 'left' ? item.right : -item.x);
  const outer = (item: PdfItem) => sign * (side === 'left' ? item.x : item.right);
  const others = items.filter((item) => !NUMBER.test(item.text.trim()));
  const edges = others.map(outer).sort((a, b) => a - b);
  // A running head or foot may begin further out than the text.
  const edge = edges[Math.min(4, Math.floor(edges.length / 10))];
  if (edge === undefined) return [];
  return items.filter((item) => NUMBER.test(item.text.trim()) && inner(item) < edge).sort((a, b) => a.y - b.y);
}

const FEWEST = 4;
const STEPS = new Set([1, 5, 10]);

/** Numbers that rise by one step, or begin anew on each page; a column with several numbers a page, not page numbers. */
function judge(columns: PdfItem[][], pages: PdfPage[]): MarginNumbers['kind'] | undefined {
  const filled = columns.filter((column) => column.length > 0);
  const values = filled.map((column) => column.map((item) => Number(item.text.trim())));
  const total = values.flat().length;
  if (total < FEWEST || total < 2 * filled.length || filled.length * 2 < pages.length) return undefined;
  const tally = new Map<number, number>();
  for (const column of values)
    for (let index = 1; index < column.length; index++) {
      const step = (column[index] ?? 0) - (column[index - 1] ?? 0);
      tally.set(step, (tally.get(step) ?? 0) + 1);
    }
  const [step, steps] = [...tally].reduce((best, each) => (each[1] > best[1] ? each : best), [0, 0]);
  if (!STEPS.has(step) || steps < 0.9 * (total - filled.length)) return undefined;
  const firsts = values.map((column) => column[0] ?? 0);
  const restarts = firsts.filter((first) => first === firsts[0]).length > 1;
  const goesOn = firsts.every((first, index) => index === 0 || first >= (values[index - 1]?.at(-1) ?? 0));
  if (!restarts && !goesOn) return undefined;
  const lines = pages.reduce((sum, page) => sum + countHeights(page), 0);
  return restarts || step > 1 || total > 0.9 * lines ? 'line number' : 'paragraph number';
}

function countHeights({ items }: PdfPage): number {
  const heights = items
    .filter((item) => !NUMBER.test(item.text.trim()))
    .map((item) => item.y)
    .sort((a, b) => a - b);
  return heights.filter((y, index) => index === 0 || y - (heights[index - 1] ?? 0) > 4).length;
}
