/** Tables for LaTeX: nothing that is said becomes a command, and rows stay rows. */
import { expect, test } from 'vitest';
import type { Cell, Table } from '../../src/model.ts';
import { escapeLatex } from '../../src/output/escape-latex.ts';
import { latex } from '../../src/output/latex.ts';

const OPTIONS = { width: 60, colorLevel: 0 as const, numbers: false, excel: false };

test.each([
  ['\\end{tabular}', '\\textbackslash{}end\\{tabular\\}'],
  ['50 % & $5 #1 a_b', '50 \\% \\& \\$5 \\#1 a\\_b'],
  ['x^2 ~ y', 'x\\textasciicircum{}2 \\textasciitilde{} y'],
  ['a < b > c | d', 'a \\textless{} b \\textgreater{} c \\textbar{} d'],
  ['één "citaat" ‘zo’ 👩 שלום', 'één "citaat" ‘zo’ 👩 שלום'],
  ['een\n\n  twee', 'een twee'],
  ['ja -- nee --- ja', 'ja -{}- nee -{}-{}- ja'],
  ["''zo'' ?`", "'{}'zo'{}' ?{}`"],
  ['a − b ≥ 2', 'a \\ensuremath{-} b \\ensuremath{\\geq} 2'],
  ['a\u0007b\uD800c', 'abc'],
])('%j is shown as it is', (text, written) => expect(escapeLatex(text)).toBe(written));

const tableOf = (rows: Cell[][], more: Partial<Table> = {}): Table => ({
  name: 'sample',
  title: 'A & B',
  columns: [
    { key: 'code', title: 'Code', kind: 'text' },
    { key: 'code_id', kind: 'text' },
    { key: 'one', title: 'One', kind: 'integer', document: { name: 'one', group: 'G_1' } },
    { key: 'two', title: 'Two', kind: 'percent', document: { name: 'two', group: 'G_1' } },
  ],
  rows: rows.map((cells, at) => ({ kind: at === rows.length - 1 ? 'total' : 'body', depth: at % 2, cells })),
  notes: ['100 % of it.'],
  ...more,
});

test('a short table, with document groups, the tree, and lines', () => {
  expect(
    latex.write(
      tableOf([
        ['A', 'a', 1, 50],
        ['A \\ B', 'b', 0, null],
        ['Sum', '', 1, 33.333],
      ]),
      OPTIONS,
    ),
  ).toBe(
    String.raw`% written by code-transcripts
% In the preamble: \usepackage{booktabs,longtable,array,graphicx}, and for pdfLaTeX \usepackage[T1]{fontenc}
% Scripts other than the Latin one, and emoji, need LuaLaTeX or XeLaTeX and a font that has them.
\begin{table}[htbp]
\centering
\caption{A \& B}
\par\medskip
\begin{tabular}{@{}lrr@{}}
\toprule
\multicolumn{1}{c}{} & \multicolumn{2}{c}{G\_1} \\
\cmidrule(lr){2-3}
Code & One & Two \\
\midrule
A & 1 & 50.0 \\
\hspace*{1em}B & 0 &  \\
\midrule
Sum & 1 & 33.3 \\
\bottomrule
\end{tabular}
\par\medskip
{\footnotesize
\noindent 100 \% of it.\par}
\end{table}
`,
  );
});

test('a row may begin with what could belong to the end of the row before', () => {
  const written = latex.write(
    tableOf([
      ['[lacht]', '', 1, 1],
      ['*', '', 1, 1],
      ['Sum', '', 1, 1],
    ]),
    OPTIONS,
  );
  expect(written).toMatch(/\n\{\}\[lacht\] & /);
  expect(written).not.toMatch(/\\\\\s*[[*]/);
});

test('a long table goes on over pages with its head', () => {
  const written = latex.write(tableOf(Array.from({ length: 60 }, (_, at) => [`code ${at}`, '', at, at])), OPTIONS);
  expect(written.match(/Code & One & Two/g)).toHaveLength(2);
  expect(written).toContain('\\endfirsthead');
  expect(written.match(/ & \d+ & /g)).toHaveLength(60);
});

test('a wide table has a line a cell, and none for what is empty', () => {
  const written = latex.write(
    tableOf(
      [
        ['A', 'a', 1, null],
        ['B', 'b', 2, 2],
      ],
      { display: 'records' },
    ),
    OPTIONS,
  );
  expect(written).toContain('\nCode & A \\\\\nOne & 1 \\\\\n\\midrule\nCode & B \\\\\nOne & 2 \\\\\nTwo & 2.0 \\\\\n');
});

test('a table without rows has no empty line, which would end it', () => {
  for (const display of ['circles', 'records'] as const)
    expect(latex.write(tableOf([], { display }), OPTIONS)).not.toContain('\n\n');
});
