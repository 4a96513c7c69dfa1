/** The paragraphs of a transcript; of a very long one those up to where the reader is, and more when asked for. */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Span } from '../../../model.ts';
import type { Paragraph } from '../paragraphs.ts';
import type { Study } from '../study.ts';
import { TranscriptParagraph } from './transcript-paragraph.tsx';
import { useIsPrinting } from './use-is-printing.ts';

interface TranscriptProps {
  study: Study;
  text: string;
  paragraphs: readonly Paragraph[];
  /** What the reader came to see. */
  wanted: Span | undefined;
}

/** An interview of three hours has fewer. */
const PAGE = 2000;

export function Transcript({ study, text, paragraphs, wanted }: TranscriptProps) {
  const box = useRef<HTMLDivElement>(null);
  const [pages, setPages] = useState(1);
  const isPrinting = useIsPrinting();
  const isWanted = ({ start, end }: Span) => wanted !== undefined && start < wanted.end && end > wanted.start;
  const last = wanted ? paragraphs.findLastIndex(isWanted) : -1;
  const shown = isPrinting ? paragraphs : paragraphs.slice(0, Math.max(pages * PAGE, last + PAGE));
  useEffect(() => {
    box.current?.querySelector('.wanted')?.scrollIntoView({ block: 'center' });
  }, [wanted?.start, wanted?.end, text]);
  return (
    <div class="transcript" ref={box}>
      {shown.map((paragraph) => (
        <TranscriptParagraph
          key={paragraph.start}
          study={study}
          text={text}
          paragraph={paragraph}
          isWanted={isWanted(paragraph)}
        />
      ))}
      {shown.length < paragraphs.length && (
        <button type="button" class="more" onClick={() => setPages(Math.ceil(shown.length / PAGE) + 1)}>
          Show more of {paragraphs.length} paragraphs
        </button>
      )}
    </div>
  );
}
