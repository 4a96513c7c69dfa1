/** Quotes one below the other, each with its origin; more of them when asked for. */
import { useMemo, useState } from 'preact/hooks';
import type { CodedDocument, Coding, Span } from '../../../model.ts';
import { timeAt } from '../../../tables/place.ts';
import { findTouched } from '../../../tables/touched-segments.ts';
import { createParagraphCounter } from '../../../text/paragraph-counter.ts';
import { listCoders } from '../coders.ts';
import { cutPassage, findText, listEvidence } from '../passage.ts';
import type { Quote } from '../quotes.ts';
import type { Shown } from '../shown.ts';
import { describeCode } from '../study.ts';
import { CodeMark } from './code-mark.tsx';
import { PassageText } from './passage-text.tsx';
import { useIsPrinting } from './use-is-printing.ts';

const PAGE = 50;

export function QuoteList({ shown, quotes }: { shown: Shown; quotes: readonly Quote[] }) {
  const [pages, setPages] = useState(1);
  const isPrinting = useIsPrinting();
  const drawn = isPrinting ? quotes : quotes.slice(0, pages * PAGE);
  const left = quotes.length - drawn.length;
  return (
    <>
      <ol class="quotes">
        {drawn.map((quote) => (
          <li key={`${quote.document.transcript.document} ${quote.start} ${quote.end}`}>
            <QuoteText shown={shown} quote={quote} />
          </li>
        ))}
      </ol>
      {left > 0 && (
        <button type="button" class="more" onClick={() => setPages(pages + 1)}>
          Show {Math.min(left, PAGE)} more of {left}
        </button>
      )}
    </>
  );
}

function QuoteText({ shown, quote }: { shown: Shown; quote: Quote }) {
  const { document, start, end, codings } = quote;
  const { transcript } = document;
  const { study, address, linkTo } = shown;
  const pieces = useMemo(
    () =>
      cutPassage(quote, {
        masks: masksIn(quote),
        // A mark on all of the quote would tell nothing.
        found: listEvidence(codings).filter((found) => found.start > start || found.end < end),
        searched: findText(transcript.text, quote, address.text),
      }),
    [quote, address.text],
  );
  const codes = [...new Set(codings.map(({ code }) => code))];
  return (
    <figure class="quote">
      <blockquote dir="auto">
        <PassageText study={study} text={transcript.text} pieces={pieces} />
      </blockquote>
      <figcaption>
        <span class="codes">
          {codes.map((code) => (
            <span key={code} class="code" data-tip={describeCode(study.codeOf.get(code))}>
              <CodeMark color={study.codeOf.get(code)?.color} />
              <bdi>{study.codeOf.get(code)?.path}</bdi>
            </span>
          ))}
        </span>
        <Origin quote={quote} />
        <Decisions codings={codings} />
        <a href={linkTo({ view: 'document', options: { name: transcript.document, at: `${start}-${end}` } })}>
          Show in the transcript
        </a>
      </figcaption>
    </figure>
  );
}

function masksIn({ document: { transcript }, start, end }: Quote): Span[] {
  const { from, to } = findTouched(transcript.turns, { start, end });
  return transcript.turns.slice(from, to).flatMap(({ masks }) => masks);
}

/** Who coded where people did, and what they wrote to it. */
function Decisions({ codings }: { codings: readonly Coding[] }) {
  const coders = listCoders(codings);
  const memos = [...new Set(codings.flatMap(({ memo, evidence }) => (evidence.length > 0 ? [] : (memo ?? []))))];
  if (coders.length === 0) return null;
  return (
    <span class="origin" dir="auto">
      {[`coded by ${coders.join(', ')}`, ...memos].join(' · ')}
    </span>
  );
}

/** MAXQDA's `Group \ Document : begin - end`, and who said it when. */
function Origin({ quote: { document, start, end, turn } }: { quote: Quote }) {
  const { transcript } = document;
  const by = transcript.turns[turn];
  const paragraphOf = counterOf(document);
  const [first, last] = [paragraphOf(start), paragraphOf(end - 1)];
  const time = timeAt(by, start);
  return (
    <span class="origin">
      <bdi>{[transcript.group, transcript.document].filter((name) => name !== undefined).join(' \\ ')}</bdi>
      {` : ${first} - ${last}`}
      {by?.speaker !== undefined && (
        <>
          {' · '}
          <bdi>{by.speaker}</bdi>
        </>
      )}
      {time !== undefined && ` · ${time}`}
    </span>
  );
}

const counters = new WeakMap<object, (offset: number) => number>();

/** One for each transcript, since its whole text is gone through for it. */
function counterOf({ transcript }: CodedDocument): (offset: number) => number {
  const counter = counters.get(transcript) ?? createParagraphCounter(transcript.text);
  counters.set(transcript, counter);
  return counter;
}
