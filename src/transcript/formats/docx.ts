/** Word documents with mammoth: bold, line breaks, tables; tracked changes accepted; comments and notes left out. */

import { checkContainer } from '../../containers/container.ts';
import type { SourceFile } from '../../containers/source-file.ts';
import type { Block, Format, Source } from '../source.ts';
import { Pen } from './pen.ts';
import { type LeftOut, refuseOnFailure, reportLeftOut } from './refusal.ts';
import { readTable, type TableCell } from './tables.ts';

export const docx = {
  name: 'docx',
  extensions: ['.docx'],
  isolated: () => true,
  read: (file: SourceFile): Promise<Source> => refuseOnFailure(file, 'Word document', () => readDocx(file)),
} satisfies Format;

async function readDocx(file: SourceFile): Promise<Source> {
  checkContainer(file.bytes, '.docx');
  const { readDocxParts, readTree } = await import('./docx-parts.ts');
  const parts = await readDocxParts(file.bytes);
  const reading: Reading = { paragraph: 0, leftOut: { comment: 0, footnote: 0, 'tracked deletion': parts.deletions } };
  const blocks = collectBlocks([await readTree<DocxNode>(parts)], reading);
  return { blocks, frontMatter: {}, messages: reportLeftOut(reading.leftOut, file.path) };
}

/** What of mammoth's document tree is read. */
interface DocxNode {
  type: string;
  children?: DocxNode[];
  value?: string;
  checked?: boolean;
  isBold?: boolean;
  isItalic?: boolean;
  styleName?: string | null;
  numbering?: { isOrdered: boolean } | null;
  breakType?: string;
  colSpan?: number;
  rowSpan?: number;
}

interface Reading {
  /** Number of the paragraph, which stands for the line of the file. */
  paragraph: number;
  leftOut: LeftOut;
}

const HEADING = /^(?:heading|title|subtitle|kop|titel|ondertitel|überschrift)(?: ?\d)?$/i;
const BOLD_STYLE = /\b(?:strong|bold|vet|fett)\b/i;

function collectBlocks(nodes: DocxNode[], reading: Reading): Block[] {
  const blocks: Block[] = [];
  for (const node of nodes) {
    if (node.type === 'paragraph') {
      const lines = readParagraph(node, ++reading.paragraph, reading);
      const kind = HEADING.test(node.styleName ?? '') ? 'heading' : 'text';
      if (lines.length > 0) blocks.push({ kind, lines });
    } else {
      const inner =
        node.type === 'table' ? readTable(rowsOf(node, reading)) : collectBlocks(node.children ?? [], reading);
      for (const block of inner) blocks.push(block);
    }
  }
  return blocks;
}

function rowsOf(table: DocxNode, reading: Reading): TableCell[][] {
  return (table.children ?? []).map((row) =>
    (row.children ?? []).map((cell) => ({
      blocks: collectBlocks(cell.children ?? [], reading),
      columns: cell.colSpan,
      rows: cell.rowSpan,
    })),
  );
}

function readParagraph(node: DocxNode, number: number, reading: Reading): Block['lines'] {
  const pen = new Pen(number);
  for (const child of node.children ?? []) writeInline(child, false, { pen, number, reading });
  const lines = pen.finish();
  const [first, ...others] = lines;
  return first && node.numbering?.isOrdered ? [{ ...first, numbered: true }, ...others] : lines;
}

interface Writing {
  pen: Pen;
  number: number;
  reading: Reading;
}

function writeInline(node: DocxNode, bold: boolean, writing: Writing): void {
  const { pen, number, reading } = writing;
  if (node.type === 'text') pen.write((node.value ?? '').replace(/[\r\n]+/g, ' '), { bold });
  else if (node.type === 'tab') pen.write('\t', { bold });
  else if (node.type === 'checkbox') pen.write(node.checked ? '☒' : '☐');
  else if (node.type === 'break' && node.breakType === 'line') pen.breakLine(number);
  else if (node.type === 'break') pen.write(' ');
  else if (node.type === 'noteReference') count(reading.leftOut, 'footnote');
  else if (node.type === 'commentReference') count(reading.leftOut, 'comment');
  else {
    const inBold =
      bold ||
      node.isBold === true ||
      node.isItalic === true ||
      (node.type === 'run' && BOLD_STYLE.test(node.styleName ?? ''));
    for (const child of node.children ?? []) writeInline(child, inBold, writing);
  }
}

function count(leftOut: LeftOut, name: string): void {
  leftOut[name] = (leftOut[name] ?? 0) + 1;
}
