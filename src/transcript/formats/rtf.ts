/** Rich text files: groups, code pages and Unicode characters, bold, line breaks, tables; notes and comments left out. */

import { Refusal } from '../../containers/refusal.ts';
import type { SourceFile } from '../../containers/source-file.ts';
import type { Message } from '../../model.ts';
import { createMessage } from '../../text/messages.ts';
import type { Block, Format, Source } from '../source.ts';
import { Pen } from './pen.ts';
import { type LeftOut, refuseOnFailure, reportLeftOut } from './refusal.ts';
import { ACTIONS, decodeCodePage, FONT_CODE_PAGES, SKIPPED, SYMBOLS } from './rtf-words.ts';
import { readTable, type TableCell } from './tables.ts';

export const rtf = {
  name: 'rtf',
  extensions: ['.rtf'],
  read: (file: SourceFile): Promise<Source> => refuseOnFailure(file, 'rich text', () => readRtf(file)),
} satisfies Format;

const MOST_BYTES = 64 * 2 ** 20;
const DAMAGED = 'the file is cut off or damaged: copy it again, or save it again from a word processor';

function readRtf(file: SourceFile): Source {
  if (file.bytes.length === 0) throw new Refusal('Unexpected empty file', 'copy it again');
  if (file.bytes.length > MOST_BYTES)
    throw new Refusal('Unexpected size of more than 64 MB', 'save it without pictures');
  const text = Buffer.from(file.bytes.buffer, file.bytes.byteOffset, file.bytes.byteLength).toString('latin1');
  if (!/^(?:ï»¿)?\s*\{\\rtf/.test(text.slice(0, 100)))
    throw new Refusal('Unexpected content: this is not really an .rtf file', 'save it as .rtf from a word processor');
  const reader = new RtfReader();
  const end = reader.read(text);
  const messages = [...reportLeftOut(reader.leftOut, file.path), ...reportRest(text.slice(end), file.path)];
  return { blocks: reader.finish(), frontMatter: {}, messages };
}

/** A closing brace too many ends the document early. */
function reportRest(rest: string, path: string): Message[] {
  if (!/[^\s\0}]/.test(rest)) return [];
  const reason = `Unexpected ${rest.length} characters after the end of the document, left out`;
  return [createMessage(reason, { rule: 'text-after-end', severity: 'warning', path, hint: DAMAGED })];
}

/** What a group inherits and gives back when it ends. */
interface State {
  bold: boolean;
  italic: boolean;
  /** Number of characters that follow a `\u` for programs without Unicode. */
  fallback: number;
  /** Font, which tells the code page. */
  font: string;
  /** Why the text of the group is left out. */
  skipped?: 'destination' | 'fonts' | 'styles' | 'shape' | undefined;
  /** Number of the paragraph style, in the style sheet. */
  style?: number;
  inTable: boolean;
  heading: boolean;
  deleted: boolean;
}

/** Destinations of which something is read all the same. */
const READ_THOUGH_SKIPPED: Record<string, State['skipped']> = {
  fonttbl: 'fonts',
  stylesheet: 'styles',
  shpinst: 'shape',
};
const DEEPEST = 1000;
const HEADING = /^\s*(?:heading|title|subtitle)\b/i;
const TOKEN = /\\(?:([a-zA-Z]+)(-?\d{1,10})? ?|'([0-9a-fA-F]{2})|([\s\S]))|([{}])|([^\\{}\r\n]+)|[\r\n]+/g;

class RtfReader {
  readonly leftOut: LeftOut = { comment: 0, footnote: 0, 'tracked deletion': 0 };
  #states: State[] = [];
  #state: State = { bold: false, italic: false, fallback: 1, font: '', inTable: false, heading: false, deleted: false };
  #blocks: Block[] = [];
  #rows: TableCell[][] = [];
  #cells: TableCell[] = [];
  #cell: Block[] = [];
  #number = 1;
  #pen = new Pen(1);
  /** Characters of the code page that wait to be decoded, one char code a byte. */
  #encoded = '';
  /** Fallback characters still to be passed over. */
  #passOver = 0;
  #codePage = 1252;
  #fonts = new Map<string, number>();
  /** Paragraph styles that are headings. */
  #headings = new Set<number>();
  #ignorable = false;

  /** The offset at which the document ends. */
  read(text: string): number {
    TOKEN.lastIndex = 0;
    for (let token = TOKEN.exec(text); token; token = TOKEN.exec(text)) {
      const [, word, value, hex, symbol, brace, plain] = token;
      if (word === 'bin') TOKEN.lastIndex += Math.max(0, Number(value ?? 0));
      else if (word) this.#readWord(word, value === undefined ? undefined : Number(value));
      else if (hex) this.#writeEncoded(String.fromCharCode(Number.parseInt(hex, 16)));
      else if (symbol) this.#readSymbol(symbol);
      else if (plain) this.#writeEncoded(plain);
      else if (brace === '{') this.#openGroup();
      else if (brace === '}' && !this.#closeGroup()) return TOKEN.lastIndex;
    }
    throw new Refusal('Unexpected end of the file inside a group', DAMAGED);
  }

  finish(): Block[] {
    this.#endParagraph();
    for (const block of this.#cell.splice(0)) this.#blocks.push(block);
    this.#endTable();
    return this.#blocks;
  }

  #openGroup(): void {
    this.#flush();
    this.#passOver = 0;
    if (this.#states.length > DEEPEST) throw new Refusal(`Unexpected nesting of more than ${DEEPEST} groups`, DAMAGED);
    this.#states.push(this.#state);
    this.#state = { ...this.#state };
  }

  /** Whether the document goes on after it. */
  #closeGroup(): boolean {
    this.#flush();
    this.#passOver = 0;
    this.#state = this.#states.pop() ?? this.#state;
    return this.#states.length > 0;
  }

  #readSymbol(symbol: string): void {
    if (symbol === '*') this.#ignorable = true;
    else if (symbol === '\n' || symbol === '\r') this.#readWord('par', undefined);
    else if (symbol === '~') this.#write('\u00A0');
    else if (symbol === '_') this.#write('\u2011');
    else if (symbol === '-') this.#write('\u00AD');
    else if ('\\{}'.includes(symbol)) this.#writeEncoded(symbol);
  }

  #readWord(word: string, value: number | undefined): void {
    const isDestination = this.#ignorable || SKIPPED.has(word);
    this.#ignorable = false;
    this.#flush();
    if (word === 'u') this.#writeUnicode(value ?? 0);
    else if (isDestination) this.#skip(word);
    else if (this.#state.skipped) this.#readSkippedWord(word, value);
    else this.#obey(word, value);
  }

  #skip(word: string): void {
    if (this.#state.skipped) return;
    this.#state.skipped = READ_THOUGH_SKIPPED[word] ?? 'destination';
    if (word === 'footnote') this.#count('footnote');
    if (word === 'annotation') this.#count('comment');
  }

  /** The font table tells code pages, the style sheet headings, and a shape may hold a text box. */
  #readSkippedWord(word: string, value: number | undefined): void {
    const { skipped } = this.#state;
    if (skipped === 'shape' && word === 'shptxt') this.#state.skipped = undefined;
    else if (skipped === 'fonts' && word === 'f') this.#state.font = String(value ?? 0);
    else if (skipped === 'styles' && word === 's') this.#state.style = value ?? 0;
    else if (skipped === 'styles' && word === 'outlinelevel') this.#headings.add(this.#state.style ?? -1);
    else if (skipped === 'fonts' && word === 'fcharset')
      this.#fonts.set(this.#state.font, FONT_CODE_PAGES[value ?? 0] ?? 0);
  }

  #obey(word: string, value: number | undefined): void {
    const action = ACTIONS[word];
    const symbol = SYMBOLS[word];
    if (symbol !== undefined) this.#write(symbol);
    else if (action === 'paragraph') this.#endParagraph();
    else if (action === 'line') this.#pen.breakLine(this.#number);
    else if (action === 'cell') this.#endCell();
    else if (action === 'row') this.#rows.push(this.#cells.splice(0));
    else if (action) this.#style(action, value);
  }

  #style(action: string, value: number | undefined): void {
    const state = this.#state;
    if (action === 'bold') state.bold = value !== 0;
    else if (action === 'italic') state.italic = value !== 0;
    else if (action === 'plain') Object.assign(state, { bold: false, italic: false, deleted: false });
    else if (action === 'reset') Object.assign(state, { inTable: false, heading: false });
    else if (action === 'inTable') state.inTable = true;
    else if (action === 'heading') state.heading = (value ?? 0) < 9;
    else if (action === 'style') state.heading = this.#headings.has(value ?? 0);
    else if (action === 'font') state.font = String(value ?? 0);
    else if (action === 'fallback') state.fallback = Math.max(0, value ?? 1);
    else if (action === 'codePage') this.#codePage = value ?? 1252;
    else if (action === 'mac') this.#codePage = 10000;
    else if (action === 'deleted') {
      state.deleted = value !== 0;
      if (state.deleted) this.#count('tracked deletion');
    }
  }

  #writeEncoded(characters: string): void {
    const passed = Math.min(this.#passOver, characters.length);
    this.#passOver -= passed;
    this.#ignorable = false;
    const { skipped, style } = this.#state;
    if (!skipped) this.#encoded += characters.slice(passed);
    else if (skipped === 'styles' && HEADING.test(characters)) this.#headings.add(style ?? -1);
  }

  #writeUnicode(value: number): void {
    this.#write(String.fromCharCode(value < 0 ? value + 65_536 : value));
    this.#passOver = this.#state.fallback;
  }

  #flush(): void {
    if (this.#encoded === '') return;
    const text = decodeCodePage(this.#encoded, this.#fonts.get(this.#state.font) || this.#codePage);
    this.#encoded = '';
    this.#write(text.replace(/[\r\n]+/g, ' '));
  }

  #write(text: string): void {
    this.#flush();
    if (!this.#state.skipped && !this.#state.deleted)
      this.#pen.write(text, { bold: this.#state.bold || this.#state.italic });
  }

  #endParagraph(): void {
    this.#flush();
    const { inTable, heading } = this.#state;
    const lines = this.#pen.finish();
    this.#pen = new Pen(++this.#number);
    if (!inTable) this.#endTable();
    if (lines.length > 0) (inTable ? this.#cell : this.#blocks).push({ kind: heading ? 'heading' : 'text', lines });
  }

  #endCell(): void {
    this.#state.inTable = true;
    this.#endParagraph();
    this.#cells.push({ blocks: this.#cell.splice(0) });
  }

  #endTable(): void {
    if (this.#cells.length > 0) this.#rows.push(this.#cells.splice(0));
    if (this.#rows.length > 0) for (const block of readTable(this.#rows.splice(0))) this.#blocks.push(block);
  }

  #count(name: string): void {
    this.leftOut[name] = (this.leftOut[name] ?? 0) + 1;
  }
}
