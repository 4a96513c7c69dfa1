/** Paragraph numbers in the margin, as MAXQDA prints them: `17   Interviewer: …`, on every paragraph, going up by one. */
import { createMessage } from '../../text/messages.ts';
import type { Source, SourceLine } from '../source.ts';
import { type Convention, replaceLines } from './convention.ts';

const NUMBER = /^(\d{1,4})[.)]?\s+(?=\S)/;
const FEWEST = 4;
/** Share of paragraphs with the next number from which it is a margin. */
const MOST = 0.8;

export const marginNumbers = {
  name: 'margin-numbers',
  apply(source: Source, path: string): Source {
    const replaced = new Map<SourceLine, SourceLine>();
    let paragraphs = 0;
    let next: number | undefined;
    for (const { kind, lines } of source.blocks) {
      const line = lines[0];
      if (kind !== 'text' || !line) continue;
      paragraphs++;
      const match = NUMBER.exec(line.text);
      const number = Number(match?.[1]);
      if (!match || (next !== undefined && (number < next || number > next + MOST_SKIPPED))) continue;
      next = number + 1;
      replaced.set(line, { ...line, masks: [...line.masks, { start: 0, end: match[0].length }] });
    }
    if (replaced.size < FEWEST || replaced.size < paragraphs * MOST) return source;
    const reason = `The numbers in the margin of ${replaced.size} paragraphs are taken for paragraph numbers`;
    const message = createMessage(reason, { rule: 'margin-numbers', severity: 'information', path });
    return { ...replaceLines(source, replaced), messages: [...source.messages, message] };
  },
} satisfies Convention;

/** Empty paragraphs have numbers, too. */
const MOST_SKIPPED = 3;
