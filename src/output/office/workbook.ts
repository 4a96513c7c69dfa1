/** Excel workbooks: one sheet a table, and one with the definitions of their numbers. */
import { escapeXml } from '../../containers/escape-xml.ts';
import type { Row, Table } from '../../model.ts';
import type { CreateList } from '../../tables/kept-list.ts';
import { CellStyles } from './cell-styles.ts';
import { type OfficePart, type PartName, RELATIONS, writeOfficePackage } from './office-package.ts';
import { LONGEST_CELL, SharedStrings } from './shared-strings.ts';
import { nameSheets } from './sheet-names.ts';
import { quoteSheetName, SPREADSHEET } from './spreadsheet.ts';
import { filterRange, measureRows, type SheetTable, writeSheet } from './table-sheet.ts';

export interface WorkbookOptions {
  title: string;
  /** Said before the notes of the tables. */
  notes?: readonly string[];
  createList?: CreateList;
}

/** The bytes of the workbook, piece by piece: the tables in their order, then a sheet `Notes`. */
export function writeWorkbook(tables: readonly Table[], options: WorkbookOptions): Generator<Uint8Array> {
  const sheets = tables.flatMap(splitTable);
  const names: [PartName, ...PartName[]] = [
    { name: 'xl/workbook.xml', type: typeOf('sheet.main') },
    { name: 'xl/styles.xml', type: typeOf('styles') },
    { name: 'xl/sharedStrings.xml', type: typeOf('sharedStrings') },
    ...[...sheets, NOTE_COLUMNS].map((_, at) => nameSheet(at)),
  ];
  return writeOfficePackage({ title: options.title, names, parts: listParts(sheets, options) });
}

const typeOf = (name: string) => `spreadsheetml.${name}+xml`;
const nameSheet = (at: number): PartName => ({ name: `xl/worksheets/sheet${at + 1}.xml`, type: typeOf('worksheet') });

/** A table, or what of it has room in one sheet. */
interface SheetContent extends SheetTable {
  title: string;
  /** Said behind the last sheet of a table, with what was cut. */
  notes?: readonly string[];
}

/** The book and what the sheets refer to come last, for only then all of it is known. */
function* listParts(
  sheets: readonly SheetContent[],
  { notes = [], createList }: WorkbookOptions,
): Generator<OfficePart> {
  const [styles, strings] = [new CellStyles(), new SharedStrings(createList)];
  const said: [string, string][] = notes.map((note) => ['', note]);
  let cutBefore = 0;
  for (const [at, sheet] of sheets.entries()) {
    yield { ...nameSheet(at), xml: writeSheet(sheet, { styles, strings }) };
    if (!sheet.notes) continue;
    const cut = strings.cutCells - cutBefore;
    cutBefore = strings.cutCells;
    for (const note of [...sheet.notes, ...(cut > 0 ? [describeCut(cut)] : [])]) said.push([sheet.title, note]);
  }
  const rows = said.map(createNoteRow);
  const noteSheet: SheetContent = { title: 'Notes', columns: NOTE_COLUMNS, rows, extent: measureRows(rows) };
  yield { ...nameSheet(sheets.length), xml: writeSheet(noteSheet, { styles, strings }) };
  yield { name: 'xl/styles.xml', type: typeOf('styles'), xml: styles.write() };
  yield { name: 'xl/sharedStrings.xml', type: typeOf('sharedStrings'), xml: strings.write() };
  const contents = [...sheets, noteSheet];
  yield {
    name: 'xl/workbook.xml',
    type: typeOf('sheet.main'),
    xml: writeBook(contents),
    relations: [
      ...contents.map((_, at) => ({ kind: 'worksheet', target: `worksheets/sheet${at + 1}.xml` })),
      { kind: 'styles', target: 'styles.xml' },
      { kind: 'sharedStrings', target: 'sharedStrings.xml' },
    ],
  };
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
function splitTable(table: Table): SheetContent[] {
  const columns = table.columns.slice(0, MOST_COLUMNS);
  const left = table.columns.length - columns.length;
  const lost = left > 0 ? [`${left} columns have no room in a sheet; they are in the CSV file.`] : [];
  const notes = [...table.notes, ...lost];
  const { title, display } = table;
  const base = { title, columns, ...(display ? { display } : {}) };
  const whole = measureRows(table.rows);
  if (whole.rows <= MOST_ROWS) return [{ ...base, rows: table.rows, extent: whole, notes }];
  const starts = Array.from({ length: Math.ceil(whole.rows / MOST_ROWS) }, (_, at) => at * MOST_ROWS);
  return starts.map((start, at) => {
    const rows = takeRows(table.rows, start, start + MOST_ROWS);
    return { ...base, rows, extent: measureRows(rows), ...(at === starts.length - 1 ? { notes } : {}) };
  });
}

function takeRows(rows: Iterable<Row>, from: number, to: number): Iterable<Row> {
  return {
    *[Symbol.iterator]() {
      let at = 0;
      for (const row of rows) {
        if (at >= to) return;
        if (at++ >= from) yield row;
      }
    },
  };
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
