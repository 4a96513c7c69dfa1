/** Reads the plain blocks of Markdown without a parser, which is far faster, and leaves all others to it. */
import type { Block } from '../source.ts';
import { divideMarkdown, type Part } from './markdown-parts.ts';
import { parseMarkdown } from './markdown-tree.ts';

/** The same blocks as `parseMarkdown` gives of the whole. `firstLine` is the 1-based line of the file at which the text begins. */
export function readMarkdownBlocks(text: string, firstLine: number): Block[] {
  const blocks: Block[] = [];
  for (const part of divideMarkdown(text, firstLine)) for (const block of readPart(part)) blocks.push(block);
  return blocks;
}

function readPart(part: Part): Block[] {
  if ('text' in part) return parseMarkdown(part.text, part.line);
  return part.lines.length > 0 ? [{ kind: 'text', lines: part.lines }] : [];
}

/** Some openings make the parser look through the rest of what it is given: it then takes up to 15 ns for each of them and each byte. */
const MOST_COST = 2e8;
const OPENINGS = new Uint8Array(128);
for (const character of '<>[]*_`&!') OPENINGS[character.charCodeAt(0)] = 1;

/** Whether the parser could need more than a few seconds; far from so for an interview of usual length. */
export function isCostly(bytes: Uint8Array): boolean {
  if (bytes.length ** 2 < MOST_COST || countOpenings(bytes) * bytes.length < MOST_COST) return false;
  let cost = 0;
  for (const text of listParsed(bytes)) {
    cost += countOpenings(Buffer.from(text, 'latin1')) * text.length;
    if (cost > MOST_COST) return true;
  }
  return false;
}

const LITTLE = 0.05;

/** Whether more than a little of the file has to be parsed. */
export function needsParsing(bytes: Uint8Array): boolean {
  let length = 0;
  for (const text of listParsed(bytes)) length += text.length;
  return length > bytes.length * LITTLE;
}

/** What the parser gets, a character a byte: letters do not matter here, so that it need not be known how they are encoded. */
function* listParsed({ buffer, byteOffset, length }: Uint8Array): Generator<string> {
  const text = Buffer.from(buffer, byteOffset, length).toString('latin1').replaceAll('\r\n', '\n');
  for (const part of divideMarkdown(text, 1)) if ('text' in part) yield part.text;
}

function countOpenings(bytes: Uint8Array): number {
  let count = 0;
  for (let at = 0; at < bytes.length; at++) count += OPENINGS[bytes[at] as number] ?? 0;
  return count;
}
