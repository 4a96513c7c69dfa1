/** Plain text: every line is a paragraph, unless the lines are wrapped at one width. */

import { decodeText } from '../../containers/decode.ts';
import type { SourceFile } from '../../containers/source-file.ts';
import { decodeEntities } from '../../text/entities.ts';
import { createMessage } from '../../text/messages.ts';
import { readFrontMatter } from '../front-matter.ts';
import type { Block, Format, Source, SourceLine } from '../source.ts';
import { plainLine } from './pen.ts';
import { type TextLine, takePrintedPages } from './printed-text.ts';
import { reportLeftOut } from './refusal.ts';
import { guessColumns } from './table-columns.ts';
import { readTable } from './tables.ts';

export const plainText = {
  name: 'text',
  extensions: ['.txt', '.text'],
  read(file: SourceFile): Source {
    const { text, messages } = decodeText(file);
    if (text === undefined) return { blocks: [], frontMatter: {}, messages };
    const frontMatter = readFrontMatter(text, file.path);
    const firstLine = text.slice(0, frontMatter.end).split('\n').length;
    const written = decodeEntities(text.slice(frontMatter.end))
      .split('\n')
      .map((line, index): TextLine => ({ text: line, line: firstLine + index }));
    const printed = written.some((line) => line.text.includes('\f')) ? takePrintedPages(written) : undefined;
    const lines = printed?.lines ?? written;
    messages.push(...frontMatter.messages, ...reportLeftOut(printed?.leftOut ?? {}, file.path));
    const wrapped = isHardWrapped(lines);
    if (wrapped) {
      const reason = 'The lines are wrapped at one width and were joined; a blank line ends a paragraph';
      messages.push(createMessage(reason, { rule: 'wrapped-lines', severity: 'information', path: file.path }));
    }
    const blocks = readTabbedLines(lines) ?? joinLines(lines, wrapped);
    return { blocks, frontMatter: frontMatter.values, messages };
  },
} satisfies Format;

const FEWEST_ROWS = 4;
const MOSTLY = 0.8;

/** Lines such as `time<tab>speaker<tab>text`, as NVivo imports them, are rows of a table. */
function readTabbedLines(lines: readonly TextLine[]): Block[] | undefined {
  if (!lines.some(({ text }) => text.includes('\t'))) return undefined;
  const rows = lines
    .filter(({ text }) => text.trim() !== '')
    .map(({ text, line }) => text.split('\t').map((cell) => plainLine(cell.trim(), line)));
  const full = rows.filter((row) => row.length > 2);
  if (full.length < FEWEST_ROWS || full.length < rows.length * MOSTLY) return undefined;
  if (!guessColumns(rows.map((row) => row.map(({ text }) => text)))) return undefined;
  return readTable(rows.map((row) => row.map((cell) => ({ blocks: [{ kind: 'text', lines: [cell] }] }))));
}

/** A line is a paragraph, or where they are wrapped, the lines up to a blank one are. */
function joinLines(lines: readonly TextLine[], wrapped: boolean): Block[] {
  const blocks: Block[] = [];
  let open: SourceLine[] | undefined;
  for (const { text, line, continues } of lines) {
    const trimmed = plainLine(text.trim(), line);
    if (trimmed.text === '') open = wrapped ? undefined : open;
    else if (open && (wrapped || continues)) open.push(trimmed);
    else {
      open = [trimmed];
      blocks.push({ kind: 'text', lines: open });
    }
  }
  return blocks;
}

const WIDEST_WRAP = 100;
const NARROWEST_WRAP = 50;

/**
 * Whether most lines that are followed by another line of the same paragraph end near one width of 50 to 100 characters:
 * the sign of a program that wraps lines. Lines that mostly end a sentence are paragraphs, however even their widths.
 */
function isHardWrapped(lines: readonly TextLine[]): boolean {
  const widths = lines.map(({ text }) => text.trimEnd().length);
  const written = widths.filter((width) => width > 0);
  // A few longer lines, such as an address, do not tell how the others were made.
  const judged = Math.floor(written.length * 0.95);
  // Most texts are told without sorting.
  if (written.filter((width) => width <= WIDEST_WRAP).length <= judged) return false;
  const widest = written.sort((a, b) => a - b)[judged] ?? 0;
  if (widest < NARROWEST_WRAP) return false;
  const inner = widths.flatMap((width, index) => (width > 0 && (widths[index + 1] ?? 0) > 0 ? [index] : []));
  const full = new Set(inner.filter((index) => (widths[index] ?? 0) >= widest - 20));
  const ended = lines.filter(({ text }, index) => full.has(index) && /[.?!…]['"”’)]*\s*$/.test(text));
  // In a short text it takes more to be sure.
  const isShort = inner.length < 10;
  const hasGaps = widths.slice(0, -1).includes(0);
  if (inner.length < 4 || (isShort && !hasGaps)) return false;
  return full.size >= inner.length * (isShort ? 0.8 : 0.7) && ended.length * (isShort ? 4 : 2) < full.size;
}
