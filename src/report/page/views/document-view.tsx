/** One transcript with its codes beside the text and the evidence marked in it. */
import { useEffect, useMemo } from 'preact/hooks';
import type { Span } from '../../../model.ts';
import { listParagraphs } from '../paragraphs.ts';
import { CodelinePlot } from '../parts/codeline-plot.tsx';
import { DocumentFacts, DocumentsBeside } from '../parts/document-head.tsx';
import { TranscriptParagraph } from '../parts/transcript-paragraph.tsx';
import type { Shown } from '../shown.ts';

export function DocumentView({ shown }: { shown: Shown }) {
  const { study, selection, address } = shown;
  const { name = '', at = '' } = address.options;
  const index = study.documents.findIndex(({ transcript }) => transcript.document === name);
  const document = study.documents[index];
  const paragraphs = useMemo(
    () => (document ? listParagraphs(document, new Set(selection.codes.map(({ code }) => code.id))) : []),
    [document, selection.codes],
  );
  const wanted = readSpan(at);
  useEffect(() => {
    if (wanted) globalThis.document.querySelector('.paragraph.wanted')?.scrollIntoView({ block: 'center' });
  }, [name, at]);
  if (!document) return <h1 tabIndex={-1}>No document is called {name}</h1>;
  const { transcript } = document;
  return (
    <>
      <h1 tabIndex={-1}>
        <bdi>{name}</bdi>
      </h1>
      <DocumentFacts document={document} />
      <DocumentsBeside shown={shown} index={index} />
      <CodelinePlot shown={shown} document={document} />
      <div class="transcript">
        {paragraphs.map((paragraph) => (
          <TranscriptParagraph
            key={paragraph.start}
            study={study}
            text={transcript.text}
            paragraph={paragraph}
            isWanted={wanted !== undefined && paragraph.start < wanted.end && paragraph.end > wanted.start}
          />
        ))}
      </div>
    </>
  );
}

/** `120-340`: the passage that the reader came for. */
function readSpan(text: string): Span | undefined {
  const [start, end] = text.split('-').map(Number);
  return start !== undefined && end !== undefined && start < end ? { start, end } : undefined;
}
