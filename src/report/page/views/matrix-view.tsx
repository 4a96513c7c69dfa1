/** The code matrix: codes by documents; a cell opens its quotes. */
import { useMemo, useState } from 'preact/hooks';
import type { Column, Row } from '../../../model.ts';
import { formatCell } from '../../../output/format-cell.ts';
import { codeMatrix } from '../../../tables/code-matrix.ts';
import { Choice } from '../parts/choice.tsx';
import { Grid } from '../parts/grid.tsx';
import { Notes } from '../parts/notes.tsx';
import { runAnalysis } from '../run-analysis.ts';
import type { Shown } from '../shown.ts';
import type { Study } from '../study.ts';

export function MatrixView({ shown }: { shown: Shown }) {
  const { selection, study, address, set } = shown;
  const { show = 'circles' } = address.options;
  const table = useMemo(() => runAnalysis(codeMatrix, selection), [selection]);
  const { rows } = table;
  const [folded, fold] = useFolding(rows, study.codes.length);
  const columns = table.columns.map((column, at) => ({ column, at }));
  return (
    <>
      <h1 tabIndex={-1}>{table.title}</h1>
      <div class="tools">
        <Choice label="Show" value={show} choices={DRAWINGS} onChoose={(value) => set({ show: value })} />
      </div>
      <Grid
        caption="Code matrix: rows are codes, columns are documents. Arrow keys move, Enter shows the quotes of a cell."
        rows={rows.filter((row) => !folded.hides(row))}
        columns={columns.filter(({ column }) => column.document !== undefined)}
        sums={columns.filter(({ column }) => column.key === 'sum')}
        drawing={DRAWINGS.find(({ value }) => value === show)?.value ?? 'circles'}
        nameOf={(row) => (row.directly ? '(directly)' : nameOf(study, row))}
        colorOf={(row) => study.codeOf.get(row.code ?? '')?.color}
        write={(cell, column) => formatCell(cell, column)}
        describe={(row, column, cell) => describeCell(row, column, Number(cell ?? 0))}
        canOpen={(row, _column, cell) => row.code !== undefined && Number(cell ?? 0) > 0}
        open={(row, column) => set(openCell(row, column))}
        isOpen={(row, column) => {
          const { row: code = '', column: key = '', directly = '' } = address.options;
          return row.code === code && column.key === key && (row.directly === true) === (directly !== '');
        }}
        fold={fold}
      />
      <Notes notes={table.notes} />
    </>
  );
}

const DRAWINGS = [
  { value: 'circles', title: 'Circles' },
  { value: 'shades', title: 'Heat map' },
  { value: 'numbers', title: 'Numbers' },
] as const;

/** With more codes than this only the top level is open at first. */
const MANY_CODES = 60;

/** Which subcodes are hidden below their codes. */
function useFolding(rows: readonly Row[], codes: number) {
  const parents = new Set(
    rows.flatMap((row, index) => ((rows[index + 1]?.depth ?? 0) > (row.depth ?? 0) && !row.directly ? [row.code] : [])),
  );
  const [folded, setFolded] = useState<ReadonlySet<string | undefined>>(codes > MANY_CODES ? parents : new Set());
  const hidden = new Set<Row>();
  let limit = Number.POSITIVE_INFINITY;
  for (const row of rows) {
    const depth = row.depth ?? 0;
    if (depth > limit && row.kind === 'body') hidden.add(row);
    else limit = folded.has(row.code) && parents.has(row.code) ? depth : Number.POSITIVE_INFINITY;
  }
  const fold = {
    isFolded: (row: Row) => (parents.has(row.code) && !row.directly ? folded.has(row.code) : undefined),
    toggle: ({ code }: Row) => {
      const next = new Set(folded);
      if (!next.delete(code)) next.add(code);
      setFolded(next);
    },
  };
  return [{ hides: (row: Row) => hidden.has(row) }, fold] as const;
}

/** Without the names above it, which can be seen. */
function nameOf(study: Study, row: Row): string {
  return study.codeOf.get(row.code ?? '')?.code.name ?? String(row.cells[0] ?? '');
}

function describeCell(row: Row, column: Column, count: number): string {
  return `${row.cells[0]} · ${column.title ?? column.key}: ${count} coded segment${count === 1 ? '' : 's'}`;
}

function openCell(row: Row, column: Column): Record<string, string> {
  return { row: row.code ?? '', column: column.key, directly: row.directly ? 'yes' : '' };
}
