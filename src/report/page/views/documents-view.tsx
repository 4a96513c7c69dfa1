/** The documents of the selection, with what is known of them; each leads to its transcript. */
import { useMemo } from 'preact/hooks';
import type { Cell, Column, Row } from '../../../model.ts';
import { VariableColumns } from '../../../tables/variable-columns.ts';
import { DataTable } from '../parts/data-table.tsx';
import { Portrait, PortraitLegend } from '../parts/portrait.tsx';
import type { Shown } from '../shown.ts';

const COLUMNS = [
  { key: 'document', title: 'Document', kind: 'text' },
  { key: 'portrait', title: 'Portrait', kind: 'text' },
  { key: 'group', title: 'Document group', kind: 'text' },
  { key: 'language', title: 'Language', kind: 'text' },
  { key: 'words', title: 'Words', kind: 'integer' },
  { key: 'segments', title: 'Segments', kind: 'integer' },
  { key: 'codings', title: 'Coded segments', kind: 'integer' },
] as const satisfies Column[];

export function DocumentsView({ shown }: { shown: Shown }) {
  const { selection, linkTo } = shown;
  const { columns, rows } = useMemo(() => {
    const variables = new VariableColumns();
    for (const { transcript } of selection.documents) variables.add(transcript.variables);
    return {
      columns: [...COLUMNS, ...variables.columns(COLUMNS)],
      rows: selection.documents.map(({ transcript, words, segments, codings }): Row => {
        const { document, group, language } = transcript;
        const own = [document, codings.length, group ?? '', language, words, segments.length, codings.length];
        return { kind: 'body', cells: [...own, ...variables.cells(transcript.variables)] };
      }),
    };
  }, [selection]);
  return (
    <>
      <h1 tabIndex={-1}>Documents</h1>
      <DataTable
        caption="Documents"
        columns={columns}
        rows={rows}
        write={(row, column, cell) =>
          column.key === 'portrait' ? (
            <PortraitOf shown={shown} name={row.cells[0]} />
          ) : column.key === 'document' ? (
            <a href={linkTo({ view: 'document', options: { name: String(cell) } })}>{cell}</a>
          ) : undefined
        }
      />
      <PortraitLegend shown={shown} />
    </>
  );
}

function PortraitOf({ shown, name }: { shown: Shown; name: Cell | undefined }) {
  const document = shown.selection.documents.find(({ transcript }) => transcript.document === name);
  return document ? <Portrait shown={shown} document={document} /> : null;
}
