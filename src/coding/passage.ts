/** The text of a passage, without what its masks cover. */
import type { Segment, Span, Transcript } from '../model.ts';
import { visibleParts } from '../transcript/visible-parts.ts';
import type { PassageText } from './compiled-codebook.ts';

/** What is masked in the turn of a segment. */
export function masksOf(transcript: Transcript, { turn }: Segment): readonly Span[] {
  return transcript.turns[turn]?.masks ?? [];
}

/** The text of a passage, with blanks of the same length for what is masked. */
export function blankMasks(transcript: Transcript, { start, end }: Span, masks: readonly Span[]): PassageText {
  let text = '';
  for (const part of visibleParts({ start, end }, masks))
    text += ' '.repeat(part.start - start - text.length) + transcript.text.slice(part.start, part.end);
  return { text, start };
}
