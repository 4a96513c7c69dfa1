/** Excel workbooks: one sheet a table, and one with the definitions of their numbers. */
import { escapeXml } from '../../containers/escape-xml.ts';
import type { Row, Table } from '../../model.ts';
import { CellStyles } from './cell-styles.ts';
import { type OfficePart, RELATIONS, writeOfficePackage } from './office-package.ts';
import { LONGEST_CELL, SharedStrings } from './shared-strings.ts';
import { nameSheets } from './sheet-names.ts';
import { quoteSheetName, SPREADSHEET } from './spreadsheet.ts';
import { filterRange, type SheetTable, writeSheet } from './table-sheet.ts';

export interface WorkbookOptions {
  title: string;
  /** Said before the notes of the tables. */
  notes?: readonly string[];
}

/** The bytes of the workbook: the tables in their order, then a sheet `Notes`. */
export function writeWorkbook(tables: readonly Table[], { title, notes = [] }: WorkbookOptions): Uint8Array {
  const [styles, strings] = [new CellStyles(), new SharedStrings()];
  const said: [string, string][] = notes.map((note) => ['', note]);
  const contents: SheetContent[] = [];
  const sheets: string[] = [];
  for (const table of tables) {
    const cutBefore = strings.cutCells;
    const { pieces, notes: lost } = splitTable(table);
    for (const piece of pieces) {
      contents.push({ ...piece, title: table.title });
      sheets.push(writeSheet(piece, { styles, strings }));
    }
    const cut = strings.cutCells - cutBefore;
    for (const note of [...table.notes, ...lost, ...(cut > 0 ? [describeCut(cut)] : [])])
      said.push([table.title, note]);
  }
  const noteSheet: SheetContent = { title: 'Notes', columns: NOTE_COLUMNS, rows: said.map(createNoteRow) };
  contents.push(noteSheet);
  sheets.push(writeSheet(noteSheet, { styles, strings }));
  return writeOfficePackage(title, listParts(contents, sheets, { styles, strings }));
}

interface SheetContent extends SheetTable {
  title: string;
}

const NOTE_COLUMNS: Table['columns'] = [
  { key: 'table', title: 'Table', kind: 'text' },
  { key: 'note', title: 'Note', kind: 'text' },
];

const createNoteRow = (cells: [string, string]): Row => ({ kind: 'body', cells });

const describeCut = (cells: number): string =>
  `${cells === 1 ? '1 cell is' : `${cells} cells are`} cut: Excel lets a cell hold ${LONGEST_CELL} characters. The whole text is in the CSV file of the table.`;

/** What Excel has room for, without the head. */
const MOST_ROWS = 1_048_575;
const MOST_COLUMNS = 16_384;

/** Rows go on in another sheet, so that none is lost; columns cannot. */
function splitTable(table: Table): { pieces: SheetTable[]; notes: string[] } {
  const rows = Array.from(table.rows);
  const columns = table.columns.slice(0, MOST_COLUMNS);
  const pieces: SheetTable[] = [];
  for (let start = 0; start === 0 || start < rows.length; start += MOST_ROWS)
    pieces.push({ ...table, columns, rows: rows.slice(start, start + MOST_ROWS) });
  const left = table.columns.length - columns.length;
  return { pieces, notes: left > 0 ? [`${left} columns have no room in a sheet; they are in the CSV file.`] : [] };
}

function listParts(
  contents: readonly SheetContent[],
  sheets: readonly string[],
  { styles, strings }: { styles: CellStyles; strings: SharedStrings },
): [OfficePart, ...OfficePart[]] {
  const type = (name: string) => `spreadsheetml.${name}+xml`;
  const book: OfficePart = {
    name: 'xl/workbook.xml',
    type: type('sheet.main'),
    xml: writeBook(contents),
    relations: [
      ...sheets.map((_, at) => ({ kind: 'worksheet', target: `worksheets/sheet${at + 1}.xml` })),
      { kind: 'styles', target: 'styles.xml' },
      { kind: 'sharedStrings', target: 'sharedStrings.xml' },
    ],
  };
  return [
    book,
    { name: 'xl/styles.xml', type: type('styles'), xml: styles.write() },
    { name: 'xl/sharedStrings.xml', type: type('sharedStrings'), xml: strings.write() },
    ...sheets.map((xml, at) => ({ name: `xl/worksheets/sheet${at + 1}.xml`, type: type('worksheet'), xml })),
  ];
}

/** The hidden names are what Excel itself writes for a filter, and for a head that is printed on every page. */
function writeBook(contents: readonly SheetContent[]): string {
  const names = nameSheets(contents.map(({ title }) => title));
  const sheets = names.map((name, at) => `<sheet name="${escapeXml(name)}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`);
  const define = (name: string, at: number, range: string, hidden = '') =>
    `<definedName name="_xlnm.${name}" localSheetId="${at}"${hidden}>${escapeXml(`${quoteSheetName(names[at] ?? '')}!${range}`)}</definedName>`;
  const defined = contents.flatMap((content, at) => [
    define('_FilterDatabase', at, filterRange(content).replace(/([A-Z]+)(\d+)/g, '$$$1$$$2'), ' hidden="1"'),
    define('Print_Titles', at, '$1:$1'),
  ]);
  return `<workbook xmlns="${SPREADSHEET}" xmlns:r="${RELATIONS}"><workbookPr/><bookViews><workbookView xWindow="0" yWindow="0" windowWidth="28800" windowHeight="15000"/></bookViews><sheets>${sheets.join('')}</sheets><definedNames>${defined.join('')}</definedNames></workbook>`;
}
