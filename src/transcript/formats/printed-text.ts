/** Plain text that was printed to a file: pages end in form feeds, and have heads, feet and numbers that nobody said. */
import { findLabel } from '../labels.ts';
import { normalizeName } from '../normalize-name.ts';
import { furnitureKey, PAGE_NUMBER, PRINT_FOOT, PRINT_HEAD } from './furniture-lines.ts';
import { plainLine } from './pen.ts';
import type { LeftOut } from './refusal.ts';

/** A line of the text, without its form feeds. */
export interface TextLine {
  text: string;
  /** 1-based line of the file. */
  line: number;
  /** Whether it goes on with the sentence at the end of the page before, though blank lines may have stood between. */
  continues?: true;
}

/** The lines without what is printed at the edges of pages, and counts of what was left out; blank lines at page breaks go with it. */
export function takePrintedPages(lines: readonly TextLine[]): { lines: TextLine[]; leftOut: LeftOut } {
  const pages = divideAtFormFeeds(lines);
  const leftOut: LeftOut = { 'page header': 0, 'page footer': 0, 'page number': 0 };
  const speakers = recurringNames(lines);
  for (const edge of ['header', 'footer'] as const) {
    for (let round = 0; round < DEEPEST; round++) {
      const taken = judgeEdge(pages, edge, speakers);
      if (taken.length === 0) break;
      for (const { page, isNumber } of taken) {
        const name = isNumber ? 'page number' : `page ${edge}`;
        leftOut[name] = (leftOut[name] ?? 0) + 1;
        if (edge === 'header') page.shift();
        else page.pop();
        trimBlank(page);
      }
    }
  }
  return { lines: joinPages(pages.filter((page) => page.length > 0)), leftOut };
}

const DEEPEST = 4;

function divideAtFormFeeds(lines: readonly TextLine[]): TextLine[][] {
  const pages: TextLine[][] = [[]];
  for (const { text, line } of lines) {
    text.split('\f').forEach((part, index) => {
      if (index > 0) pages.push([]);
      if (index === 0 || part.trim() !== '') pages.at(-1)?.push({ text: part, line });
    });
  }
  for (const page of pages) trimBlank(page);
  return pages;
}

function trimBlank(page: TextLine[]): void {
  while (page[0]?.text.trim() === '') page.shift();
  while (page.at(-1)?.text.trim() === '') page.pop();
}

interface Taken {
  page: TextLine[];
  isNumber: boolean;
}

/** The outermost lines of pages that recur there, that are the numbers of their pages, or that only browsers print. */
function judgeEdge(pages: TextLine[][], edge: 'header' | 'footer', speakers: ReadonlySet<string>): Taken[] {
  const edges = pages.flatMap((page, index) => {
    const line = edge === 'header' ? page[0] : page.at(-1);
    return line ? [{ page, index, text: line.text.trim() }] : [];
  });
  const counts = new Map<string, number>();
  for (const { text } of edges) counts.set(furnitureKey(text), (counts.get(furnitureKey(text)) ?? 0) + 1);
  const enough = Math.max(2, Math.min(3, edges.length));
  const numberOf = (text: string) => Number(PAGE_NUMBER.exec(text)?.[1] ?? Number.NaN);
  const steps = edges.map(({ text, index }) => numberOf(text) - index);
  const isNumber = (at: number) => steps.filter((step) => step === steps[at]).length >= 2;
  return edges.flatMap(({ page, text }, at): Taken[] => {
    if (isNumber(at)) return [{ page, isNumber: true }];
    const recurs =
      (counts.get(furnitureKey(text)) ?? 0) >= enough && !beginsTurn(text, speakers) && /\p{L}{2}/u.test(text);
    return recurs || PRINT_HEAD.test(text) || PRINT_FOOT.test(text) ? [{ page, isNumber: false }] : [];
  });
}

function beginsTurn(text: string, speakers: ReadonlySet<string>): boolean {
  const label = findLabel(plainLine(text, 1));
  return label !== undefined && speakers.has(normalizeName(label.name));
}

/** Names before a colon that stand in the text more than once with different words behind them. */
function recurringNames(lines: readonly TextLine[]): Set<string> {
  const said = new Map<string, Set<string>>();
  for (const { text } of lines) {
    const label = findLabel(plainLine(text.replaceAll('\f', '').trim(), 1));
    if (label) said.set(normalizeName(label.name), (said.get(normalizeName(label.name)) ?? new Set()).add(text.trim()));
  }
  return new Set([...said].flatMap(([name, texts]) => (texts.size > 1 ? [name] : [])));
}

const ENDS_SENTENCE = /[.?!…:;][\]"'”’»)]*$/;

/** A sentence that is not over at the end of a page goes on below; else a page begins a new paragraph. */
function joinPages(pages: readonly TextLine[][]): TextLine[] {
  const lines: TextLine[] = [];
  for (const [first, ...others] of pages) {
    const last = lines.at(-1)?.text.trimEnd() ?? '';
    const continues = last !== '' && !ENDS_SENTENCE.test(last) && /^\s*\p{Ll}/u.test(first?.text ?? '');
    if (last !== '' && !continues) lines.push({ text: '', line: lines.at(-1)?.line ?? 1 });
    if (first) lines.push(continues ? { ...first, continues: true } : first);
    for (const line of others) lines.push(line);
  }
  return lines;
}
