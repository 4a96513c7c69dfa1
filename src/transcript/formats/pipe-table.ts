/** Tables of Markdown, `| Speaker | Text |` with a line of dashes below the heading. */
import type { Block, SourceLine } from '../source.ts';
import { plainLine } from './pen.ts';
import { readTable } from './tables.ts';

const DASHES = /^\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)+\|?$/;

/** The blocks of a paragraph that is such a table; nothing for another one. */
export function readPipeTable(lines: readonly SourceLine[]): Block[] | undefined {
  const [head, dashes, ...rows] = lines;
  if (!head?.text.includes('|') || !dashes || !DASHES.test(dashes.text)) return undefined;
  return readTable([head, ...rows].map(cellsOf));
}

function cellsOf({ text, line }: SourceLine): { blocks: Block[] }[] {
  const inner = text.replace(/^\|/, '').replace(/\|$/, '');
  return inner.split('|').map((cell) => ({ blocks: [{ kind: 'text', lines: [plainLine(cell.trim(), line)] }] }));
}
