/** The sentences around a passage, with the names of those who speak where it is somebody else. */
import type { Span, Transcript } from '../model.ts';
import { countUpTo } from '../text/count-up-to.ts';
import { createSegments } from '../transcript/segments.ts';

export interface Context {
  before: string;
  after: string;
}

/** A passage, and the turn that it is part of. */
export interface Passage extends Span {
  turn: number;
}

/**
 * Gives up to so many sentences on either side of a passage. Labels, time stamps and headings between them are no sentences;
 * marks such as [laughs] inside them are shown. Sentences of another turn stand on a line of their own, behind the name of
 * who speaks.
 */
export function createContext(transcript: Transcript, most: number): (passage: Passage) => Context {
  const sentences = createSegments(transcript, { unit: 'sentence', includeInterviewer: true });
  const starts = sentences.map(({ start }) => start);
  const ends = sentences.map(({ end }) => end);
  return (passage) => {
    const before = countUpTo(ends, ends.length, passage.start);
    const after = countUpTo(starts, starts.length, passage.end - 1);
    const write = (part: readonly Passage[]) => writeSentences(transcript, part, passage.turn);
    return {
      before: write(sentences.slice(Math.max(0, before - most), before)),
      after: write(sentences.slice(after, after + most)),
    };
  };
}

function writeSentences({ text, turns }: Transcript, sentences: readonly Passage[], ownTurn: number): string {
  const lines: Passage[] = [];
  for (const sentence of sentences) {
    const line = lines.at(-1);
    const continues = line?.turn === sentence.turn && !text.slice(line.end, sentence.start).includes('\n');
    if (line && continues) line.end = sentence.end;
    else lines.push({ ...sentence });
  }
  const written = lines.map(({ start, end, turn }, at) => {
    const { speaker } = turns[turn] ?? {};
    const isNamed = turn !== ownTurn && turn !== lines[at - 1]?.turn && speaker !== undefined;
    return (isNamed ? `${speaker}: ` : '') + text.slice(start, end);
  });
  return written.join('\n');
}
