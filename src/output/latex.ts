/** Tables for LaTeX, to be put into a manuscript with \input; with the lines of booktabs, on several pages where they are long. */
import type { Column, Row, Table } from '../model.ts';
import { escapeLatex, joinCells, wrapping } from './escape-latex.ts';
import { formatCell, headingOf } from './format-cell.ts';
import { drawLatexRecords } from './latex-records.ts';
import { OWN_WORDS } from './own-output.ts';
import { createTurning, listShownColumns, type ShownColumn } from './shown-columns.ts';
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
    const notes = table.notes.map((note) => `\\noindent ${escapeLatex(note)}\\par`).join('\n');
    const small = notes === '' ? '' : `\n{\\footnotesize\n${notes}}`;
    return `${HEAD}\n${isWide ? drawLatexRecords(table, rows) + small : drawTable({ table, rows, columns, notes: small })}\n`;
  },
};

const HEAD = `% ${OWN_WORDS}
% In the preamble: \\usepackage{booktabs,longtable,array,graphicx}, and for pdfLaTeX \\usepackage[T1]{fontenc}
% Scripts other than the Latin one, and emoji, need LuaLaTeX or XeLaTeX and a font that has them.`;

/** Rows that fit on a page. */
const MOST_ROWS = 30;
const MOST_TEXTS = 4;
/** Characters that fit beside each other; wider text gets a column that wraps. */
const LONGEST_TEXT = 34;

interface LatexColumn extends ShownColumn {
  /** In the preamble of the table. */
  alignment: string;
  rotated: boolean;
}

const isText = ({ column }: LatexColumn): boolean => column.kind === 'text';

function layOutColumns(table: Table, rows: readonly Row[]): LatexColumn[] {
  const isTurned = createTurning(table);
  const measured = listShownColumns(table).map(({ column, index }) => {
    const content = widestCell(rows, column, index);
    const heading = measure(headingOf(column));
    const rotated = isTurned(column);
    const isLong = column.kind === 'text' && content > LONGEST_TEXT;
    return { column, index, rotated, isLong, width: Math.max(content, rotated ? 2 : heading) + GAP };
  });
  const sum = (long: boolean) => measured.reduce((all, each) => all + (each.isLong === long ? each.width : 0), 0);
  const room = Math.max(NARROWEST, LINE - sum(false));
  const share = (width: number) => ((width * Math.min(1, room / sum(true))) / LINE).toFixed(2);
  return measured.map(({ column, index, rotated, isLong, width }) => {
    const alignment = isLong ? wrapping(share(width)) : column.kind === 'text' ? 'l' : 'r';
    return { column, index, rotated, alignment };
  });
}

/** Characters in a line of text, between two columns, and in the narrowest column that wraps. */
const [LINE, GAP, NARROWEST] = [66, 3, 18];

function widestCell(rows: readonly Row[], column: Column, index: number): number {
  return largestOf(
    0,
    rows.map((row) => {
      const text = formatCell(row.cells[index] ?? null, column, row);
      return index === 0 && row.depth !== undefined ? measure(nameInTree(text, row)) + 2 * row.depth : measure(text);
    }),
  );
}

interface Drawing {
  table: Table;
  rows: readonly Row[];
  columns: readonly LatexColumn[];
  /** Stay with a table that floats. */
  notes: string;
}

function drawTable({ table, rows, columns, notes }: Drawing): string {
  const alignments = `@{}${columns.map(({ alignment }) => alignment).join('')}@{}`;
  const caption = `\\caption{${escapeLatex(table.title)}}`;
  const head = `\\toprule\n${drawHead(columns)}\\midrule`;
  const firstTotal = rows.findIndex(({ kind }) => kind === 'total');
  const lines = rows.map((row, at) => (at > 0 && at === firstTotal ? '\\midrule\n' : '') + drawRow(row, columns));
  // An empty line would end a paragraph in the middle of the table.
  const body = lines.map((line) => `${line}\n`).join('');
  if (rows.length <= MOST_ROWS)
    return `\\begin{table}[htbp]\n\\centering\n${caption}\n\\par\\medskip\n\\begin{tabular}{${alignments}}\n${head}\n${body}\\bottomrule\n\\end{tabular}\n\\par\\medskip${notes}\n\\end{table}`;
  return `\\begin{longtable}{${alignments}}\n${caption}\\\\\n${head}\n\\endfirsthead\n${head}\n\\endhead\n\\bottomrule\n\\endlastfoot\n${body}\\end{longtable}${notes}`;
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
  const cells = columns.map(({ column, index, alignment }, at) => {
    const text = formatCell(row.cells[index] ?? null, column, row);
    if (at > 0 || row.depth === undefined) return escapeLatex(text);
    const hanging = alignment === 'l' ? '' : `\\hangindent=${row.depth + 1}em `;
    return `${hanging}${row.depth > 0 ? `\\hspace*{${row.depth}em}` : ''}${escapeLatex(nameInTree(text, row))}`;
  });
  return joinCells(cells);
}
