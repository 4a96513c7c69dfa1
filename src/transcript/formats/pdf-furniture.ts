/** Takes away what is printed on the pages of a PDF but is no text of the document: running heads and feet, page numbers. */
import { findLabel } from '../labels.ts';
import { normalizeName } from '../normalize-name.ts';
import { furnitureKey, PAGE_NUMBER, PRINT_FOOT, PRINT_HEAD } from './furniture-lines.ts';
import type { PdfLine } from './pdf-lines.ts';
import type { LeftOut } from './refusal.ts';

/** The lines of one page, from top to bottom. */
export interface PageOfLines {
  height: number;
  lines: PdfLine[];
}

/** Removes the furniture from the pages and counts it. Only lines at the edges are looked at. */
export function takeFurniture(pages: PageOfLines[]): LeftOut {
  const leftOut: LeftOut = { 'page header': 0, 'page footer': 0, 'page number': 0 };
  const filled = pages.filter((page) => page.lines.length > 0);
  const speakers = collectSpeakers(filled);
  for (const edge of ['header', 'footer'] as const) {
    // A head may have several lines; what is taken makes the next one the outermost.
    for (let round = 0; round < DEEPEST; round++) {
      const bands = groupBands(filled, edge);
      const taken = bands.flatMap((band) => judgeBand(band, filled, speakers));
      if (taken.length === 0) break;
      for (const { page, line, isNumber } of taken) {
        page.lines = page.lines.filter((each) => each !== line);
        const name = isNumber ? 'page number' : `page ${edge}`;
        leftOut[name] = (leftOut[name] ?? 0) + 1;
      }
    }
  }
  return leftOut;
}

const DEEPEST = 4;

/** The outermost line of a page. */
interface EdgeLine {
  page: PageOfLines;
  /** Of all pages that have text, from 0. */
  index: number;
  line: PdfLine;
  /** From the edge of the page, in points. */
  distance: number;
  /** Whether it stands further from the next line than paragraphs do, or is printed in another size. */
  apart: boolean;
}

/** The outermost lines by their distance from the edge. */
function groupBands(pages: PageOfLines[], edge: 'header' | 'footer'): EdgeLine[][] {
  const edgeLines = pages.flatMap((page, index) => {
    const sorted = page.lines.toSorted((a, b) => (edge === 'header' ? a.y - b.y : b.y - a.y));
    const [line, next] = sorted;
    if (!line) return [];
    const distance = edge === 'header' ? line.y : page.height - line.y;
    return [{ page, index, line, distance, apart: !next || isApart(line, next, page) }];
  });
  const bands: EdgeLine[][] = [];
  for (const each of edgeLines.toSorted((a, b) => a.distance - b.distance)) {
    const last = bands.at(-1);
    if (last && each.distance - (last[0]?.distance ?? 0) <= SAME_HEIGHT) last.push(each);
    else bands.push([each]);
  }
  return bands;
}

/** Points within which lines of two pages stand at the same height. */
const SAME_HEIGHT = 3;

interface Taken {
  page: PageOfLines;
  line: PdfLine;
  isNumber: boolean;
}

/** A band is furniture when nearly all that stands in it recurs; speech at that height differs from page to page. */
function judgeBand(band: EdgeLine[], pages: PageOfLines[], speakers: ReadonlySet<string>): Taken[] {
  const keys = new Map<string, number>();
  for (const { line } of band) keys.set(furnitureKey(line.text), (keys.get(furnitureKey(line.text)) ?? 0) + 1);
  const enough = Math.max(2, Math.min(3, pages.length));
  const numbers = findPageNumbers(band, pages.length);
  const recurs = (each: EdgeLine) =>
    (keys.get(furnitureKey(each.line.text)) ?? 0) >= enough && !maySpeak(each, band, speakers) && !numbers.has(each);
  const recurring = band.filter(recurs);
  const prints = band.filter((each) => isBrowserPrint(each, pages.length));
  const found = new Set([...numbers, ...recurring, ...prints]);
  if (found.size < 0.7 * band.length) return [];
  return [...found].map((each) => ({ page: each.page, line: each.line, isNumber: numbers.has(each) }));
}

/** A line without words, with the label of a speaker, or like the text that it stands by. */
function maySpeak({ line }: EdgeLine, band: EdgeLine[], speakers: ReadonlySet<string>): boolean {
  const label = findLabel(line);
  if (label && speakers.has(normalizeName(label.name))) return true;
  if (!/\p{L}{2}/u.test(line.text)) return true;
  const same = band.filter((each) => each.line.text === line.text).length;
  // A title is no sentence; speech that happens to be the same on each page is.
  const looksLikeTitle = /^[\p{Lu}\p{N}].*[^.?!…:;,]$/u.test(line.text) && line.text.split(' ').length >= 3;
  const isTitle = looksLikeTitle && same >= 3 && same >= 0.7 * band.length;
  return !isTitle && band.filter(({ apart }) => apart).length < 0.7 * band.length;
}

function isApart(line: PdfLine, next: PdfLine, { lines }: PageOfLines): boolean {
  if (Math.abs(line.size - next.size) > 0.05 * next.size) return true;
  // The other edge may be set apart as well.
  const heights = lines
    .map(({ y }) => y)
    .sort((a, b) => a - b)
    .slice(1, -1);
  const gaps = heights.map((y, index) => y - (heights[index - 1] ?? y)).filter((gap) => gap > 1);
  const wide = gaps.sort((a, b) => a - b)[Math.floor(gaps.length * 0.9)] ?? 0;
  return Math.abs(next.y - line.y) > Math.max(1.1 * wide, 1.5 * line.size);
}

/** Names that stand before a colon inside at least two pages or twice on one. */
function collectSpeakers(pages: PageOfLines[]): Set<string> {
  const counts = new Map<string, number>();
  for (const { lines } of pages)
    for (const line of lines.slice(1, -1)) {
      const label = findLabel(line);
      if (label) counts.set(normalizeName(label.name), (counts.get(normalizeName(label.name)) ?? 0) + 1);
    }
  return new Set([...counts].flatMap(([name, count]) => (count >= 2 ? [name] : [])));
}

/** Numbers that rise with the pages; a single one only where it is the number of its page and stands apart. */
function findPageNumbers(band: EdgeLine[], pages: number): Set<EdgeLine> {
  const byOffset = new Map<number, EdgeLine[]>();
  for (const each of band) {
    const match = PAGE_NUMBER.exec(each.line.text);
    if (!match) continue;
    const offset = Number(match[1]) - each.line.page;
    byOffset.set(offset, [...(byOffset.get(offset) ?? []), each]);
  }
  const found = new Set<EdgeLine>();
  for (const [offset, lines] of byOffset) {
    const alone = lines.length === 1 && offset === 0 && pages <= 2 && lines.every((each) => each.apart);
    if (lines.length >= 2 || alone) for (const each of lines) found.add(each);
  }
  return found;
}

/** The head and foot that browsers print, which are known by their shape even on a single page. */
function isBrowserPrint({ line, page }: EdgeLine, pages: number): boolean {
  const foot = PRINT_FOOT.exec(line.text);
  if (foot) return Number(foot[2]) >= pages;
  if (!PRINT_HEAD.test(line.text)) return false;
  const body = page.lines.filter((each) => each !== line);
  const isPrint = body.some((each) => each.size > 1.1 * line.size || PRINT_FOOT.test(each.text));
  return isPrint && body.every((each) => each.y > line.y);
}
