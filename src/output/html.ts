/** Tables as one web page: for the screen, light or dark, for paper, and for those who have it read to them. */
import type { Cell, Column, Row, Table } from '../model.ts';
import { escapeHtml } from './escape-html.ts';
import { formatCell, headingOf } from './format-cell.ts';
import { writeHtmlPage } from './html-page.ts';
import { TABLE_STYLE } from './html-style.ts';
import { createTurning, findLargest, listMatrixColumns, listShownColumns, type ShownColumn } from './shown-columns.ts';
import { spanGroups } from './spans-of-groups.ts';
import type { TextFormat } from './table-format.ts';
import { nameInTree } from './text-layout.ts';

export const html: TextFormat = {
  name: 'html',
  extension: '.html',
  write: (table) =>
    writeHtmlPage({ title: table.title, style: TABLE_STYLE, body: `<main>\n${writeTableHtml(table)}</main>` }),
};

/** Heading, table and notes. Ids of codes are left out, for the rows say which code they are about. */
export function writeTableHtml(table: Table): string {
  const rows = Array.from(table.rows);
  const columns = listColumns(table, rows);
  const body = rows.map((row) => writeRow(row, columns, table)).join('\n');
  const notes = table.notes.map((note) => `<li>${escapeHtml(note)}</li>`).join('\n');
  const count = rows.filter(({ kind }) => kind === 'body').length;
  return `<h1 id="title">${escapeHtml(table.title)}</h1>
<div class="wide" role="region" aria-labelledby="title" tabindex="0">
<table>
<caption>${count === 1 ? '1 row' : `${count} rows`}</caption>
<thead>
${writeHead(columns)}
</thead>
<tbody>
${body}
</tbody>
</table>
</div>
<ul class="notes">
${notes}
</ul>
`;
}

interface HtmlColumn extends ShownColumn {
  /** Of a column that is shaded by its numbers. */
  largest?: number;
  className: string;
}

const LONG = 60;

function listColumns(table: Table, rows: readonly Row[]): HtmlColumn[] {
  const matrix = listMatrixColumns(table);
  const isInMatrix = new Set(matrix.map(({ index }) => index));
  const largest = findLargest(matrix, rows);
  const isTurned = createTurning(table);
  return listShownColumns(table).map(({ column, index }) => {
    const most = isInMatrix.has(index) ? (largest[column.kind] ?? 0) : 0;
    return {
      column,
      index,
      className: column.kind === 'text' ? (isLong(rows, index) ? 'long' : '') : isTurned(column) ? 'n turned' : 'n',
      ...(most > 0 ? { largest: most } : {}),
    };
  });
}

function isLong(rows: readonly Row[], index: number): boolean {
  return rows.some(({ cells }) => typeof cells[index] === 'string' && cells[index].length > LONG);
}

/** A line of document groups above their documents, if there are any. */
function writeHead(columns: readonly HtmlColumn[]): string {
  const groups = spanGroups(columns.map(({ column }) => column));
  const above = groups.map(({ group, columns: width }) =>
    group === undefined
      ? `<td colspan="${width}"></td>`
      : `<th colspan="${width}" scope="colgroup">${escapeHtml(group)}</th>`,
  );
  const headings = columns.map(
    ({ column, className }) =>
      `<th scope="col"${classOf(className)}><span>${escapeHtml(headingOf(column))}</span></th>`,
  );
  const lines = groups.length > 0 ? [`<tr class="groups">${above.join('')}</tr>`] : [];
  return [...lines, `<tr>${headings.join('')}</tr>`].join('\n');
}

const classOf = (name: string): string => (name === '' ? '' : ` class="${name}"`);

function writeRow(row: Row, columns: readonly HtmlColumn[], table: Table): string {
  const named = columns[0]?.column.key === 'code' || row.kind === 'total';
  const coloured = Math.max(
    0,
    columns.findIndex(({ column }) => column.key === 'code'),
  );
  const cells = columns.map((shown, at) => {
    const cell = row.cells[shown.index] ?? null;
    const color = at === coloured && row.color ? `--code:${row.color}` : '';
    const style = [color, shadeOf(row, cell, shown)].filter(Boolean).join(';');
    const attributes = [
      ...(named && at === 0 ? [' scope="row"'] : []),
      classOf([color ? 'coded' : '', shown.className, cell === 0 ? 'zero' : ''].filter(Boolean).join(' ')),
      ...(style ? [` style="${escapeHtml(style)}"`] : []),
      ...(shown.column.kind === 'text' ? [' dir="auto"'] : []),
    ];
    const content = at === 0 ? writeName(row, cell, table) : writeCell(row, cell, shown.column);
    const element = named && at === 0 ? 'th' : 'td';
    return `<${element}${attributes.join('')}>${content}</${element}>`;
  });
  return `<tr${row.kind === 'total' ? ' class="total"' : ''}>${cells.join('')}</tr>`;
}

/** In the tree a code has its own name and is indented; the path is shown where the mouse is. */
function writeName(row: Row, cell: Cell, { columns }: Table): string {
  const [column] = columns;
  if (!column) return '';
  if (row.depth === undefined || typeof cell !== 'string') return writeCell(row, cell, column);
  const name = escapeHtml(nameInTree(cell, row));
  return `<span class="name" style="margin-left:${row.depth * 1.2}em" title="${escapeHtml(cell)}">${name}</span>`;
}

const writeCell = (row: Row, cell: Cell, column: Column): string => escapeHtml(formatCell(cell, column, row));

/** Never so dark that the number on it could not be read. */
const DARKEST = 45;

function shadeOf({ kind }: Row, cell: Cell, { largest }: HtmlColumn): string {
  if (largest === undefined || kind !== 'body' || typeof cell !== 'number' || cell <= 0) return '';
  return `--shade:${Math.round((cell / largest) * DARKEST)}%`;
}
