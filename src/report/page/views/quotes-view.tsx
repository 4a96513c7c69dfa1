/** The coded segments of the selection, as quotes. */
import { useMemo } from 'preact/hooks';
import { count } from '../../../tables/notes.ts';
import { QuoteList } from '../parts/quote-list.tsx';
import { countQuotes, listQuotes } from '../quotes.ts';
import type { Shown } from '../shown.ts';

export function QuotesView({ shown }: { shown: Shown }) {
  const { selection } = shown;
  const quotes = useMemo(
    () => listQuotes(selection.documents, [new Set(selection.codes.map(({ code }) => code.id))]),
    [selection],
  );
  return (
    <>
      <h1 tabIndex={-1}>Quotes</h1>
      <p class="muted">
        {countQuotes(quotes, 'segment')} with a code, in {count(selection.documents.length, 'document')}. Select codes,
        documents or a text to see fewer.
      </p>
      <QuoteList shown={shown} quotes={quotes} />
    </>
  );
}
