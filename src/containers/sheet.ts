/** Reads the cells of one worksheet as text, row by row. */
import { Refusal } from './refusal.ts';
import type { TableRow } from './row-table.ts';
import { formatDate, type SheetStyles } from './sheet-styles.ts';
import { scanXml } from './xml.ts';

export interface SheetContext {
  part: string;
  strings: readonly string[];
  styles: SheetStyles;
}

/** More columns has no table of interviews. */
const MOST_COLUMNS = 512;
/** Cells of all rows, the empty ones between filled ones included. */
const MOST_CELLS = 4_000_000;
/** UTF-16 units of all cells: one shared text may stand in many of them. */
const LONGEST_TEXT = 64 * 2 ** 20;

/** Filled rows in order; `beyond` is the number of filled cells to the right of column 512. */
export function readSheet(bytes: Uint8Array, context: SheetContext): { rows: TableRow[]; beyond: number } {
  const reader = new SheetReader(context);
  scanXml(bytes, context.part, {
    open: ({ name, attributes }) => reader.open(localName(name), attributes),
    close: (name) => reader.close(localName(name)),
    text: (text) => reader.text(text),
  });
  return { rows: reader.rows, beyond: reader.beyond };
}

const localName = (name: string): string => name.slice(name.indexOf(':') + 1);

class SheetReader {
  readonly rows: TableRow[] = [];
  beyond = 0;
  #context: SheetContext;
  #row: TableRow = { line: 0, cells: [] };
  #column = -1;
  #type = '';
  #style = 0;
  /** What of the cell has been read; only inside `v` and `t` something is. */
  #written = '';
  #reads = false;
  #phonetic = false;
  #cells = 0;
  #length = 0;

  constructor(context: SheetContext) {
    this.#context = context;
  }

  open(tag: string, attributes: Record<string, string>): void {
    if (tag === 'row') {
      this.#row = { line: wholeNumber(attributes.r) ?? this.#row.line + 1, cells: [] };
      this.#column = -1;
    } else if (tag === 'c') {
      this.#column = columnOf(attributes.r) ?? this.#column + 1;
      this.#type = attributes.t ?? 'n';
      this.#style = wholeNumber(attributes.s) ?? 0;
      this.#written = '';
    } else if (tag === 'rPh') this.#phonetic = true;
    else this.#reads = tag === 'v' || tag === 't';
  }

  text(text: string): void {
    if (this.#reads && !this.#phonetic) this.#written += text;
  }

  close(tag: string): void {
    this.#reads = false;
    if (tag === 'rPh') this.#phonetic = false;
    else if (tag === 'c') this.#endCell();
    else if (tag === 'row' && this.#row.cells.length > 0) this.rows.push(this.#row);
  }

  #endCell(): void {
    const text = this.#textOf(this.#written);
    if (text.trim() === '') return;
    const { cells } = this.#row;
    if (this.#column >= MOST_COLUMNS) {
      this.beyond++;
      return;
    }
    this.#cells += Math.max(this.#column + 1 - cells.length, 0);
    this.#length += text.length;
    if (this.#cells > MOST_CELLS || this.#length > LONGEST_TEXT)
      throw new Refusal(
        `Unexpected size: more than ${MOST_CELLS} cells, or 64 MB of text`,
        'divide the table into several files',
      );
    while (cells.length <= this.#column) cells.push('');
    cells[this.#column] = text;
  }

  #textOf(written: string): string {
    const { strings, styles } = this.#context;
    switch (this.#type) {
      case 's':
        return decodeEscapes(strings[wholeNumber(written.trim()) ?? -1] ?? '');
      case 'b':
        return written.trim() === '1' ? 'true' : 'false';
      case 'e':
        return '';
      case 'n': {
        const value = Number(written);
        if (written.trim() === '' || !Number.isFinite(value)) return written;
        const date = styles.dates[this.#style];
        // Excel shows fifteen digits, and writes the noise behind them.
        return date ? formatDate(value, date, styles.from1904) : String(Number(value.toPrecision(15)));
      }
      default:
        return decodeEscapes(written);
    }
  }
}

/** `_x000D_` is a carriage return, and so on. */
function decodeEscapes(text: string): string {
  const plain = text.includes('_x')
    ? text.replace(/_x([\dA-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    : text;
  return plain.replace(/\r\n?/g, '\n').replace(CONTROLS, ' ');
}

const CONTROLS = /(?!\n|\t)\p{Cc}/gu;

/** 0-based: `C7` is 2; undefined where the file does not say it. */
function columnOf(reference: string | undefined): number | undefined {
  const letters = /^([A-Z]{1,3})\d*$/.exec(reference ?? '')?.[1];
  if (letters === undefined) return undefined;
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

function wholeNumber(text: string | undefined): number | undefined {
  return /^\d{1,9}$/.test(text ?? '') ? Number(text) : undefined;
}
