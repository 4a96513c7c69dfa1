/** Puts the pieces of a page of a PDF together as lines, in the order in which they are read. */
import type { MarginNumbers } from './pdf-margin.ts';
import type { PdfItem, PdfPage } from './pdf-pages.ts';

/** One printed line; lengths in points as in a `PdfItem`. */
export interface PdfLine {
  page: number;
  /** 1 for the left and 2 for the right column; 0 for a line that has the page to itself. */
  column: number;
  text: string;
  /** Number of characters at the beginning that are bold. */
  bold: number;
  x: number;
  right: number;
  y: number;
  /** That of most of its characters. */
  size: number;
  /** Whether a number in the margin says that a paragraph begins here. */
  numbered: boolean;
}

/** The lines of a page, with a mark on those that a number in the margin stands beside. */
export function readNumberedLines(page: PdfPage, margin: MarginNumbers | undefined): PdfLine[] {
  const lines = readLines(page);
  for (const y of margin?.begins.get(page.number) ?? []) {
    // The number may stand a little higher than the line, and above a heading a good deal.
    const below = lines.filter((line) => line.y > y - 0.4 * line.size && line.y - y < line.size);
    const first = below.reduce<PdfLine | undefined>(
      (best, line) => (best && best.y <= line.y ? best : line),
      undefined,
    );
    if (first) first.numbered = true;
  }
  return lines;
}

/** The lines of a page from top to bottom, column by column where there is clearly a gutter. */
function readLines(page: PdfPage): PdfLine[] {
  const rows = groupRows(page.items);
  const gutter = findGutter(rows, page);
  if (gutter === undefined) return rows.map((row) => writeLine(row, page.number, 0));
  const lines: PdfLine[] = [];
  const right: PdfLine[] = [];
  rows.forEach((row, index) => {
    const sides = isEdge(rows, index) ? undefined : divideRow(row, gutter);
    if (!sides) lines.push(...right.splice(0), writeLine(row, page.number, 0));
    else {
      if (sides.left.length > 0) lines.push(writeLine(sides.left, page.number, 1));
      if (sides.right.length > 0) right.push(writeLine(sides.right, page.number, 2));
    }
  });
  return [...lines, ...right];
}

/** A head or foot that is set apart runs over both columns, whatever gap it has in it. */
function isEdge(rows: Row[], index: number): boolean {
  const neighbour = index === 0 ? rows[1] : index === rows.length - 1 ? rows[index - 1] : undefined;
  const [item, next] = [rows[index]?.[0], neighbour?.[0]];
  return item !== undefined && next !== undefined && Math.abs(item.y - next.y) > 2 * next.size;
}

type Row = PdfItem[];

/** What stands at one height; a raised number belongs to the line that it is raised from. */
function groupRows(items: PdfItem[]): Row[] {
  const rows: Row[] = [];
  let last: { y: number; size: number } | undefined;
  for (const item of items.toSorted((a, b) => a.y - b.y || a.x - b.x)) {
    const near = last && item.y - last.y <= 0.4 * Math.max(last.size, item.size) && item.y - last.y < 0.8 * last.size;
    if (near) rows.at(-1)?.push(item);
    else rows.push([item]);
    if (!near) last = { y: item.y, size: item.size };
  }
  return rows.map((row) => dropDoubles(row.toSorted((a, b) => a.x - b.x || a.order - b.order)));
}

/** Some programs print a word twice, a hair apart, to make it bold. */
function dropDoubles(row: Row): Row {
  return row.filter((item, index) => {
    for (let back = index - 1; back >= Math.max(0, index - 3); back--) {
      const other = row[back];
      if (
        other?.text === item.text &&
        item.x - other.x < 0.1 * item.size &&
        Math.abs(item.y - other.y) < 0.1 * item.size
      )
        return false;
    }
    return true;
  });
}

/** In widths of the letter m. */
const BLANK = 0.12;
const WIDE_GAP = 1;
const GUTTER = 0.6;
/** A label that stands in a column of its own is not longer than this. */
const LONGEST_CELL = 40;

function writeLine(row: Row, page: number, column: number): PdfLine {
  let text = '';
  let bold = 0;
  let previous: PdfItem | undefined;
  const sizes = new Map<number, number>();
  for (const item of row) {
    const between = previous ? findBlank(previous, item, text) : '';
    const wasBold = bold === text.length;
    text += between + (text === '' || between !== '' || text.endsWith(' ') ? item.text.trimStart() : item.text);
    if (item.bold && wasBold) bold = text.length;
    sizes.set(item.size, (sizes.get(item.size) ?? 0) + item.text.length);
    previous = item;
  }
  const size = [...sizes].reduce((best, each) => (each[1] > best[1] ? each : best), [0, 0])[0];
  const trimmed = text.trim();
  const x = row[0]?.x ?? 0;
  const right = Math.max(...row.map((item) => item.right));
  const y = row.find((item) => item.size === size)?.y ?? 0;
  return { page, column, text: trimmed, bold: Math.min(bold, trimmed.length), x, right, y, size, numbered: false };
}

/** What to write between two pieces: nothing, a blank, or a tab behind what may be a label in a column of its own. */
function findBlank(previous: PdfItem, item: PdfItem, text: string): string {
  const gap = (item.x - previous.right) / Math.max(item.size, previous.size);
  if (gap > WIDE_GAP && text.length <= LONGEST_CELL && !text.includes('\t')) return '\t';
  if (/ $/.test(text)) return '';
  const follows = item.order === previous.order + 1;
  return gap > BLANK || (follows && item.afterBlank) || item.text.startsWith(' ') ? ' ' : '';
}

const FEWEST_LINES = 6;
const SHORTEST_LINE = 20;

/**
 * Where the gutter between two columns of running text lies, if hardly any line crosses it. A column of names or times has
 * short lines and is no such column: its lines are read straight on.
 */
function findGutter(rows: Row[], { width }: PdfPage): number | undefined {
  if (rows.length < FEWEST_LINES) return undefined;
  for (let step = 0; step < 60; step++) {
    // From the middle outwards, by half a hundredth of the width.
    const gutter = width * (0.5 + 0.005 * Math.ceil(step / 2) * (step % 2 === 0 ? -1 : 1));
    const sides = rows.map((row) => divideRow(row, gutter));
    const crossing = sides.filter((side) => side === undefined).length;
    if (crossing > rows.length * 0.2) continue;
    const left = sides.flatMap((side) => (side && side.left.length > 0 ? [side.left] : []));
    const right = sides.flatMap((side) => (side && side.right.length > 0 ? [side.right] : []));
    if (isColumn(left) && isColumn(right) && overlap(left, right)) return gutter;
  }
  return undefined;
}

function isColumn(rows: Row[]): boolean {
  const lengths = rows.map((row) => row.reduce((sum, item) => sum + item.text.length, 0)).sort((a, b) => a - b);
  return rows.length >= FEWEST_LINES && (lengths[Math.floor(lengths.length / 2)] ?? 0) >= SHORTEST_LINE;
}

/** Whether the columns stand beside each other for most of the height of the shorter one. */
function overlap(left: Row[], right: Row[]): boolean {
  const range = (rows: Row[]) => [rows[0]?.[0]?.y ?? 0, rows.at(-1)?.[0]?.y ?? 0] as const;
  const [topLeft, endLeft] = range(left);
  const [topRight, endRight] = range(right);
  const common = Math.min(endLeft, endRight) - Math.max(topLeft, topRight);
  return common >= 0.6 * Math.min(endLeft - topLeft, endRight - topRight);
}

/** The pieces on either side, or nothing when one lies across. */
function divideRow(row: Row, gutter: number): { left: Row; right: Row } | undefined {
  if (row.some((item) => item.x < gutter && item.right > gutter)) return undefined;
  const left = row.filter((item) => item.right <= gutter);
  const right = row.filter((item) => item.x >= gutter);
  const gap =
    (right[0]?.x ?? Number.POSITIVE_INFINITY) - Math.max(...left.map((item) => item.right), Number.NEGATIVE_INFINITY);
  return gap > (row[0]?.size ?? 0) * GUTTER ? { left, right } : undefined;
}
