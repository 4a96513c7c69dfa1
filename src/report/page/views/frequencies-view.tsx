/** Code frequencies: bars of one measure, and the table with all of them. */
import { useMemo } from 'preact/hooks';
import type { Row } from '../../../model.ts';
import { formatCell, headingOf } from '../../../output/format-cell.ts';
import { createCodeFrequencies } from '../../../tables/code-frequencies.ts';
import { Choice } from '../parts/choice.tsx';
import { CopyButton } from '../parts/copy-button.tsx';
import { DataTable } from '../parts/data-table.tsx';
import { type Bar, drawBars } from '../parts/draw-bars.tsx';
import { Notes } from '../parts/notes.tsx';
import { Plot } from '../parts/plot.tsx';
import { runAnalysis } from '../run-analysis.ts';
import type { Shown } from '../shown.ts';

export function FrequenciesView({ shown }: { shown: Shown }) {
  const { selection, study, address, set, linkTo } = shown;
  const table = useMemo(() => runAnalysis(createCodeFrequencies, selection), [selection]);
  const measures = table.columns.filter(({ kind }) => kind !== 'text');
  const column = measures.find(({ key }) => key === address.options.measure) ?? measures[0];
  const at = column ? table.columns.indexOf(column) : -1;
  const colorOf = (row: Row) => study.codeOf.get(row.code ?? '')?.color;
  const bars = table.rows
    .filter(({ kind, directly }) => kind === 'body' && !directly)
    .map((row): Bar => {
      const cell = row.cells[at] ?? null;
      const name = study.codeOf.get(row.code ?? '')?.code.name ?? '';
      const text = column ? formatCell(cell, column) : '';
      return { name, depth: row.depth ?? 0, color: colorOf(row), value: Number(cell ?? 0), text };
    });
  const title = column ? `${table.title}: ${headingOf(column)}` : table.title;
  return (
    <>
      <h1 tabIndex={-1}>{table.title}</h1>
      <div class="tools">
        <Choice
          label="Bars"
          value={column?.key ?? ''}
          choices={measures.map((each) => ({ value: each.key, title: headingOf(each) }))}
          onChoose={(value) => set({ measure: value })}
          isList
        />
      </div>
      <Plot title={title} draw={(width) => drawBars(bars, title, width)} />
      <DataTable
        caption={table.title}
        columns={table.columns.filter(({ key }) => key !== 'code_id')}
        rows={table.rows.map((row) => ({ ...row, cells: row.cells.filter((_, index) => index !== CODE_ID) }))}
        colorOf={colorOf}
        write={(row, each, cell) =>
          each.key === 'code' ? (
            nameRow(shown, row)
          ) : each.key === 'coded_segments' && row.code && !row.directly && cell !== 0 ? (
            <a href={linkTo({ view: 'quotes', codes: [row.code], options: {} })}>{formatCell(cell, each)}</a>
          ) : undefined
        }
      />
      <p class="below">
        <CopyButton columns={table.columns} rows={table.rows} />
      </p>
      <Notes notes={table.notes} />
    </>
  );
}

/** Where the id of the code stands, which readers have no use for. */
const CODE_ID = 1;

function nameRow({ study }: Shown, row: Row): string {
  if (row.directly) return '(directly)';
  return study.codeOf.get(row.code ?? '')?.code.name ?? String(row.cells[0] ?? '');
}
