/** What is known of a document, and the ways to those before and after it. */
import type { CodedDocument } from '../../../model.ts';
import { count } from '../../../tables/notes.ts';
import type { Shown } from '../shown.ts';

export function DocumentFacts({ document: { transcript, segments, codings } }: { document: CodedDocument }) {
  const facts = [
    ...(transcript.group === undefined ? [] : [transcript.group]),
    ...Object.entries(transcript.variables).map(([variable, value]) => `${variable}: ${value}`),
    count(segments.length, 'segment'),
    count(codings.length, 'coded segment'),
  ];
  return (
    <p class="muted">
      {facts.map((fact, index) => (
        <span key={index} class="fact">
          <bdi>{fact}</bdi>
        </span>
      ))}
    </p>
  );
}

/** Neighbours in the order of the study. */
export function DocumentsBeside({ shown: { study, linkTo }, index }: { shown: Shown; index: number }) {
  const link = (at: number, before: string, after: string) => {
    const name = study.documents[at]?.transcript.document;
    return name === undefined ? (
      <span />
    ) : (
      <a href={linkTo({ view: 'document', options: { name } })}>
        {before}
        <bdi>{name}</bdi>
        {after}
      </a>
    );
  };
  return (
    <nav class="beside" aria-label="Documents before and after">
      {link(index - 1, '← ', '')}
      {link(index + 1, '', ' →')}
    </nav>
  );
}
