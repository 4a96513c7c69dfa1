/** Soft hyphens, marks of direction and blanks without width: nobody sees them, and they would keep words and names apart. */
import type { Span } from '../../model.ts';
import type { Source, SourceLine } from '../source.ts';
import { type Convention, replaceLines } from './convention.ts';

const INVISIBLE = /[\u00AD\u200B\u200E\u200F\u2060\uFEFF]/g;

export const invisibleCharacters = {
  name: 'invisible-characters',
  apply(source: Source): Source {
    const replaced = new Map<SourceLine, SourceLine>();
    for (const { lines } of source.blocks)
      for (const line of lines) if (line.text.search(INVISIBLE) >= 0) replaced.set(line, withoutInvisible(line));
    return replaceLines(source, replaced);
  },
} satisfies Convention;

function withoutInvisible(line: SourceLine): SourceLine {
  const shift = (offset: number) => offset - (line.text.slice(0, offset).match(INVISIBLE)?.length ?? 0);
  const masks = line.masks.map(({ start, end }): Span => ({ start: shift(start), end: shift(end) }));
  const label = line.label && {
    ...line.label,
    name: line.label.name.replace(INVISIBLE, ''),
    end: shift(line.label.end),
  };
  return {
    ...line,
    text: line.text.replace(INVISIBLE, ''),
    bold: shift(line.bold),
    masks: masks.filter(({ start, end }) => end > start),
    ...(label ? { label } : {}),
  };
}
