/** A paragraph of a transcript: its number, who speaks, the text, and the codes of its segments at the edge. */
import type { Paragraph } from '../paragraphs.ts';
import type { Study } from '../study.ts';
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
        {begins && turn?.time !== undefined && <span class="time">{turn.time}</span>}
        <p dir="auto">
          <PassageText study={study} text={text} pieces={pieces} />
        </p>
      </div>
      <ul class="codes" aria-label={codes.length > 0 ? `Codes of paragraph ${number}` : undefined}>
        {codes.map((code) => (
          <li key={code} title={study.codeOf.get(code)?.path}>
            <CodeMark color={study.codeOf.get(code)?.color} />
            <bdi>{study.codeOf.get(code)?.code.name}</bdi>
          </li>
        ))}
      </ul>
    </div>
  );
}
