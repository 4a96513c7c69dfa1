/** Web pages with rehype-parse: blocks are paragraphs, bold kept, tables read; noScribe's anchors say who speaks and when. */
import type { Element, Nodes } from 'hast';
import { decodeText } from '../../containers/decode.ts';
import { Refusal } from '../../containers/refusal.ts';
import type { SourceFile } from '../../containers/source-file.ts';
import type { Message } from '../../model.ts';
import { createMessage } from '../../text/messages.ts';
import type { Block, Format, Source } from '../source.ts';
import { boldClasses, isBoldElement } from './html-bold.ts';
import { type Anchor, labelAnchored, readAnchor } from './noscribe.ts';
import { Pen } from './pen.ts';
import { refuseOnFailure } from './refusal.ts';
import { readTable, type TableCell } from './tables.ts';

export const html = {
  name: 'html',
  extensions: ['.html', '.htm'],
  isolated: () => true,
  read: (file: SourceFile): Promise<Source> => refuseOnFailure(file, 'web page', () => readHtml(file)),
} satisfies Format;

const MOST_BYTES = 16 * 2 ** 20;

async function readHtml(file: SourceFile): Promise<Source> {
  if (file.bytes.length > MOST_BYTES)
    throw new Refusal('Unexpected size of more than 16 MB', 'save it as text or without pictures');
  const { text, messages } = decodeText(file);
  if (text === undefined) return { blocks: [], frontMatter: {}, messages };
  const { parseHtml } = await import('./html-tree.ts');
  const tree = parseHtml(text);
  const reader = new HtmlReader(boldClasses(text));
  reader.readChildren(tree, {});
  messages.push(...reportOpenComment(text, file.path));
  return { blocks: labelAnchored(reader.finish()), frontMatter: {}, messages };
}

/** A comment without end hides everything below it, here as in a browser. */
function reportOpenComment(text: string, path: string): Message[] {
  const start = text.lastIndexOf('<!--');
  if (start < 0 || text.indexOf('-->', start) >= 0) return [];
  const position = { line: text.slice(0, start).split('\n').length, column: 1 };
  const reason = 'Unexpected comment without end, so that everything below it is left out';
  return [createMessage(reason, { rule: 'open-comment', severity: 'warning', path, position })];
}

const DROPPED = new Set(
  'script style head template noscript svg math iframe object select textarea button audio video canvas'.split(' '),
);
const BLOCKS = new Set(
  (
    'address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure ' +
    'footer form header hgroup hr li main menu nav ol p pre search section summary table tbody td tfoot th thead tr ul'
  ).split(' '),
);
const HEADING = /^h[1-6]$/;

interface Style {
  bold?: boolean;
  heading?: boolean;
  preformatted?: boolean;
}

/** A block and the anchor in which its text begins. */
interface AnchoredBlock {
  block: Block;
  anchor?: Anchor;
}

class HtmlReader {
  #blocks: AnchoredBlock[] = [];
  #pen: Pen | undefined;
  #anchor: Anchor | undefined;
  #heading = false;
  #line = 1;
  #classes: ReadonlySet<string>;

  constructor(classes: ReadonlySet<string>) {
    this.#classes = classes;
  }

  finish(): AnchoredBlock[] {
    this.#endBlock();
    return this.#blocks;
  }

  readChildren(node: Nodes, style: Style): void {
    for (const child of 'children' in node ? node.children : []) {
      this.#line = child.position?.start.line ?? this.#line;
      if (child.type === 'text') this.#write(child.value, style);
      else if (child.type === 'element') this.#readElement(child, style);
    }
  }

  #readElement(element: Element, style: Style): void {
    const { tagName } = element;
    if (DROPPED.has(tagName)) return;
    if (tagName === 'br') this.#pen?.breakLine(this.#line);
    else if (tagName === 'table') this.#readTable(element);
    else if (HEADING.test(tagName)) this.#readBlock(element, { ...style, heading: true });
    else if (tagName === 'pre') this.#readBlock(element, { ...style, preformatted: true });
    else if (BLOCKS.has(tagName))
      this.#readBlock(element, { ...style, bold: isBoldElement(element, this.#classes, style.bold) });
    else this.#readInline(element, style);
  }

  #readBlock(element: Element, style: Style): void {
    this.#endBlock();
    this.readChildren(element, style);
    this.#endBlock();
  }

  #readInline(element: Element, style: Style): void {
    const anchor = readAnchor(element);
    if (anchor && !this.#pen) this.#anchor = anchor;
    this.readChildren(element, { ...style, bold: isBoldElement(element, this.#classes, style.bold) });
  }

  #write(value: string, style: Style): void {
    if (style.preformatted) this.#open(style).write(value, { bold: style.bold ?? false });
    else {
      const text = value.replace(/[ \t\n\r\f]+/g, ' ');
      if (text === ' ' && !this.#pen) return;
      const pen = this.#open(style);
      pen.write(pen.atBlank() ? text.replace(/^ /, '') : text, { bold: style.bold ?? false });
    }
  }

  #open(style: Style): Pen {
    this.#heading = style.heading ?? false;
    this.#pen ??= new Pen(this.#line);
    return this.#pen;
  }

  #endBlock(): void {
    const lines = this.#pen?.finish() ?? [];
    const anchor = this.#anchor;
    if (lines.length > 0)
      this.#blocks.push({ block: { kind: this.#heading ? 'heading' : 'text', lines }, ...(anchor ? { anchor } : {}) });
    this.#pen = undefined;
    this.#anchor = undefined;
  }

  #readTable(table: Element): void {
    this.#endBlock();
    const rows = this.#rowsOf(table);
    for (const block of readTable(rows)) this.#blocks.push({ block });
  }

  #rowsOf(element: Element): TableCell[][] {
    return element.children.flatMap((child) => {
      if (child.type !== 'element') return [];
      if (child.tagName === 'caption') this.#readElement(child, {});
      if (child.tagName !== 'tr') return this.#rowsOf(child);
      return [child.children.flatMap((cell) => (cell.type === 'element' ? [this.#readCell(cell)] : []))];
    });
  }

  #readCell(cell: Element): TableCell {
    const reader = new HtmlReader(this.#classes);
    reader.#line = cell.position?.start.line ?? this.#line;
    reader.readChildren(cell, {});
    const { colSpan, rowSpan } = cell.properties;
    const blocks = reader.finish().map(({ block }) => block);
    return { blocks, columns: Number(colSpan) || 1, rows: Number(rowSpan) || 1 };
  }
}
