/** The quotes of the cell that is open, beside the view; Escape closes it. */
import { useEffect, useMemo, useRef } from 'preact/hooks';
import { findOpenedCell } from '../opened-cell.ts';
import { countQuotes } from '../quotes.ts';
import type { Shown } from '../shown.ts';
import { QuoteList } from './quote-list.tsx';

export function QuotePanel({ shown }: { shown: Shown }) {
  const { address, selection, study, set } = shown;
  const heading = useRef<HTMLHeadingElement>(null);
  const cell = useMemo(() => findOpenedCell(shown), [address, selection, study]);
  const key = cell?.key ?? '';
  useEffect(() => heading.current?.focus(), [key]);
  if (!cell) return null;
  const close = () => {
    set({ row: '', column: '', directly: '', with: '' });
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
      <p class="muted">{countQuotes(cell.quotes, 'coded segment')}</p>
      <QuoteList key={key} shown={shown} quotes={cell.quotes} />
    </aside>
  );
}
