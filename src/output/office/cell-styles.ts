/** The looks of cells in a workbook, each combination once. */
import { SPREADSHEET } from './spreadsheet.ts';

export interface CellStyle {
  kind: 'head' | 'body' | 'total';
  format: 'general' | 'integer' | 'percent' | 'decimal';
  /** Of percentages and decimals; one when left out. */
  digits?: number | undefined;
  wrapped?: boolean;
  /** Text from bottom to top. */
  rotated?: boolean;
  /** `#rrggbb`, of a thick line at the left. */
  color?: string | undefined;
  /** Text that would become a formula when somebody edits the cell. */
  quoted?: boolean;
}

/** Of formats that are built in; others begin with 164. */
const BUILT_IN = { general: 0, integer: 1 };
const FIRST_FORMAT = 164;
const FONTS = { head: 1, body: 0, total: 1 };
const FILLS = { head: 2, body: 0, total: 0 };
const LINES = {
  head: '<top/><bottom style="thin"><color rgb="FF8C8C8C"/></bottom>',
  body: '<top/><bottom/>',
  total: '<top style="hair"><color rgb="FF8C8C8C"/></top><bottom/>',
};

export class CellStyles {
  #formats = new Map<string, number>();
  #borders = new Map<string, number>([['<border><left/><right/><top/><bottom/><diagonal/></border>', 0]]);
  #styles = new Map<string, number>([['<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>', 0]]);
  #numbers = new Map<string, number>();

  /** The number by which a cell refers to this look. */
  numberOf(style: CellStyle): number {
    const { kind, format, digits = 1, wrapped = false, rotated = false, color = '', quoted = false } = style;
    const key = `${kind} ${format} ${digits} ${wrapped} ${rotated} ${color} ${quoted}`;
    const known = this.#numbers.get(key);
    if (known !== undefined) return known;
    const number = add(this.#styles, this.#writeStyle(style));
    this.#numbers.set(key, number);
    return number;
  }

  #writeStyle({ kind, format, digits = 1, wrapped, rotated, color, quoted }: CellStyle): string {
    const left = color ? `<left style="thick"><color rgb="FF${color.slice(1).toUpperCase()}"/></left>` : '<left/>';
    const border = add(this.#borders, `<border>${left}<right/>${LINES[kind]}<diagonal/></border>`);
    const alignment = [
      `vertical="${kind === 'head' ? 'bottom' : 'top'}"`,
      ...(color ? ['horizontal="left" indent="1"'] : []),
      ...(kind === 'head' && format !== 'general' && !rotated ? ['horizontal="right"'] : []),
      ...(rotated ? ['horizontal="center" textRotation="90"'] : []),
      ...(wrapped ? ['wrapText="1"'] : []),
    ];
    const number = kind === 'head' ? BUILT_IN.general : this.#numberOfFormat(format, digits);
    return `<xf numFmtId="${number}" fontId="${FONTS[kind]}" fillId="${FILLS[kind]}" borderId="${border}" xfId="0"${quoted ? ' quotePrefix="1"' : ''} applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1"><alignment ${alignment.join(' ')}/></xf>`;
  }

  #numberOfFormat(format: CellStyle['format'], digits: number): number {
    if (format === 'general' || format === 'integer') return BUILT_IN[format];
    const code = `0${digits > 0 ? `.${'0'.repeat(digits)}` : ''}${format === 'percent' ? '%' : ''}`;
    return FIRST_FORMAT + add(this.#formats, code);
  }

  write(): string {
    const formats = Array.from(
      this.#formats,
      ([code, at]) => `<numFmt numFmtId="${FIRST_FORMAT + at}" formatCode="${code}"/>`,
    );
    const numbers = formats.length === 0 ? '' : `<numFmts count="${formats.length}">${formats.join('')}</numFmts>`;
    const [borders, styles] = [[...this.#borders.keys()], [...this.#styles.keys()]];
    return `<styleSheet xmlns="${SPREADSHEET}">${numbers}<fonts count="2"><font><sz val="11"/><name val="Calibri"/><family val="2"/></font><font><b/><sz val="11"/><name val="Calibri"/><family val="2"/></font></fonts><fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFF0F0F0"/><bgColor indexed="64"/></patternFill></fill></fills><borders count="${borders.length}">${borders.join('')}</borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="${styles.length}">${styles.join('')}</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`;
  }
}

function add(all: Map<string, number>, xml: string): number {
  const number = all.get(xml) ?? all.size;
  all.set(xml, number);
  return number;
}
