/** One transcript with its codes beside the text and the evidence marked in it. */
import { useMemo } from 'preact/hooks';
import type { CodedDocument, Span } from '../../../model.ts';
import { keepCoders } from '../coders.ts';
import { listParagraphs } from '../paragraphs.ts';
import { CodelinePlot } from '../parts/codeline-plot.tsx';
import { DocumentFacts, DocumentsBeside } from '../parts/document-head.tsx';
import { Transcript } from '../parts/transcript.tsx';
import type { Shown } from '../shown.ts';

export function DocumentView({ shown }: { shown: Shown }) {
  const { study, address } = shown;
  const { name = '' } = address.options;
  const index = study.documents.findIndex(({ transcript }) => transcript.document === name);
  const document = study.documents[index];
  if (!document) return <h1 tabIndex={-1}>No document is called {name}</h1>;
  return (
    <>
      <h1 tabIndex={-1}>
        <bdi>{name}</bdi>
      </h1>
      <DocumentFacts document={keepCoders(document, address.coders)} />
      <DocumentsBeside shown={shown} index={index} />
      <CodedText key={name} shown={shown} document={document} />
    </>
  );
}

function CodedText({ shown, document: whole }: { shown: Shown; document: CodedDocument }) {
  const { study, selection, address, set } = shown;
  const document = useMemo(() => keepCoders(whole, address.coders), [whole, address.coders.join('\n')]);
  const paragraphs = useMemo(
    () =>
      listParagraphs(document, { codes: new Set(selection.codes.map(({ code }) => code.id)), searched: address.text }),
    [document, selection.codes, address.text],
  );
  const pick = (number: number) => {
    const found = paragraphs.findLast((paragraph) => paragraph.number <= number);
    if (found) set({ at: `${found.start}-${found.end}` });
  };
  return (
    <>
      <CodelinePlot shown={shown} document={document} onPick={pick} />
      <Transcript
        study={study}
        text={document.transcript.text}
        paragraphs={paragraphs}
        wanted={readSpan(address.options.at)}
      />
    </>
  );
}

/** `120-340`: the passage that the reader came for. */
function readSpan(text = ''): Span | undefined {
  const [start, end] = text.split('-').map(Number);
  return start !== undefined && end !== undefined && start < end ? { start, end } : undefined;
}
