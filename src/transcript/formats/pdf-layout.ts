/** Measures how a PDF is laid out, and decides from it whether a line goes on with the paragraph of the line before. */

import { isRoleWord } from '../accept-names.ts';
import { findLabel } from '../labels.ts';
import { normalizeName } from '../normalize-name.ts';
import { endsInHyphen } from './pdf-hyphens.ts';
import type { PdfLine } from './pdf-lines.ts';

/** The measures of the running text, in points. */
export interface Layout {
  /** Size of the letters. */
  size: number;
  /** From one line of a paragraph to the next. */
  leading: number;
  /** Where most lines begin, by column. */
  left: ReadonlyMap<number, number>;
  /** Where full lines end, by column. */
  right: ReadonlyMap<number, number>;
  /** Whether every paragraph has a number in the margin. */
  numbered: boolean;
}

/** Measures the lines of a document, without its furniture. */
export function measureLayout(lines: PdfLine[]): Layout {
  const size =
    mostFrequent(
      lines,
      (line) => Math.round(line.size * 10) / 10,
      (line) => line.text.length,
    ) ?? 10;
  const left = new Map<number, number>();
  const right = new Map<number, number>();
  for (const column of new Set(lines.map((line) => line.column))) {
    const body = lines.filter((line) => line.column === column && line.size < size * LARGER);
    left.set(
      column,
      mostFrequent(
        body,
        (line) => Math.round(line.x),
        () => 1,
      ) ?? 0,
    );
    const ends = body.map((line) => line.right).sort((a, b) => a - b);
    // A few lines may stick out.
    right.set(column, ends[ends.length - 1 - Math.floor(ends.length * 0.02)] ?? 0);
  }
  return { size, leading: measureLeading(lines, size), left, right, numbered: lines.some((line) => line.numbered) };
}

/** How much larger than the text a heading is. */
export const LARGER = 1.15;

/** Twice that of a typewriter. */
const WIDEST_LEADING = 2.5;

/** The smallest distance that is common, since in a dialogue the distance of paragraphs may be the most frequent one. */
function measureLeading(lines: PdfLine[], size: number): number {
  const counts = new Map<number, number>();
  let total = 0;
  lines.forEach((line, index) => {
    const previous = lines[index - 1];
    if (!previous || !isBelow(previous, line) || Math.abs(line.size - size) > 0.5) return;
    const distance = Math.round((line.y - previous.y) * 2) / 2;
    if (distance < 0.8 * size) return;
    counts.set(distance, (counts.get(distance) ?? 0) + 1);
    total++;
  });
  const common = [...counts].filter(([, count]) => count >= Math.max(1, total * 0.04)).map(([distance]) => distance);
  return common.length > 0 ? Math.min(...common, size * WIDEST_LEADING) : size * 1.2;
}

function mostFrequent<T>(items: T[], measure: (item: T) => number, weigh: (item: T) => number): number | undefined {
  const weights = new Map<number, number>();
  for (const item of items) weights.set(measure(item), (weights.get(measure(item)) ?? 0) + weigh(item));
  let best: [number, number] | undefined;
  for (const entry of weights) if (!best || entry[1] > best[1]) best = entry;
  return best?.[0];
}

function isBelow(previous: PdfLine, line: PdfLine): boolean {
  return line.page === previous.page && line.column === previous.column && line.y > previous.y;
}

/**
 * What a line does: it begins a `paragraph`, begins a `line` in the paragraph where a label is looked for, or goes on with
 * the line before, so that a word before a colon that was only wrapped to the beginning of a line is not taken for a label.
 */
export type Step = 'paragraph' | 'line' | 'join';

/** The step of each line. */
export function decideSteps(lines: PdfLine[], layout: Layout): Step[] {
  const steps = lines.map((line, index) => decideByShape(lines[index - 1], line, layout));
  const speakers = collectSpeakers(lines, steps);
  return steps.map((step, index) => {
    const line = lines[index];
    const previous = lines[index - 1];
    if (step === 'paragraph' || !line || !previous) return step;
    const name = nameOf(line);
    if (!name || !speakers.has(name)) return step;
    const goesOn = /^\p{Ll}/u.test(line.text) && !endsSentence(previous);
    return goesOn ? step : 'paragraph';
  });
}

/** Names that begin a paragraph or line by its shape, and recur; and words for roles. */
function collectSpeakers(lines: PdfLine[], steps: Step[]): Set<string> {
  const counts = new Map<string, { total: number; clear: number }>();
  lines.forEach((line, index) => {
    const name = nameOf(line);
    if (!name) return;
    const count = counts.get(name) ?? { total: 0, clear: 0 };
    const clear = steps[index] !== 'join' || line.bold > 0;
    counts.set(name, { total: count.total + 1, clear: count.clear + (clear ? 1 : 0) });
  });
  const speakers = [...counts].filter(
    ([name, { total, clear }]) => isRoleWord(name) || (total >= 2 && clear * 3 >= total),
  );
  return new Set(speakers.map(([name]) => name));
}

function nameOf(line: PdfLine): string | undefined {
  const label = findLabel(line);
  return label && normalizeName(label.name);
}

function decideByShape(previous: PdfLine | undefined, line: PdfLine, layout: Layout): Step {
  if (!previous || line.numbered) return 'paragraph';
  const bigger = line.size > layout.size * LARGER;
  if (bigger !== previous.size > layout.size * LARGER) return 'paragraph';
  if (endsInHyphen(previous.text) && /^\p{Ll}/u.test(line.text)) return 'join';
  if (layout.numbered) return endsSentence(previous) ? 'line' : 'join';
  if (!isBelow(previous, line)) return decideAtBreak(previous, line, layout);
  const usual = layout.leading * Math.max(1, line.size / layout.size, previous.size / layout.size);
  if (line.y - previous.y > usual * 1.25) return 'paragraph';
  if (findLabel(previous)?.end === previous.text.length) return 'line';
  if (BULLET.test(line.text) || isIndented(previous, line, layout)) return 'paragraph';
  if (!isShort(previous, line, layout)) return 'join';
  return endsSentence(previous) ? 'paragraph' : 'line';
}

/** From page to page or column to column a sentence goes on, and where nothing speaks against it so does a paragraph. */
function decideAtBreak(previous: PdfLine, line: PdfLine, layout: Layout): Step {
  if (BULLET.test(line.text)) return 'paragraph';
  const short = isShort(previous, line, layout);
  if (endsSentence(previous)) return short || isIndented(previous, line, layout) ? 'paragraph' : 'line';
  const begins = /^\p{Lu}/u.test(line.text) && (short || nameOf(line) !== undefined);
  return begins ? 'line' : 'join';
}

const BULLET = /^(?:[•◦▪‣●○■–]\s|\d{1,2}[.)]\s)/;

/** Further in or out than most lines, but not the second line below a label or bullet that hangs out. */
function isIndented(previous: PdfLine, line: PdfLine, { size, left }: Layout): boolean {
  const usual = left.get(line.column) ?? 0;
  const offset = line.x - usual;
  if (offset < -size && line.x < previous.x - size) return true;
  if (offset < 0.8 * size || previous.x - (left.get(previous.column) ?? 0) > 0.5 * size) return false;
  return endsSentence(previous) && !BULLET.test(previous.text) && nameOf(previous) === undefined;
}

/** Whether the first word of the line would have had room behind the line before. */
function isShort(previous: PdfLine, line: PdfLine, { size, right }: Layout): boolean {
  const first = line.text.split(/\s/, 1)[0] ?? '';
  const width = ((line.right - line.x) * (first.length + 1)) / Math.max(1, line.text.length);
  return previous.right + width < (right.get(previous.column) ?? 0) - 0.3 * size;
}

function endsSentence({ text }: PdfLine): boolean {
  return /(?:[.?!…]["'”’»)\]]*|[\])–—])$/.test(text);
}
