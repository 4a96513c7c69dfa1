/** Code relations: codes by codes; a cell opens the quotes in which both occur. */
import { useMemo, useState } from 'preact/hooks';
import type { Cell, Column, Row, Table } from '../../../model.ts';
import { formatCell, headingOf } from '../../../output/format-cell.ts';
import { createCodeRelations } from '../../../tables/code-relations.ts';
import { PLACES, RELATION_VALUES, type RelationKind } from '../../../tables/describe-relations.ts';
import { Choice } from '../parts/choice.tsx';
import { CopyButton } from '../parts/copy-button.tsx';
import { drawGrid } from '../parts/draw-grid.tsx';
import { Grid } from '../parts/grid.tsx';
import { Notes } from '../parts/notes.tsx';
import { SaveButton } from '../parts/plot.tsx';
import { DISTANCES, readRelation } from '../relation-settings.ts';
import { runAnalysis } from '../run-analysis.ts';
import type { Shown } from '../shown.ts';

/** With more codes than this only the top level is compared at first. */
const MANY_CODES = 40;

export function RelationsView({ shown }: { shown: Shown }) {
  const { selection, address } = shown;
  const kind = readRelation(address.options);
  const [depth, setDepth] = useState(selection.codes.length > MANY_CODES ? 1 : 0);
  const { within, value, distance } = kind;
  const table = useMemo(
    () =>
      runAnalysis(createCodeRelations, selection, {
        within,
        value,
        ...(within === 'paragraphs' ? { distance } : {}),
        ...(depth === 0 ? {} : { depth }),
      }),
    [selection, within, value, distance, depth],
  );
  const grid = createGrid(shown, table);
  const levels = Math.max(...selection.codes.map((code) => code.depth), 0) + 1;
  return (
    <>
      <h1 tabIndex={-1}>{table.title}</h1>
      <Tools shown={shown} kind={kind}>
        {levels > 1 && (
          <Choice
            label="Levels of codes"
            value={String(depth)}
            choices={['0', ...Array.from({ length: levels - 1 }, (_, index) => String(index + 1))].map((each) => ({
              value: each,
              title: each === '0' ? 'all' : each,
            }))}
            onChoose={(each) => setDepth(Number(each))}
            isList
          />
        )}
      </Tools>
      <Grid {...grid} />
      <p class="below">
        <SaveButton title={table.title} draw={() => drawGrid(grid)} />{' '}
        <CopyButton columns={table.columns} rows={grid.rows} />
      </p>
      <Notes notes={table.notes} />
    </>
  );
}

/** Columns before the square: code, code id, and how often the code occurs. */
const OWN_COLUMNS = 3;

function createGrid({ study, selection, address, set }: Shown, table: Table & { rows: Row[] }) {
  const names = new Map(selection.codes.map(({ code }) => [code.id, code.name]));
  const nameOf = (row: Row) => `${names.get(row.code ?? '') ?? row.cells[0]}${row.directly ? ' (directly)' : ''}`;
  const square = table.columns.slice(OWN_COLUMNS).map((column, index) => {
    const row = table.rows[index];
    return { column: { ...column, title: row ? nameOf(row) : headingOf(column) }, at: index + OWN_COLUMNS };
  });
  const rowOf = new Map(square.map(({ column }, index) => [column.key, table.rows[index]]));
  const write = (cell: Cell, column: Column) => (cell === null ? '—' : formatCell(cell, column));
  const openingOf = (row: Row, column: Column) => {
    const other = rowOf.get(column.key);
    const [directly, withDirectly] = [row, other].map((each) => (each?.directly ? 'yes' : ''));
    return {
      row: row.code ?? '',
      column: other?.code ?? '',
      directly: directly ?? '',
      with: withDirectly ?? '',
    };
  };
  return {
    caption: `${table.title}: rows and columns are codes. Arrow keys move, Enter shows the quotes of a cell.`,
    rows: table.rows,
    columns: square,
    sums: table.columns.slice(OWN_COLUMNS - 1, OWN_COLUMNS).map((column) => ({ column, at: OWN_COLUMNS - 1 })),
    drawing: 'shades' as const,
    hidesZeros: true,
    nameOf,
    colorOf: (row: Row) => study.codeOf.get(row.code ?? '')?.color,
    write,
    describe: (row: Row, column: Column, cell: Cell) => `${nameOf(row)} with ${column.title}: ${write(cell, column)}`,
    canOpen: (_row: Row, { key }: Column, cell: Cell) => rowOf.has(key) && Number(cell ?? 0) > 0,
    open: (row: Row, column: Column) => set(openingOf(row, column)),
    isOpen: (row: Row, column: Column) =>
      Object.entries(openingOf(row, column)).every(([key, value]) => (address.options[key] ?? '') === value),
  };
}

const PLACE_NAMES = { segment: 'the same segment', paragraphs: 'paragraphs near by', document: 'the same document' };
const VALUE_NAMES = { count: 'count', jaccard: 'Jaccard index', lift: 'lift' };

interface ToolsProps {
  shown: Shown;
  kind: RelationKind;
  children: preact.ComponentChildren;
}

function Tools({ shown: { set }, kind, children }: ToolsProps) {
  return (
    <div class="tools">
      <Choice
        label="Together in"
        value={kind.within}
        choices={PLACES.map((value) => ({ value, title: PLACE_NAMES[value] }))}
        onChoose={(within) => set({ within })}
        isList
      />
      {kind.within === 'paragraphs' && (
        <Choice
          label="Paragraphs apart, at most"
          value={String(kind.distance)}
          choices={DISTANCES.map((value) => ({ value, title: value }))}
          onChoose={(distance) => set({ distance })}
          isList
        />
      )}
      <Choice
        label="Number"
        value={kind.value}
        choices={RELATION_VALUES.map((value) => ({ value, title: VALUE_NAMES[value] }))}
        onChoose={(value) => set({ value })}
        isList
      />
      {children}
    </div>
  );
}
