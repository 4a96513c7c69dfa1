/** The looks of cells in a workbook, each combination once. */
import { SPREADSHEET } from './spreadsheet.ts';

export interface CellStyle {
  kind: 'head' | 'body' | 'total';
  format: 'general' | 'integer' | 'percent' | 'decimal';
  wrapped?: boolean;
  /** Text from bottom to top. */
  rotated?: boolean;
  /** `#rrggbb`, of a thick line at the left. */
  color?: string | undefined;
  /** Text that would become a formula when somebody edits the cell. */
  quoted?: boolean;
}

/** Numbers of formats; below 164 they are built in. */
const FORMATS = { general: 0, integer: 1, percent: 164, decimal: 165 };
const FONTS = { head: 1, body: 0, total: 1 };
const FILLS = { head: 2, body: 0, total: 0 };
const LINES = {
  head: '<top/><bottom style="thin"><color rgb="FF8C8C8C"/></bottom>',
  body: '<top/><bottom/>',
  total: '<top style="hair"><color rgb="FF8C8C8C"/></top><bottom/>',
};

export class CellStyles {
  #borders = new Map<string, number>([['<border><left/><right/><top/><bottom/><diagonal/></border>', 0]]);
  #styles = new Map<string, number>([['<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>', 0]]);
  #numbers = new Map<string, number>();

  /** The number by which a cell refers to this look. */
  numberOf(style: CellStyle): number {
    const { kind, format, wrapped = false, rotated = false, color = '', quoted = false } = style;
    const key = `${kind} ${format} ${wrapped} ${rotated} ${color} ${quoted}`;
    const known = this.#numbers.get(key);
    if (known !== undefined) return known;
    const number = add(this.#styles, this.#writeStyle(style));
    this.#numbers.set(key, number);
    return number;
  }

  #writeStyle({ kind, format, wrapped, rotated, color, quoted }: CellStyle): string {
    const left = color ? `<left style="thick"><color rgb="FF${color.slice(1).toUpperCase()}"/></left>` : '<left/>';
    const border = add(this.#borders, `<border>${left}<right/>${LINES[kind]}<diagonal/></border>`);
    const alignment = [
      `vertical="${kind === 'head' ? 'bottom' : 'top'}"`,
      ...(color ? ['horizontal="left" indent="1"'] : []),
      ...(kind === 'head' && format !== 'general' && !rotated ? ['horizontal="right"'] : []),
      ...(rotated ? ['horizontal="center" textRotation="90"'] : []),
      ...(wrapped ? ['wrapText="1"'] : []),
    ];
    const number = kind === 'head' ? FORMATS.general : FORMATS[format];
    return `<xf numFmtId="${number}" fontId="${FONTS[kind]}" fillId="${FILLS[kind]}" borderId="${border}" xfId="0"${quoted ? ' quotePrefix="1"' : ''} applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1"><alignment ${alignment.join(' ')}/></xf>`;
  }

  write(): string {
    const [borders, styles] = [[...this.#borders.keys()], [...this.#styles.keys()]];
    return `<styleSheet xmlns="${SPREADSHEET}"><numFmts count="2"><numFmt numFmtId="164" formatCode="0.0%"/><numFmt numFmtId="165" formatCode="0.0"/></numFmts><fonts count="2"><font><sz val="11"/><name val="Calibri"/><family val="2"/></font><font><b/><sz val="11"/><name val="Calibri"/><family val="2"/></font></fonts><fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFF0F0F0"/><bgColor indexed="64"/></patternFill></fill></fills><borders count="${borders.length}">${borders.join('')}</borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="${styles.length}">${styles.join('')}</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`;
  }
}

function add(all: Map<string, number>, xml: string): number {
  const number = all.get(xml) ?? all.size;
  all.set(xml, number);
  return number;
}
