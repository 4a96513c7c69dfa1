/** A table of counts to move about in: rows are codes, cells are circles, shades or numbers that open their quotes. */
import type { RefObject } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Cell, Column, Row } from '../../../model.ts';
import { type ColumnWindow, useColumnWindow } from './column-window.ts';
import { GridHead } from './grid-head.tsx';
import { bringIntoSight, type CellPlace, cellOf, moveBy } from './grid-keys.ts';
import { GridRow } from './grid-row.tsx';
import { useIsPrinting } from './use-is-printing.ts';

export interface GridColumn {
  column: Column;
  /** Index into the cells of a row. */
  at: number;
}

export interface GridProps {
  caption: string;
  rows: readonly Row[];
  /** Columns with cells that open. */
  columns: readonly GridColumn[];
  /** Columns of sums at the end. */
  sums: readonly GridColumn[];
  drawing: 'circles' | 'shades' | 'numbers';
  /** Where most cells are zero, so that others stand out. */
  hidesZeros?: boolean;
  /** The name of a row, without those above it. */
  nameOf(row: Row): string;
  colorOf(row: Row): string | undefined;
  /** The number as people read it. */
  write(cell: Cell, column: Column, row: Row): string;
  /** The cell in a sentence. */
  describe(row: Row, column: Column, cell: Cell): string;
  canOpen(row: Row, column: Column, cell: Cell): boolean;
  open(row: Row, column: Column): void;
  /** Where the head of a column leads, if anywhere. */
  linkOf?(column: Column): string | undefined;
  isOpen(row: Row, column: Column): boolean;
  /** For a row with subcodes whether they are shown, and what turns that. */
  fold?: { isFolded(row: Row): boolean | undefined; toggle(row: Row): void };
}

const NAMES = 280;
const NAMES_ON_WIDE = 360;
const NAMES_ON_PHONE = 140;
const SUM = 80;
const PHONE = 600;
const WIDE = 1500;

/** What fits beside each other on a sheet of paper. */
const COLUMNS_ON_PAPER = 11;

export function Grid(props: GridProps) {
  const { columns, sums } = props;
  const isPrinting = useIsPrinting();
  if (!isPrinting || columns.length + sums.length <= COLUMNS_ON_PAPER) return <GridTable {...props} />;
  const all = [...columns, ...sums];
  const blocks = Math.ceil(all.length / COLUMNS_ON_PAPER);
  return (
    <>
      {Array.from({ length: blocks }, (_, index) => {
        const block = all.slice(index * COLUMNS_ON_PAPER, (index + 1) * COLUMNS_ON_PAPER);
        const isSum = (column: GridColumn) => sums.includes(column);
        const parts = { columns: block.filter((each) => !isSum(each)), sums: block.filter(isSum) };
        return <GridTable key={`block ${index}`} {...props} {...parts} most={largestCell(props.rows, columns)} />;
      })}
    </>
  );
}

/** `most` is the largest cell, where the table is a part of one. */
function GridTable({ most: largest, ...props }: GridProps & { most?: number }) {
  const { rows, columns, sums, caption } = props;
  const box = useRef<HTMLDivElement>(null);
  const table = useRef<HTMLTableElement>(null);
  const names = innerWidth < PHONE ? NAMES_ON_PHONE : innerWidth < WIDE ? NAMES : NAMES_ON_WIDE;
  const window = useColumnWindow(
    box,
    columns.map(({ column }) => column.title ?? column.key),
    names + sums.length * SUM + 2,
  );
  const most = largest ?? largestCell(rows, columns);
  const { active, onClick, onKeyDown } = useCells(props, table, (column) =>
    bringIntoSight(box.current, column, { width: window.width, fixed: names + sums.length * SUM }),
  );
  const row = Math.min(active.row, rows.length - 1);
  // A cell that is not drawn cannot be gone to.
  const isSum = active.column >= columns.length;
  const column = isSum ? active.column : Math.min(Math.max(active.column, window.first), window.end - 1);
  return (
    <div class="grid-box" ref={box}>
      <table
        ref={table}
        role="grid"
        class={`grid ${props.drawing}`}
        aria-colcount={columns.length + sums.length + 1}
        style={{ '--names': `${names}px`, width: names + columns.length * window.width + sums.length * SUM }}
        onClick={onClick}
        onKeyDown={onKeyDown}
      >
        <caption class="sr">{caption}</caption>
        <Widths names={names} window={window} columns={columns.length} sums={sums.length} />
        <GridHead columns={columns} sums={sums} window={window} linkOf={props.linkOf} />
        <tbody>
          {rows.map((each, index) => (
            <GridRow
              key={`${each.code}${each.directly}${index}`}
              {...{ props, row: each, index, window, most }}
              active={index === row ? column : -1}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** The cell to which Tab goes, and what moves it and opens it. */
function useCells(props: GridProps, table: RefObject<HTMLElement>, bringColumn: (column: number) => void) {
  const { rows } = props;
  const columns = [...props.columns, ...props.sums];
  const [active, setActive] = useState({ row: 0, column: 0, byKey: false });
  useLayoutEffect(() => {
    if (active.byKey) table.current?.querySelector<HTMLElement>('[tabindex="0"]')?.focus();
  }, [active]);
  const onKeyDown = (event: KeyboardEvent) => {
    const at = cellOf(event);
    if (!at) return;
    if (event.key === 'Enter' || event.key === ' ') openAt(props, at);
    else {
      const to = moveBy(event.key, at, { rows: rows.length, columns: columns.length });
      if (!to) return;
      bringColumn(to.column);
      setActive({ ...to, byKey: true });
    }
    event.preventDefault();
  };
  const onClick = (event: MouseEvent) => {
    const at = cellOf(event);
    if (!at) return;
    setActive({ ...at, byKey: true });
    openAt(props, at);
  };
  return { active, onClick, onKeyDown };
}

function Widths({
  names,
  window,
  columns,
  sums,
}: {
  names: number;
  window: ColumnWindow;
  columns: number;
  sums: number;
}) {
  return (
    <colgroup>
      <col style={{ width: names }} />
      <col span={columns} style={{ width: window.width }} />
      {sums > 0 && <col span={sums} style={{ width: SUM }} />}
    </colgroup>
  );
}

function openAt({ rows, columns, sums, canOpen, open }: GridProps, at: CellPlace): void {
  const row = rows[at.row];
  const place = at.column < columns.length ? columns[at.column] : sums[at.column - columns.length];
  if (row && place && canOpen(row, place.column, row.cells[place.at] ?? null)) open(row, place.column);
}

/** Of the cells that are drawn. */
export function largestCell(rows: readonly Row[], columns: readonly GridColumn[]): number {
  let most = 0;
  for (const { kind, cells } of rows) {
    if (kind !== 'body') continue;
    for (const { at } of columns) most = Math.max(most, Number(cells[at] ?? 0));
  }
  return most;
}
