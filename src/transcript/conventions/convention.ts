/** What a convention is: something that people or programs write around speech, recognised over a whole file. */
import type { Block, Source, SourceLine } from '../source.ts';

export interface Convention {
  name: string;
  /** The source with what was recognised marked in its lines, or the same source. `path` is for messages. Never throws. */
  apply(source: Source, path: string): Source;
}

/** The same source with some of its lines replaced. */
export function replaceLines(source: Source, replaced: ReadonlyMap<SourceLine, SourceLine>): Source {
  if (replaced.size === 0) return source;
  const blocks = source.blocks.map((block): Block => {
    if (!block.lines.some((line) => replaced.has(line))) return block;
    return { ...block, lines: block.lines.map((line) => replaced.get(line) ?? line) };
  });
  return { ...source, blocks };
}

/** The lines of all blocks that are not headings, in order. */
export function textLines(source: Source): SourceLine[] {
  return listLines(source.blocks.filter(({ kind }) => kind === 'text'));
}

/** The lines of the blocks, in order. */
export function listLines(blocks: readonly Block[]): SourceLine[] {
  const lines: SourceLine[] = [];
  for (const block of blocks) for (const line of block.lines) lines.push(line);
  return lines;
}
