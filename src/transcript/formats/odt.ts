/** OpenDocument texts: bold by style, blanks and breaks as elements; notes, comments and tracked deletions left out. */

import { checkContainer } from '../../containers/container.ts';
import { Refusal } from '../../containers/refusal.ts';
import type { SourceFile } from '../../containers/source-file.ts';
import type { XmlElement } from '../../containers/xml.ts';
import type { Block, Format, Source } from '../source.ts';
import { readBoldStyles } from './odt-styles.ts';
import { Pen } from './pen.ts';
import { type LeftOut, refuseOnFailure, reportLeftOut } from './refusal.ts';
import { readTable, type TableCell } from './tables.ts';

export const odt = {
  name: 'odt',
  extensions: ['.odt'],
  isolated: () => true,
  read: (file: SourceFile): Promise<Source> => refuseOnFailure(file, 'OpenDocument text', () => readOdt(file)),
} satisfies Format;

const MEGABYTE = 2 ** 20;
const PARTS = ['content.xml', 'styles.xml', 'META-INF/manifest.xml'];
const LIMITS = { wanted: (name: string) => PARTS.includes(name), part: 16 * MEGABYTE, total: 32 * MEGABYTE };

async function readOdt(file: SourceFile): Promise<Source> {
  checkContainer(file.bytes, '.odt');
  const { readZip } = await import('../../containers/safe-zip.ts');
  const { parseXml } = await import('../../containers/xml.ts');
  const parts = await readZip(file.bytes, LIMITS);
  const manifest = Buffer.from(parts.get('META-INF/manifest.xml') ?? []);
  if (manifest.includes('encryption-data'))
    throw new Refusal('The file is protected with a password', 'remove the password and save the file again');
  const content = parts.get('content.xml');
  const root = content && parseXml(content, 'content.xml');
  const body = root && find(root, 'office:body');
  const text = body && find(body, 'office:text');
  if (!root || !text)
    throw new Refusal(
      'Unexpected content: this is a zip file but not an OpenDocument text',
      'open it in the program that made it and save it as .odt',
    );
  const named = parts.get('styles.xml');
  const boldStyles = readBoldStyles(named ? [parseXml(named, 'styles.xml'), root] : [root]);
  const reading: Reading = { paragraph: 0, boldStyles, leftOut: { comment: 0, footnote: 0, 'tracked deletion': 0 } };
  const blocks = collectBlocks(text.children, reading);
  return { blocks, frontMatter: {}, messages: reportLeftOut(reading.leftOut, file.path) };
}

interface Reading {
  /** Number of the paragraph, which stands for the line of the file. */
  paragraph: number;
  boldStyles: ReadonlyMap<string, boolean>;
  leftOut: LeftOut;
}

/** What has no text of the document in it. */
const LEFT_OUT: Record<string, string> = {
  'text:note': 'footnote',
  'office:annotation': 'comment',
  'text:deletion': 'tracked deletion',
};
const PARAGRAPHS = new Set(['text:p', 'text:h']);

function collectBlocks(nodes: XmlElement['children'], reading: Reading): Block[] {
  const blocks: Block[] = [];
  for (const node of nodes) {
    if (typeof node === 'string' || leaveOut(node, reading)) continue;
    const found = PARAGRAPHS.has(node.name)
      ? readParagraph(node, reading)
      : node.name === 'table:table'
        ? readTable(rowsOf(node, reading))
        : collectBlocks(node.children, reading);
    for (const block of found) blocks.push(block);
  }
  return blocks;
}

function leaveOut(node: XmlElement, { leftOut }: Reading): boolean {
  const name = LEFT_OUT[node.name];
  if (name) leftOut[name] = (leftOut[name] ?? 0) + 1;
  return name !== undefined;
}

/** The paragraph, and after it what stands in the text boxes that are anchored in it. */
function readParagraph(node: XmlElement, reading: Reading): Block[] {
  const number = ++reading.paragraph;
  const writing: Writing = { pen: new Pen(number), number, reading, boxes: [] };
  writeInline(node, false, writing);
  const lines = writing.pen.finish();
  const kind = node.name === 'text:h' ? 'heading' : 'text';
  return [...(lines.length > 0 ? [{ kind, lines } as const] : []), ...collectBlocks(writing.boxes, reading)];
}

interface Writing {
  pen: Pen;
  number: number;
  reading: Reading;
  boxes: XmlElement[];
}

const MOST_BLANKS = 100;

function writeInline(element: XmlElement, around: boolean, writing: Writing): void {
  const { pen, number, reading } = writing;
  const style = element.attributes['text:style-name'];
  const bold = (style === undefined ? undefined : reading.boldStyles.get(style)) ?? around;
  for (const node of element.children) {
    if (typeof node === 'string') writeText(node, bold, pen);
    else if (leaveOut(node, reading) || node.name === 'text:tracked-changes') continue;
    else if (node.name === 'text:s')
      pen.write(' '.repeat(Math.min(Number(node.attributes['text:c'] ?? 1) || 1, MOST_BLANKS)), { bold });
    else if (node.name === 'text:tab') pen.write('\t', { bold });
    else if (node.name === 'text:line-break') pen.breakLine(number);
    else if (node.name.startsWith('draw:')) writing.boxes.push(node);
    else if (!node.name.startsWith('svg:')) writeInline(node, bold, writing);
  }
}

/** Blanks in a row, line ends among them, are one blank. */
function writeText(text: string, bold: boolean, pen: Pen): void {
  const collapsed = text.replace(/[ \t\r\n]+/g, ' ');
  pen.write(pen.atBlank() ? collapsed.replace(/^ /, '') : collapsed, { bold });
}

function rowsOf(table: XmlElement, reading: Reading): TableCell[][] {
  return table.children.flatMap((node) => {
    if (typeof node === 'string') return [];
    if (node.name !== 'table:table-row') return rowsOf(node, reading);
    return [node.children.flatMap((cell) => (typeof cell === 'string' ? [] : [readCell(cell, reading)]))];
  });
}

/** Covered cells stand in the file, so that spans need no counting. */
function readCell(cell: XmlElement, reading: Reading): TableCell {
  const repeated = Number(cell.attributes['table:number-columns-repeated']) || 1;
  return { blocks: collectBlocks(cell.children, reading), columns: Math.max(repeated, 1) };
}

function find(element: XmlElement, name: string): XmlElement | undefined {
  return element.children.find((child): child is XmlElement => typeof child === 'object' && child.name === name);
}
