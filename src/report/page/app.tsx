/** The page as a whole: what can be chosen at the side, the view in the middle, quotes of a cell beside it. */
import { useEffect, useRef } from 'preact/hooks';
import { count } from '../../tables/notes.ts';
import { type Address, VIEWS } from './address.ts';
import { QuotePanel } from './parts/quote-panel.tsx';
import { SideBar } from './parts/side-bar.tsx';
import { Tip } from './parts/tip.tsx';
import { type Shown, useShown } from './shown.ts';
import type { Study } from './study.ts';
import { CrosstabView } from './views/crosstab-view.tsx';
import { DocumentView } from './views/document-view.tsx';
import { DocumentsView } from './views/documents-view.tsx';
import { FrequenciesView } from './views/frequencies-view.tsx';
import { MatrixView } from './views/matrix-view.tsx';
import { MethodView } from './views/method-view.tsx';
import { QuotesView } from './views/quotes-view.tsx';
import { RelationsView } from './views/relations-view.tsx';

export function App({ study }: { study: Study }) {
  const shown = useShown(study);
  const main = useRef<HTMLElement>(null);
  const { view, options } = shown.address;
  const place = view === 'document' ? `${view} ${options.name}` : view;
  const first = useRef(place);
  useEffect(() => {
    if (first.current === place) return;
    first.current = place;
    main.current?.querySelector('h1')?.focus();
    if (options.at === undefined) scrollTo(0, 0);
  }, [place, options.at]);
  useEffect(() => {
    document.title = `${titleOf(shown)} – ${study.data.title}`;
  }, [place]);
  return (
    <div class="page">
      <button type="button" class="skip" onClick={() => main.current?.querySelector('h1')?.focus()}>
        Skip to the content
      </button>
      <SideBar shown={shown} />
      <main ref={main}>
        <Limits shown={shown} />
        <View shown={shown} />
      </main>
      <QuotePanel shown={shown} />
      <Tip />
    </div>
  );
}

function titleOf({ address }: Shown): string {
  return VIEWS.find(({ name }) => name === address.view)?.title ?? address.options.name ?? '';
}

function View({ shown }: { shown: Shown }) {
  switch (shown.address.view) {
    case 'frequencies':
      return <FrequenciesView shown={shown} />;
    case 'relations':
      return <RelationsView shown={shown} />;
    case 'crosstab':
      return <CrosstabView shown={shown} />;
    case 'quotes':
      return <QuotesView shown={shown} />;
    case 'documents':
      return <DocumentsView shown={shown} />;
    case 'document':
      return <DocumentView shown={shown} />;
    case 'method':
      return <MethodView shown={shown} />;
    default:
      return <MatrixView shown={shown} />;
  }
}

function isSelected({ codes, documents, values, text }: Address): boolean {
  return codes.length + documents.length + values.length > 0 || text !== '';
}

/** Says that less than the study is shown, whatever the view. */
function Limits({ shown }: { shown: Shown }) {
  const { selection, go } = shown;
  const segments = selection.documents.reduce((sum, { segments }) => sum + segments.length, 0);
  return (
    <div class="limits" role="status">
      {selection.limits.length > 0 && (
        <p>
          {selection.limits.join(' ')} {count(segments, 'segment')} in {count(selection.documents.length, 'document')}.{' '}
          {isSelected(shown.address) && (
            <button
              type="button"
              class="plain"
              onClick={() => go({ codes: [], documents: [], values: [], coders: [], text: '' })}
            >
              Show everything
            </button>
          )}
        </p>
      )}
    </div>
  );
}
