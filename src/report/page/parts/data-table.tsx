/** A table to read: a head that stays, numbers at the right, sorted by the column that is clicked. */
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { Cell, Column, Row } from '../../../model.ts';
import { formatCell, headingOf } from '../../../output/format-cell.ts';
import { compareNames } from '../../../text/compare.ts';
import { CodeMark } from './code-mark.tsx';

interface DataTableProps {
  caption: string;
  columns: readonly Column[];
  rows: readonly Row[];
  colorOf?(row: Row): string | undefined;
  /** In place of the formatted cell. */
  write?: ((row: Row, column: Column, cell: Cell) => ComponentChildren) | undefined;
}

export function DataTable({ caption, columns, rows, colorOf, write }: DataTableProps) {
  const [sort, setSort] = useState<{ at: number; down: boolean }>();
  const sortBy = (at: number) => {
    const isText = columns[at]?.kind === 'text';
    setSort(sort?.at !== at ? { at, down: !isText } : sort.down === !isText ? { at, down: isText } : undefined);
  };
  const sorted = sort ? sortRows(rows, sort) : rows;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached with the keyboard
    <div class="table-box" role="region" aria-label={caption} tabIndex={0}>
      <table class="data">
        <caption class="sr">{caption}</caption>
        <thead>
          <tr>
            {columns.map((column, at) => (
              <th
                key={column.key}
                scope="col"
                class={column.kind}
                aria-sort={sort?.at === at ? (sort.down ? 'descending' : 'ascending') : undefined}
              >
                <button type="button" class="sort" onClick={() => sortBy(at)}>
                  {headingOf(column)}
                  <span aria-hidden="true">{sort?.at === at ? (sort.down ? ' ↓' : ' ↑') : ''}</span>
                </button>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {sorted.map((row, index) => (
            <DataRow key={index} {...{ row, columns, write, color: colorOf?.(row), isSorted: sort !== undefined }} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface DataRowProps extends Pick<DataTableProps, 'columns' | 'write'> {
  row: Row;
  color: string | undefined;
  isSorted: boolean;
}

function DataRow({ row, columns, write, color, isSorted }: DataRowProps) {
  const indent = isSorted ? 0 : Math.min(row.depth ?? 0, 8);
  return (
    <tr class={row.kind === 'total' ? 'total' : row.directly ? 'directly' : undefined}>
      {columns.map((column, at) => {
        const cell = row.cells[at] ?? null;
        const text = write?.(row, column, cell) ?? formatCell(cell, column);
        if (at > 0)
          return (
            <td key={column.key} class={column.kind} dir={column.kind === 'text' ? 'auto' : undefined}>
              {text}
            </td>
          );
        return (
          <th key={column.key} scope="row" style={{ paddingInlineStart: `${0.6 + indent}em` }}>
            {row.code !== undefined && <CodeMark color={color} />}
            <bdi>{text}</bdi>
          </th>
        );
      })}
    </tr>
  );
}

/** Sums stay at the end; where there is no number, the row comes last. */
function sortRows(rows: readonly Row[], { at, down }: { at: number; down: boolean }): Row[] {
  const body = rows.filter(({ kind }) => kind === 'body');
  const order = (a: Row, b: Row) => compareCells(a.cells[at] ?? null, b.cells[at] ?? null, down);
  return [...body.sort(order), ...rows.filter(({ kind }) => kind === 'total')];
}

function compareCells(a: Cell, b: Cell, down: boolean): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  const order = typeof a === 'number' && typeof b === 'number' ? a - b : compareNames(String(a), String(b));
  return down ? -order : order;
}
