/** The texts of a workbook, each of them once. */
import { createHash } from 'node:crypto';
import { escapeXml } from '../../containers/escape-xml.ts';
import { type CreateList, createListInMemory, type KeptList } from '../../tables/kept-list.ts';
import { cutQuotes } from '../../tables/quote-cells.ts';
import { SPREADSHEET } from './spreadsheet.ts';

/** Characters (UTF-16 units) that Excel lets a cell hold. */
export const LONGEST_CELL = 32_767;
const CUT = ' … [cut here: a cell holds no more]';

export class SharedStrings {
  #numbers = new Map<string, number>();
  #texts: KeptList<string>;
  #used = 0;
  /** Cells that were too long; grows while texts are added. */
  cutCells = 0;

  constructor(createList: CreateList = createListInMemory) {
    this.#texts = createList<string>();
  }

  /** The number by which a cell refers to this text. */
  numberOf(text: string): number {
    this.#used++;
    const fitted = this.#fit(text);
    const key = fitted.length > LONGEST_KEY ? hashText(fitted) : fitted;
    const known = this.#numbers.get(key);
    if (known !== undefined) return known;
    this.#numbers.set(key, this.#texts.length);
    this.#texts.add(fitted);
    return this.#texts.length - 1;
  }

  #fit(text: string): string {
    if (text.length <= LONGEST_CELL) return text;
    this.cutCells++;
    return cutQuotes(text, LONGEST_CELL) ?? text.slice(0, LONGEST_CELL - CUT.length) + CUT;
  }

  /** Piece by piece. */
  *write(): Generator<string> {
    yield `<sst xmlns="${SPREADSHEET}" count="${this.#used}" uniqueCount="${this.#texts.length}">`;
    for (const text of this.#texts) yield `<si><t xml:space="preserve">${escapeText(text)}</t></si>`;
    yield '</sst>';
  }
}

/** Longer texts are known by their hash, so that not all that was said is in memory. No short text looks like one. */
const LONGEST_KEY = 64;

const hashText = (text: string): string =>
  `${createHash('sha256').update(text, 'utf16le').digest('base64')}${' '.repeat(LONGEST_KEY)}`;

/** In a workbook `_x0041_` is an A, wherever it stands. */
function escapeText(text: string): string {
  return escapeXml(text.replace(/\r\n?/g, '\n').replace(/_(?=x[\dA-Fa-f]{4}_)/g, '_x005F_'));
}
