/** Copies a table as it is shown, to be pasted into a spreadsheet or a text. */
import { useState } from 'preact/hooks';
import type { Column, Row } from '../../../model.ts';
import { formatCell, headingOf } from '../../../output/format-cell.ts';

interface CopyButtonProps {
  columns: readonly Column[];
  rows: readonly Row[];
}

export function CopyButton({ columns, rows }: CopyButtonProps) {
  const [told, setTold] = useState('');
  const copy = () =>
    navigator.clipboard.writeText(writeLines(columns, rows)).then(
      () => setTold('Copied.'),
      () => setTold('The browser does not allow it.'),
    );
  return (
    <>
      <button type="button" class="save" onClick={() => void copy()}>
        Copy the table
      </button>{' '}
      <span class="muted" role="status">
        {told}
      </span>
    </>
  );
}

/** A line a row, tabs between the cells, as spreadsheets take it. */
function writeLines(columns: readonly Column[], rows: readonly Row[]): string {
  const clean = (text: string) => text.replace(/[\t\r\n]+/g, ' ');
  const lines = rows.map((row) =>
    columns.map((column, at) => {
      const text = clean(formatCell(row.cells[at] ?? null, column, row));
      // A name in a study must not become a formula.
      return column.kind === 'text' && /^[=+\-@]/.test(text) ? `'${text}` : text;
    }),
  );
  return [columns.map((column) => clean(headingOf(column))), ...lines].map((cells) => cells.join('\t')).join('\n');
}
