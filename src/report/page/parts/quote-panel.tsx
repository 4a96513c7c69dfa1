/** The quotes of the cell that is open, beside the view; Escape closes it. */
import { useEffect, useMemo, useRef } from 'preact/hooks';
import { count } from '../../../tables/notes.ts';
import { DOCUMENTS, listAttributes, partsOfColumn } from '../columns.ts';
import { listQuotes, type Quote } from '../quotes.ts';
import type { Shown } from '../shown.ts';
import { QuoteList } from './quote-list.tsx';

export function QuotePanel({ shown }: { shown: Shown }) {
  const { row, column, directly } = shown.address.options;
  const opened = row === undefined || column === undefined ? undefined : { row, column, directly: directly === 'yes' };
  const heading = useRef<HTMLHeadingElement>(null);
  const key = opened ? `${row} ${column} ${directly}` : '';
  useEffect(() => heading.current?.focus(), [key]);
  const cell = useMemo(() => (opened ? findCell(shown, opened) : undefined), [key, shown.selection]);
  if (!cell) return null;
  const close = () => {
    shown.set({ row: '', column: '', directly: '' });
    document.querySelector<HTMLElement>('[role=grid] [tabindex="0"]')?.focus();
  };
  return (
    <aside class="panel" aria-labelledby="panel-title" onKeyDown={(event) => event.key === 'Escape' && close()}>
      <div class="panel-head">
        <h2 id="panel-title" tabIndex={-1} ref={heading}>
          <bdi>{cell.title}</bdi>
        </h2>
        <button type="button" onClick={close}>
          Close
        </button>
      </div>
      <p class="muted">{count(cell.quotes.length, 'coded segment')}</p>
      <QuoteList key={key} shown={shown} quotes={cell.quotes} />
    </aside>
  );
}

interface OpenedCell {
  row: string;
  column: string;
  directly: boolean;
}

/** The quotes of a cell are those that it counts. */
function findCell(
  { study, selection, address }: Shown,
  { row, column, directly }: OpenedCell,
): { title: string; quotes: Quote[] } | undefined {
  const code = study.codeOf.get(row);
  if (!code) return undefined;
  const documents = partsOfColumn(selection.documents, byOf(address, study), column);
  const title = `${code.path}${directly ? ' (directly)' : ''} · ${column}`;
  return { title, quotes: listQuotes(documents, [directly ? new Set([row]) : code.family]) };
}

/** What the columns of the view stand for. */
function byOf({ view, options }: Shown['address'], study: Shown['study']): string {
  const attributes = listAttributes(study).map(({ value }) => value);
  const kinds = view === 'crosstab' ? attributes : [DOCUMENTS.value, 'group', 'speaker'];
  return kinds.find((value) => value === options.by) ?? kinds[0] ?? DOCUMENTS.value;
}
