/** A paragraph of a transcript: its number, who speaks, the text, and the codes of its segments at the edge. */
import type { Turn } from '../../../model.ts';
import type { Paragraph } from '../paragraphs.ts';
import { describeCode, type Study } from '../study.ts';
import { CodeMark } from './code-mark.tsx';
import { PassageText } from './passage-text.tsx';

interface ParagraphProps {
  study: Study;
  text: string;
  paragraph: Paragraph;
  /** Whether the reader came to see it. */
  isWanted: boolean;
}

export function TranscriptParagraph({ study, text, paragraph, isWanted }: ParagraphProps) {
  const { number, turn, begins, codable, pieces, codings } = paragraph;
  const codes = [...new Set(codings.map(({ code }) => code))];
  const kind = `paragraph${codable ? '' : ' uncodable'}${begins ? ' begins' : ''}${isWanted ? ' wanted' : ''}`;
  return (
    <div class={kind} id={`paragraph-${number}`}>
      <span class="paragraph-number">
        <span class="sr">Paragraph </span>
        {number}
      </span>
      <div>
        {begins && turn && <Beginning turn={turn} written={text.slice(paragraph.start, paragraph.end)} />}
        <p dir="auto">
          <PassageText study={study} text={text} pieces={pieces} />
        </p>
      </div>
      <ul class="codes" aria-label={codes.length > 0 ? `Codes of paragraph ${number}` : undefined}>
        {codes.map((code) => (
          <li key={code} data-tip={describeCode(study.codeOf.get(code))}>
            <CodeMark color={study.codeOf.get(code)?.color} />
            <bdi>{study.codeOf.get(code)?.code.name}</bdi>
          </li>
        ))}
      </ul>
    </div>
  );
}

interface BeginningProps {
  turn: Turn;
  /** The paragraph as it is written. */
  written: string;
}

/** Who speaks and since when, where the text does not say so itself: subtitles, tables and web pages keep it beside. */
function Beginning({ turn: { speaker, time, masks, start }, written }: BeginningProps) {
  const label = masks[0]?.start === start ? written.slice(0, (masks[0]?.end ?? start) - start) : '';
  const known = [speaker, time].filter((each) => each !== undefined && !label.includes(each));
  return known.length === 0 ? null : (
    <span class="time" dir="auto">
      {known.join(' · ')}
    </span>
  );
}
