/** Blocks of Markdown by unified and remark-parse, with everything off that would eat what was said. */
import type { List, ListItem, Nodes, PhrasingContent, Root } from 'mdast';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import type { Block, SourceLine } from '../source.ts';
import { Pen, plainLine } from './pen.ts';
import { readPipeTable } from './pipe-table.ts';

/** Constructs that turn lines of speech into headings, code, link targets or raw HTML blocks. */
const DISABLED = ['setextUnderline', 'codeIndented', 'definition', 'htmlFlow'];

/** The blocks of a text, or of a part of it that no block crosses; `firstLine` is the 1-based line of the file at which it begins. */
export function parseMarkdown(body: string, firstLine: number): Block[] {
  const blocks: Block[] = [];
  collectBlocks(parser.parse(body), { body, blocks, firstLine });
  return blocks;
}

const parser = unified()
  .use(function disableConstructs() {
    this.data({ micromarkExtensions: [{ disable: { null: DISABLED } }] });
  })
  .use(remarkParse)
  .freeze();

interface Reading {
  body: string;
  blocks: Block[];
  firstLine: number;
}

function collectBlocks(node: Root | Nodes, reading: Reading, prefix = ''): void {
  if (node.type === 'list') collectItems(node, reading);
  else if (node.type === 'code') collectCode(node, reading);
  else if (node.type === 'paragraph' || node.type === 'heading') {
    const lines = maskPrefix(renderLines(node.children, lineOf(node, reading), prefix), prefix);
    const table = node.type === 'paragraph' ? readPipeTable(lines) : undefined;
    if (table) reading.blocks.push(...table);
    else if (lines.length > 0) reading.blocks.push({ kind: node.type === 'heading' ? 'heading' : 'text', lines });
  } else if ('children' in node) {
    for (const child of node.children) collectBlocks(child, reading, prefix);
  }
}

/** The number of an ordered item, of an answer or of the guide, stays in the text, masked. */
function collectItems(list: List, reading: Reading): void {
  for (const item of list.children) {
    const [first, ...others] = item.children;
    const number = list.ordered ? markerOf(item, reading) : '';
    if (first) collectBlocks(first, reading, number);
    else if (number) reading.blocks.push({ kind: 'text', lines: [plainLine(number.trim(), lineOf(item, reading))] });
    for (const child of others) collectBlocks(child, reading);
  }
}

/** A year that begins a paragraph looks like the number of an item, and was said. */
const HIGHEST_NUMBER = 99;

function maskPrefix(lines: SourceLine[], prefix: string): SourceLine[] {
  const [first, ...others] = lines;
  if (!first || prefix === '' || Number.parseInt(prefix, 10) > HIGHEST_NUMBER) return lines;
  return [{ ...first, masks: [{ start: 0, end: prefix.trim().length }, ...first.masks] }, ...others];
}

function markerOf(item: ListItem, reading: Reading): string {
  const start = item.position?.start.offset ?? 0;
  return `${/^\d+[.)]/.exec(reading.body.slice(start, start + 12))?.[0] ?? ''} `;
}

function collectCode(node: Nodes & { type: 'code' }, reading: Reading): void {
  const info = [node.lang, node.meta].filter(Boolean).join(' ');
  const first = lineOf(node, reading);
  const lines = [info, ...node.value.split('\n')];
  lines.forEach((line, index) => {
    if (line.trim() !== '') reading.blocks.push({ kind: 'text', lines: [plainLine(line.trim(), first + index)] });
  });
}

const lineOf = (node: Nodes, reading: Reading): number => (node.position?.start.line ?? 1) + reading.firstLine - 1;

/** Text of inline nodes as lines: one for every line break, with bold beginnings and unspoken parts marked. */
function renderLines(nodes: PhrasingContent[], firstLine: number, prefix: string): SourceLine[] {
  const pen = new Pen(firstLine, prefix);
  for (const node of nodes) renderInline(node, pen, false);
  return pen.finish();
}

function renderInline(node: PhrasingContent, pen: Pen, bold: boolean): void {
  if (node.type === 'text') pen.write(node.value, { bold });
  else if (node.type === 'inlineCode') pen.write(node.value.replaceAll('\n', ' '), { bold });
  else if (node.type === 'break') pen.breakLine();
  else if (node.type === 'html') renderHtml(node.value, pen);
  else if (node.type === 'image') renderAddress(node, node.alt ?? '', pen);
  else if ('children' in node) {
    for (const child of node.children)
      renderInline(child, pen, bold || node.type === 'strong' || node.type === 'emphasis');
    if (node.type === 'link') renderAddress(node, '', pen);
  }
}

/** An address is kept for the reader and masked: nobody said it. */
function renderAddress(node: { url: string; title?: string | null | undefined }, label: string, pen: Pen): void {
  pen.write(label, {});
  const target = [node.url, node.title].filter(Boolean).join(' ');
  const shown = pen.endsWith(node.url.replace(/^mailto:/, ''));
  if (target !== '' && !shown) pen.write(` (${target})`, { mask: true });
}

const FORMATTING_TAG = /^<\/?(?:b|i|u|s|em|strong|span|font|p|div|sub|sup|small|mark)(?:\s[^>]*)?\/?>$/i;

/** Formatting vanishes, `<br>` ends the line, everything else may be a transcriber's mark such as `<lacht>`. */
function renderHtml(tag: string, pen: Pen): void {
  if (/^<br\s*\/?>$/i.test(tag)) pen.breakLine();
  else if (!FORMATTING_TAG.test(tag)) pen.write(tag.replaceAll('\n', ' '), { mask: true });
}
