/** What stands in the cell of a table as lines and paragraphs: simple HTML and its entities become what they stand for. */
import { decodeEntities } from '../../text/entities.ts';
import type { Block, SourceLine } from '../source.ts';
import { plainLine } from './pen.ts';

const BREAK = /(<br ?\/?>|<\/?(?:p|div|li)(?:\s[^<>]{0,200})?>)/i;
const INLINE = /<\/?(?:b|i|u|em|strong|span|font)(?:\s[^<>]{0,200})?>/gi;

/** The cell as one line, for headings, names and times. */
export function readCellLine(cell: string): string {
  return tidy(cell.replaceAll('\n', ' ').replace(new RegExp(BREAK, 'gi'), ' '));
}

/** A blank line or a `<p>` begins a paragraph, other line ends a line. `step` is 1 where these are lines of the file, else 0. */
export function readCellBlocks(cell: string, line: number, step: 0 | 1): Block[] {
  const blocks: Block[] = [];
  let open: SourceLine[] | undefined;
  for (const [index, written] of cell.split('\n').entries()) {
    if (written.trim() === '') open = undefined;
    for (const [at, part] of written.split(BREAK).entries()) {
      const isMark = at % 2 === 1;
      if (isMark && !/^<br/i.test(part)) open = undefined;
      const text = isMark ? '' : tidy(part);
      if (text === '') continue;
      if (!open) {
        open = [];
        blocks.push({ kind: 'text', lines: open });
      }
      open.push(plainLine(text, line + index * step));
    }
  }
  return blocks;
}

function tidy(text: string): string {
  const plain = text.includes('<') ? text.replace(INLINE, '') : text;
  const decoded = decodeEntities(plain);
  // Most cells have single blanks already, and a large one is not to be taken to pieces.
  const single = /[^\S ]| {2}/.test(decoded) ? decoded.replace(/\s+/g, ' ') : decoded;
  return single.trim().normalize('NFC');
}
