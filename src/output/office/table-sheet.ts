/** One table as one sheet: a head that stays in sight and filters, real numbers, and the colours of the codes. */
import type { Cell, Column, ColumnKind, Row, Table } from '../../model.ts';
import { headingOf, roundCell } from '../format-cell.ts';
import { listMatrixColumns } from '../shown-columns.ts';
import { largestOf, wrapText } from '../text-layout.ts';
import type { CellStyle, CellStyles } from './cell-styles.ts';
import type { SharedStrings } from './shared-strings.ts';
import { type ColumnLayout, heightOf, LINE, layOutColumns } from './sheet-layout.ts';
import { columnName, SPREADSHEET } from './spreadsheet.ts';

/** The rows are gone through several times. */
export interface SheetTable extends Pick<Table, 'columns' | 'rows' | 'display'> {
  extent: SheetExtent;
}

/** What has to be known of the rows before the first of them is written. */
export interface SheetExtent {
  rows: number;
  /** Rows before the first total. */
  sortable: number;
  body: number;
  /** Of the levels that are folded. */
  deepest: number;
}

/** Of some rows. */
export function measureRows(rows: Iterable<Row>): SheetExtent {
  const extent = { rows: 0, sortable: 0, body: 0, deepest: 0 };
  for (const row of rows) {
    if (row.kind === 'body') extent.body++;
    if (row.kind !== 'total' && extent.sortable === extent.rows) extent.sortable++;
    extent.rows++;
    extent.deepest = Math.max(extent.deepest, levelOf(row));
  }
  return extent;
}

/** What the sheets of a workbook share. */
export interface SheetContext {
  styles: CellStyles;
  strings: SharedStrings;
}

/** The XML of the sheet, piece by piece. Headings are those for people. Rows of subcodes can be folded. */
export function* writeSheet(table: SheetTable, context: SheetContext): Generator<string> {
  const layout = layOutColumns(table);
  const { columns, rows, extent } = table;
  const writeRow = createRowWriter(table, layout, context);
  const fits = layout.reduce((sum, { width }) => sum + width, 0) <= WIDEST_PAGE;
  yield [
    `<worksheet xmlns="${SPREADSHEET}">`,
    `<sheetPr><outlinePr summaryBelow="0"/><pageSetUpPr fitToPage="${fits ? 1 : 0}"/></sheetPr>`,
    `<dimension ref="A1:${columnName(columns.length - 1)}${extent.rows + 1}"/>`,
    writeView(columns),
    `<sheetFormatPr defaultRowHeight="15"${extent.deepest > 0 ? ` outlineLevelRow="${extent.deepest}"` : ''}/>`,
    `<cols>${layout.map(({ width }, at) => `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"/>`).join('')}</cols>`,
    '<sheetData>',
    writeHead(columns, layout, context),
  ].join('');
  let line = 2;
  for (const row of rows) yield writeRow(row, line++);
  yield [
    '</sheetData>',
    `<autoFilter ref="${filterRange(table)}"/>`,
    writeShades(table),
    '<pageMargins left="0.5" right="0.5" top="0.6" bottom="0.6" header="0.3" footer="0.3"/>',
    '<pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/>',
    '<headerFooter><oddHeader>&amp;L&amp;A</oddHeader><oddFooter>&amp;R&amp;P / &amp;N</oddFooter></headerFooter>',
    '</worksheet>',
  ].join('');
}

/** Characters beside each other that can still be read when they are made to fit on a page. */
const WIDEST_PAGE = 220;

/** Head and body; totals stay where they are when somebody sorts. */
export function filterRange({ columns, extent }: Pick<SheetTable, 'columns' | 'extent'>): string {
  return `A1:${columnName(columns.length - 1)}${extent.sortable + 1}`;
}

/** The names of codes stay in sight too. */
function writeView([first]: readonly Column[]): string {
  const pane =
    first?.key === 'code'
      ? '<pane xSplit="1" ySplit="1" topLeftCell="B2" activePane="bottomRight" state="frozen"/><selection pane="bottomRight" activeCell="B2" sqref="B2"/>'
      : '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/><selection pane="bottomLeft" activeCell="A2" sqref="A2"/>';
  return `<sheetViews><sheetView showGridLines="0" workbookViewId="0">${pane}</sheetView></sheetViews>`;
}

/** Points that a character takes when it is turned. */
const TURNED_CHARACTER = 6;
const HIGHEST_HEAD = 180;

function writeHead(columns: readonly Column[], layout: readonly ColumnLayout[], { styles, strings }: SheetContext) {
  const heights = columns.map((column, at) => {
    const { rotated = false, width = 0 } = layout[at] ?? {};
    const heading = headingOf(column);
    return rotated ? heading.length * TURNED_CHARACTER + 12 : wrapText(heading, width - 2).length * LINE;
  });
  const height = Math.min(HIGHEST_HEAD, largestOf(LINE, heights));
  const cells = columns.map((column, at) => {
    const format = column.kind === 'text' ? 'general' : column.kind;
    const style = styles.numberOf({ kind: 'head', format, wrapped: true, rotated: layout[at]?.rotated ?? false });
    return `<c r="${columnName(at)}1" s="${style}" t="s"><v>${strings.numberOf(headingOf(column))}</v></c>`;
  });
  return `<row r="1" ht="${height}" customHeight="1">${cells.join('')}</row>`;
}

/** Excel folds seven levels. */
const levelOf = ({ depth = 0 }: Row): number => Math.min(depth, 7);

function createRowWriter(
  { columns }: SheetTable,
  layout: readonly ColumnLayout[],
  { styles, strings }: SheetContext,
): (row: Row, line: number) => string {
  const names = columns.map((_, at) => columnName(at));
  const coloured = Math.max(
    0,
    columns.findIndex(({ key }) => key === 'code'),
  );
  const writeCell = (row: Row, at: number, line: number): string => {
    const column = columns[at] as Column;
    const cell = roundCell(row.cells[at] ?? null, column);
    const kind = row.numbers ?? column.kind;
    const style: CellStyle = {
      kind: row.kind,
      format: formatOf(cell, kind),
      digits: column.digits,
      wrapped: layout[at]?.wrapped ?? false,
      color: at === coloured ? row.color : undefined,
      quoted: typeof cell === 'string' && /^[=+\-@]/.test(cell),
    };
    const start = `<c r="${names[at]}${line}" s="${styles.numberOf(style)}"`;
    if (typeof cell === 'string' && cell !== '') return `${start} t="s"><v>${strings.numberOf(cell)}</v></c>`;
    if (typeof cell === 'boolean') return `${start} t="b"><v>${Number(cell)}</v></c>`;
    if (typeof cell === 'number' && Number.isFinite(cell)) return `${start}><v>${numberIn(cell, kind, column)}</v></c>`;
    return row.kind === 'total' || style.color ? `${start}/>` : '';
  };
  return (row, line) => {
    const level = levelOf(row) > 0 ? ` outlineLevel="${levelOf(row)}"` : '';
    const height = heightOf(row, layout);
    const high = height === undefined ? '' : ` ht="${height}"`;
    return `<row r="${line}"${high}${level}>${columns.map((_, at) => writeCell(row, at, line)).join('')}</row>`;
  };
}

/** Values of document variables are numbers in columns of text. */
function formatOf(cell: Cell, kind: ColumnKind): CellStyle['format'] {
  return kind === 'text' || typeof cell !== 'number' ? 'general' : kind;
}

/** Excel keeps percentages as shares of 1; two decimals of the percentage are four of the share. */
function numberIn(value: number, kind: ColumnKind, { digits = 2 }: Column): number {
  return kind === 'percent' ? Number((value / 100).toFixed(digits + 2)) : value;
}

/** A matrix is shaded by its numbers, each kind for itself, as the circles in the terminal grow. */
function writeShades(table: SheetTable): string {
  const { body } = table.extent;
  const kinds = new Map<string, string[]>();
  if (body > 0)
    for (const { column, index } of listMatrixColumns(table)) {
      const range = `${columnName(index)}2:${columnName(index)}${body + 1}`;
      const ranges = kinds.get(column.kind);
      if (ranges) ranges.push(range);
      else kinds.set(column.kind, [range]);
    }
  return Array.from(kinds.values(), (ranges, at) => {
    const scale = `<colorScale><cfvo type="num" val="0"/><cfvo type="max"/><color rgb="FFFFFFFF"/><color rgb="FF9DC3E6"/></colorScale>`;
    return `<conditionalFormatting sqref="${ranges.join(' ')}"><cfRule type="colorScale" priority="${at + 1}">${scale}</cfRule></conditionalFormatting>`;
  }).join('');
}
