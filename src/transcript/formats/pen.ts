/** Writes the lines of one paragraph piece by piece, for formats in which a paragraph is made of runs. */
import type { SourceLine } from '../source.ts';

/** Keeps count of bold beginnings and of parts that were not said. */
export class Pen {
  #lines: SourceLine[] = [];
  #open: SourceLine;
  #prefix: number;

  /** `line` is the place of the first line in the file; `prefix` is text before it, such as the number of a list item. */
  constructor(line: number, prefix = '') {
    this.#open = plainLine(prefix, line);
    this.#prefix = prefix.length;
  }

  /** A `\n` in the text begins a new line. */
  write(text: string, style: { bold?: boolean; mask?: boolean } = {}): void {
    text.split('\n').forEach((part, index) => {
      if (index > 0) this.breakLine();
      this.#append(part, style);
    });
  }

  /** Begins a new line of the same paragraph. */
  breakLine(line = this.#open.line + 1): void {
    this.#lines.push(this.#open);
    this.#open = plainLine('', line);
    this.#prefix = 0;
  }

  endsWith(text: string): boolean {
    return this.#open.text.endsWith(text);
  }

  /** Whether the open line is empty or ends in a blank. */
  atBlank(): boolean {
    const { text } = this.#open;
    return text === '' || text.endsWith(' ');
  }

  /** The lines that are not empty, trimmed. */
  finish(): SourceLine[] {
    this.#lines.push(this.#open);
    return this.#lines
      .map(composeLine)
      .map(trimLine)
      .filter((line) => line.text !== '');
  }

  #append(part: string, style: { bold?: boolean; mask?: boolean }): void {
    const line = this.#open;
    const start = line.text.length;
    const atStart = start === this.#prefix || line.bold === start;
    line.text += part.normalize('NFC');
    if (style.bold && atStart) line.bold = line.text.length;
    if (style.mask) line.masks.push({ start, end: line.text.length });
  }
}

/** A line without bold and masks. */
export function plainLine(text: string, line: number): SourceLine {
  return { text, line, bold: 0, masks: [] };
}

/** A letter and its accent may lie in two runs. Masks are left alone, since none of them splits a letter. */
function composeLine(line: SourceLine): SourceLine {
  const text = line.text.normalize('NFC');
  if (text === line.text || line.masks.length > 0) return line;
  return { ...line, text, bold: line.text.slice(0, line.bold).normalize('NFC').length };
}

function trimLine(line: SourceLine): SourceLine {
  const start = line.text.length - line.text.trimStart().length;
  const text = line.text.trim();
  const shift = (offset: number) => Math.min(Math.max(offset - start, 0), text.length);
  const masks = line.masks.map((mask) => ({ start: shift(mask.start), end: shift(mask.end) }));
  return { ...line, text, bold: shift(line.bold), masks: masks.filter((mask) => mask.end > mask.start) };
}
