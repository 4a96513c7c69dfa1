/** A row of a grid: the name of its code, its cells, its sums. */
import type { Cell, Column, Row } from '../../../model.ts';
import { CodeMark } from './code-mark.tsx';
import type { ColumnWindow } from './column-window.ts';
import type { GridProps } from './grid.tsx';

interface RowProps {
  props: GridProps;
  row: Row;
  index: number;
  window: ColumnWindow;
  most: number;
  /** Column of the cell to which Tab goes, -1 in other rows. */
  active: number;
}

export function GridRow({ props, row, index: rowIndex, window, most, active }: RowProps) {
  const { columns, sums, colorOf, nameOf, write } = props;
  const { first, end } = window;
  return (
    <tr class={row.kind === 'total' ? 'total' : row.directly ? 'directly' : undefined}>
      <th scope="row" style={{ paddingInlineStart: `${0.4 + Math.min(row.depth ?? 0, 8)}em` }}>
        <span class="row-name">
          <FoldButton row={row} fold={props.fold} name={nameOf(row)} />
          {row.kind === 'body' && !row.directly && <CodeMark color={colorOf(row)} />}
          <span class="name" dir="auto" title={String(row.cells[0] ?? '')}>
            {nameOf(row)}
          </span>
        </span>
      </th>
      {first > 0 && <td colSpan={first} aria-hidden="true" />}
      {columns.slice(first, end).map(({ column, at }, offset) => (
        <GridCell
          key={column.key}
          {...{ props, row, column, cell: row.cells[at] ?? null, most }}
          place={`${rowIndex},${first + offset}`}
          colIndex={first + offset + 2}
          isActive={active === first + offset}
        />
      ))}
      {end < columns.length && <td colSpan={columns.length - end} aria-hidden="true" />}
      {sums.map(({ column, at }, index) => {
        const cell = row.cells[at] ?? null;
        return (
          <td
            key={column.key}
            role="gridcell"
            class={props.canOpen(row, column, cell) ? 'sum can-open' : 'sum'}
            data-cell={`${rowIndex},${columns.length + index}`}
            tabIndex={active === columns.length + index ? 0 : -1}
            aria-selected={props.isOpen(row, column)}
          >
            {write(cell, column, row)}
          </td>
        );
      })}
    </tr>
  );
}

function FoldButton({ row, fold, name }: { row: Row; fold: GridProps['fold']; name: string }) {
  const isFolded = fold?.isFolded(row);
  if (!fold || isFolded === undefined) return <span class="fold" />;
  return (
    <button
      type="button"
      class="fold"
      aria-expanded={!isFolded}
      aria-label={`Subcodes of ${name}`}
      onClick={() => fold.toggle(row)}
    >
      {isFolded ? '▸' : '▾'}
    </button>
  );
}

/** Diameter in pixels: the area grows with the number, and the smallest can still be seen. */
function sizeCircle(share: number): number {
  return Math.round(3 + 21 * Math.sqrt(share));
}

interface CellProps {
  props: GridProps;
  row: Row;
  column: Column;
  cell: Cell;
  most: number;
  place: string;
  colIndex: number;
  isActive: boolean;
}

function GridCell({ props, row, column, cell, most, place, colIndex, isActive }: CellProps) {
  const share = typeof cell === 'number' && most > 0 && row.kind === 'body' ? cell / most : 0;
  const text = props.write(cell, column, row);
  const asCircle = props.drawing === 'circles' && row.kind === 'body';
  const canOpen = props.canOpen(row, column, cell);
  return (
    <td
      role="gridcell"
      class={canOpen ? 'can-open' : undefined}
      data-cell={place}
      tabIndex={isActive ? 0 : -1}
      aria-colindex={colIndex}
      aria-selected={props.isOpen(row, column)}
      title={props.describe(row, column, cell)}
      style={share > 0 ? { '--share': share.toFixed(3), '--size': `${sizeCircle(share)}px` } : undefined}
    >
      {asCircle ? (
        <>
          {share > 0 && <span class="circle" />}
          <span class="sr">{text}</span>
        </>
      ) : cell === null ? (
        <span class="zero">{text}</span>
      ) : cell === 0 && row.kind === 'body' ? (
        <span class={props.hidesZeros ? 'sr' : 'zero'}>0</span>
      ) : (
        text
      )}
    </td>
  );
}
