/** Moving about in a grid with the keyboard. */

export interface CellPlace {
  row: number;
  column: number;
}

/** The cell in which an event happened. */
export function cellOf(event: Event): CellPlace | undefined {
  const cell = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-cell]') : null;
  const [row, column] = (cell?.dataset.cell ?? '').split(',').map(Number);
  return row === undefined || column === undefined ? undefined : { row, column };
}

/** Where a key leads, if it is one that moves. */
export function moveBy(key: string, { row, column }: CellPlace, size: { rows: number; columns: number }) {
  const moves: Record<string, CellPlace> = {
    ArrowLeft: { row, column: column - 1 },
    ArrowRight: { row, column: column + 1 },
    ArrowUp: { row: row - 1, column },
    ArrowDown: { row: row + 1, column },
    Home: { row, column: 0 },
    End: { row, column: size.columns - 1 },
    PageUp: { row: 0, column },
    PageDown: { row: size.rows - 1, column },
  };
  const to = moves[key];
  if (!to) return undefined;
  return {
    row: Math.min(Math.max(to.row, 0), size.rows - 1),
    column: Math.min(Math.max(to.column, 0), size.columns - 1),
  };
}

/** Scrolls sideways before the cell is there, so that it is drawn. `fixed` is the width of the columns that stay. */
export function bringIntoSight(
  box: HTMLElement | null,
  column: number,
  { width, fixed }: { width: number; fixed: number },
) {
  if (!box) return;
  const left = column * width;
  const room = box.clientWidth - fixed;
  if (left < box.scrollLeft) box.scrollLeft = left;
  else if (left + width > box.scrollLeft + room) box.scrollLeft = left + width - room;
  // The browser tells of it later, when the cell should be there already.
  box.dispatchEvent(new Event('scroll'));
}
