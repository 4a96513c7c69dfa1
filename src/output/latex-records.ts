/** Wide tables for LaTeX: a block of lines a row, with the headings at the left. */
import type { Row, Table } from '../model.ts';
import { escapeLatex, joinCells, wrapping } from './escape-latex.ts';
import { formatCell, headingOf } from './format-cell.ts';
import { listShownColumns } from './shown-columns.ts';
import { largestOf, measure } from './text-layout.ts';

/** What is empty has no line. */
export function drawLatexRecords({ columns, title }: Table, rows: readonly Row[]): string {
  const shown = listShownColumns({ columns });
  const records = rows.map((row) =>
    shown
      .map(({ column, index }) => [headingOf(column), formatCell(row.cells[index] ?? null, column, row)] as const)
      .filter(([, text]) => text !== '')
      .map(([heading, text]) => joinCells([escapeLatex(heading), escapeLatex(text)]))
      .join('\n'),
  );
  const widest = largestOf(
    0,
    shown.map(({ column }) => measure(headingOf(column))),
  );
  const share = Math.max(0.5, 0.9 - widest * 0.016).toFixed(2);
  return `\\begin{longtable}{@{}l${wrapping(share)}@{}}
\\caption{${escapeLatex(title)}}\\\\
\\toprule
\\endfirsthead
\\toprule
\\endhead
\\bottomrule
\\endlastfoot
${records.map((record) => `${record}\n`).join('\\midrule\n')}\\end{longtable}`;
}
