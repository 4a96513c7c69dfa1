/** The texts of a workbook, each of them once. */
import { escapeXml } from '../../containers/escape-xml.ts';
import { cutQuotes } from '../../tables/quote-cells.ts';
import { SPREADSHEET } from './spreadsheet.ts';

/** Characters (UTF-16 units) that Excel lets a cell hold. */
export const LONGEST_CELL = 32_767;
const CUT = ' … [cut here: a cell holds no more]';

export class SharedStrings {
  #numbers = new Map<string, number>();
  #used = 0;
  /** Cells that were too long; grows while texts are added. */
  cutCells = 0;

  /** The number by which a cell refers to this text. */
  numberOf(text: string): number {
    this.#used++;
    const fitted = this.#fit(text);
    const number = this.#numbers.get(fitted) ?? this.#numbers.size;
    this.#numbers.set(fitted, number);
    return number;
  }

  #fit(text: string): string {
    if (text.length <= LONGEST_CELL) return text;
    this.cutCells++;
    return cutQuotes(text, LONGEST_CELL) ?? text.slice(0, LONGEST_CELL - CUT.length) + CUT;
  }

  write(): string {
    const texts = Array.from(
      this.#numbers.keys(),
      (text) => `<si><t xml:space="preserve">${escapeText(text)}</t></si>`,
    );
    return `<sst xmlns="${SPREADSHEET}" count="${this.#used}" uniqueCount="${texts.length}">${texts.join('')}</sst>`;
  }
}

/** In a workbook `_x0041_` is an A, wherever it stands. */
function escapeText(text: string): string {
  return escapeXml(text.replace(/\r\n?/g, '\n').replace(/_(?=x[\dA-Fa-f]{4}_)/g, '_x005F_'));
}
