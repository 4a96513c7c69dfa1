/** A grid of codes by something: what is counted and how it is shown can be chosen, and a cell opens its quotes. */
import { useMemo } from 'preact/hooks';
import type { Cell, Column, Row } from '../../../model.ts';
import { formatCell } from '../../../output/format-cell.ts';
import type { CreateFold } from '../../../tables/analysis.ts';
import { findMeasure, measures } from '../../../tables/measures.ts';
import { CODE_ORDERS } from '../../../tables/sort-codes.ts';
import type { ColumnKind } from '../columns.ts';
import { Choice } from '../parts/choice.tsx';
import { CopyButton } from '../parts/copy-button.tsx';
import { drawGrid } from '../parts/draw-grid.tsx';
import { Grid } from '../parts/grid.tsx';
import { Notes } from '../parts/notes.tsx';
import { SaveButton } from '../parts/plot.tsx';
import { useFolding } from '../parts/use-folding.ts';
import { runAnalysis } from '../run-analysis.ts';
import type { Shown } from '../shown.ts';

interface CodeGridProps {
  shown: Shown;
  analysis: CreateFold;
  /** What columns can stand for; the first unless something else is asked for. */
  kinds: readonly [ColumnKind, ...ColumnKind[]];
  /** How it is drawn unless something else is asked for. */
  drawing: Drawing;
}

export function CodeGrid({ shown, analysis, kinds, drawing: usual }: CodeGridProps) {
  const { selection, address, set } = shown;
  const settings = readSettings(address.options, kinds, usual);
  const { by, value, sort, drawing } = settings;
  const table = useMemo(() => runAnalysis(analysis, selection, { by, value, sort }), [selection, by, value, sort]);
  const names = useMemo(() => new Map(selection.codes.map(({ code }) => [code.id, code.name])), [selection]);
  const folding = useFolding(table.rows, selection.codes.length);
  const rows = table.rows.filter((row) => !folding.hides(row));
  const columns = table.columns.map((column, at) => ({ column, at }));
  const grid = {
    caption: `${table.title}: rows are codes. Arrow keys move, Enter shows the quotes of a cell.`,
    rows,
    columns: columns.slice(FIRST_CELL, -1),
    sums: columns.slice(-1),
    drawing,
    nameOf: (row: Row) => (row.directly ? '(directly)' : (names.get(row.code ?? '') ?? String(row.cells[0] ?? ''))),
    colorOf: (row: Row) => shown.study.codeOf.get(row.code ?? '')?.color,
    write: (cell: Cell, column: Column, row: Row) => formatCell(cell, column, row),
    describe: (row: Row, column: Column, cell: Cell) =>
      `${row.cells[0]} · ${column.title ?? column.key}: ${formatCell(cell, column, row) || '–'} (${findMeasure(value).label})`,
    canOpen: (row: Row, _column: Column, cell: Cell) => row.code !== undefined && Number(cell ?? 0) > 0,
    open: (row: Row, column: Column) =>
      set({ row: row.code ?? '', column: column.key, directly: row.directly ? 'yes' : '' }),
    isOpen: (row: Row, column: Column) => isOpen(address.options, row, column),
    linkOf: ({ document }: Column) => document && shown.linkTo({ view: 'document', options: { name: document.name } }),
    fold: folding,
  };
  return (
    <>
      <h1 tabIndex={-1}>{table.title}</h1>
      <Tools shown={shown} kinds={kinds} settings={settings} />
      <Grid {...grid} />
      <p class="below">
        <SaveButton title={table.title} draw={() => drawGrid(grid)} />{' '}
        <CopyButton columns={table.columns} rows={grid.rows} />
      </p>
      <Notes notes={table.notes} />
    </>
  );
}

/** Columns for code and id stand before the cells. */
const FIRST_CELL = 2;

const DRAWINGS = [
  { value: 'circles', title: 'Circles' },
  { value: 'shades', title: 'Heat map' },
  { value: 'numbers', title: 'Numbers' },
] as const;

type Drawing = (typeof DRAWINGS)[number]['value'];

interface GridSettings {
  by: string;
  value: string;
  sort: string;
  drawing: Drawing;
}

/** An address can hold anything. */
function readSettings(
  options: Readonly<Record<string, string>>,
  kinds: CodeGridProps['kinds'],
  drawing: Drawing,
): GridSettings {
  return {
    by: kinds.find(({ value }) => value === options.by)?.value ?? kinds[0].value,
    value: findMeasure(options.value).name,
    sort: CODE_ORDERS.find((order) => order === options.sort) ?? CODE_ORDERS[0],
    drawing: DRAWINGS.find(({ value }) => value === options.show)?.value ?? drawing,
  };
}

const ORDER_NAMES = { book: 'of the codebook', frequency: 'by frequency', name: 'by name' };

function Tools({ shown, kinds, settings }: Pick<CodeGridProps, 'shown' | 'kinds'> & { settings: GridSettings }) {
  const close = { row: '', column: '', directly: '' };
  return (
    <div class="tools">
      {kinds.length > 1 && (
        <Choice
          label="Columns"
          value={settings.by}
          choices={kinds}
          onChoose={(by) => shown.set({ by, ...close })}
          isList
        />
      )}
      <Choice
        label="Count"
        value={settings.value}
        choices={measures.map(({ name, label }) => ({ value: name, title: label }))}
        onChoose={(value) => shown.set({ value })}
        isList
      />
      <Choice label="Show" value={settings.drawing} choices={DRAWINGS} onChoose={(show) => shown.set({ show })} />
      <Choice
        label="Order"
        value={settings.sort}
        choices={CODE_ORDERS.map((value) => ({ value, title: ORDER_NAMES[value] }))}
        onChoose={(sort) => shown.set({ sort })}
        isList
      />
    </div>
  );
}

function isOpen(options: Readonly<Record<string, string>>, row: Row, column: Column): boolean {
  const { row: code = '', column: key = '', directly = '' } = options;
  return row.code === code && column.key === key && (row.directly === true) === (directly !== '');
}
