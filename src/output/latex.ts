/** Tables for LaTeX, to be put into a manuscript with \input; with the lines of booktabs, on several pages where they are long. */
import type { Column, Row, Table } from '../model.ts';
import { escapeLatex, joinCells } from './escape-latex.ts';
import { formatCell, headingOf } from './format-cell.ts';
import { drawLatexRecords } from './latex-records.ts';
import { OWN_WORDS } from './own-output.ts';
import { spanGroups } from './spans-of-groups.ts';
import type { TextFormat } from './table-format.ts';
import { largestOf, measure, nameInTree } from './text-layout.ts';

export const latex: TextFormat = {
  name: 'latex',
  extension: '.tex',
  write(table) {
    const rows = Array.from(table.rows);
    const columns = layOutColumns(table, rows);
    const isWide =
      table.display === 'records' || table.display === 'kwic' || columns.filter(isText).length > MOST_TEXTS;
    const body = isWide ? drawLatexRecords(table, rows) : drawTable(table, rows, columns);
    const notes = table.notes.map((note) => escapeLatex(note)).join('\\par\n');
    return `${HEAD}\n${body}\n{\\footnotesize\\noindent\n${notes}\\par}\n`;
  },
};

const HEAD = `% ${OWN_WORDS}
% In the preamble: \\usepackage[T1]{fontenc}\\usepackage{booktabs,longtable,array,graphicx}
% Scripts other than the Latin one, and emoji, need LuaLaTeX or XeLaTeX and a font that has them.`;

/** Rows that fit on a page. */
const MOST_ROWS = 40;
const MOST_TEXTS = 4;
/** Characters that fit beside each other; wider text gets a column that wraps. */
const LONGEST_TEXT = 34;
const MOST_UPRIGHT = 4;

interface LatexColumn {
  column: Column;
  index: number;
  /** In the preamble of the table. */
  alignment: string;
  rotated: boolean;
}

const isText = ({ column }: LatexColumn): boolean => column.kind === 'text';

function layOutColumns({ columns }: Table, rows: readonly Row[]): LatexColumn[] {
  const shown = columns.map((column, index) => ({ column, index })).filter(({ column }) => !column.key.endsWith('_id'));
  const isLong = shown.map(({ column, index }) => column.kind === 'text' && widest(rows, column, index) > LONGEST_TEXT);
  const share = (0.7 / Math.max(1, isLong.filter(Boolean).length)).toFixed(2);
  const turned = shown.filter(({ column }) => column.kind !== 'text').length > MOST_UPRIGHT;
  return shown.map(({ column, index }, at) => ({
    column,
    index,
    alignment: isLong[at]
      ? `>{\\raggedright\\arraybackslash}p{${share}\\linewidth}`
      : column.kind === 'text'
        ? 'l'
        : 'r',
    rotated: turned && column.kind !== 'text' && measure(headingOf(column)) > SHORT_HEADING,
  }));
}

const SHORT_HEADING = 5;

function widest(rows: readonly Row[], column: Column, index: number): number {
  return largestOf(
    0,
    rows.map((row) => {
      const text = formatCell(row.cells[index] ?? null, column);
      return measure(index === 0 && row.depth !== undefined ? nameInTree(text, row) : text) + 2 * (row.depth ?? 0);
    }),
  );
}

function drawTable(table: Table, rows: readonly Row[], columns: readonly LatexColumn[]): string {
  const alignments = `@{}${columns.map(({ alignment }) => alignment).join('')}@{}`;
  const caption = escapeLatex(table.title);
  const head = `\\toprule\n${drawHead(columns)}\\midrule`;
  const isTotal = rows.map(({ kind }) => kind === 'total');
  const body = rows.map((row, at) => (isTotal[at] && !isTotal[at - 1] ? '\\midrule\n' : '') + drawRow(row, columns));
  if (rows.length <= MOST_ROWS)
    return `\\begin{table}[htbp]\n\\centering\n\\caption{${caption}}\n\\begin{tabular}{${alignments}}\n${head}\n${body.join('\n')}\n\\bottomrule\n\\end{tabular}\n\\end{table}`;
  const onEveryPage = `${head}\n\\endhead\n\\bottomrule\n\\endlastfoot`;
  return `\\begin{longtable}{${alignments}}\n\\caption{${caption}}\\\\\n${head}\n\\endfirsthead\n${onEveryPage}\n${body.join('\n')}\n\\end{longtable}`;
}

function drawHead(columns: readonly LatexColumn[]): string {
  const headings = columns.map(({ column, rotated }) => {
    const heading = escapeLatex(headingOf(column));
    return rotated ? `\\rotatebox{90}{${heading}}` : heading;
  });
  return `${drawGroups(columns)}${joinCells(headings)}\n`;
}

/** Document groups over their documents, with a line under each. */
function drawGroups(columns: readonly LatexColumn[]): string {
  const groups = spanGroups(columns.map(({ column }) => column));
  if (groups.length === 0) return '';
  let at = 1;
  const lines: string[] = [];
  const cells = groups.map(({ group, columns: width }) => {
    const end = at + width - 1;
    if (group !== undefined) lines.push(`\\cmidrule(lr){${at}-${end}}`);
    at = end + 1;
    return `\\multicolumn{${width}}{c}{${escapeLatex(group ?? '')}}`;
  });
  return `${joinCells(cells)}\n${lines.join('')}\n`;
}

function drawRow(row: Row, columns: readonly LatexColumn[]): string {
  const cells = columns.map(({ column, index }, at) => {
    const text = formatCell(row.cells[index] ?? null, column);
    if (at > 0 || row.depth === undefined) return escapeLatex(text);
    return `${row.depth > 0 ? `\\hspace*{${row.depth}em}` : ''}${escapeLatex(nameInTree(text, row))}`;
  });
  return joinCells(cells);
}
