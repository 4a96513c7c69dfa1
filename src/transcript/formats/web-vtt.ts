/** WebVTT as the standard reads it (https://www.w3.org/TR/webvtt1/), leniently: what Teams, Zoom, Whisper and noScribe write. */

import type { SourceFile } from '../../containers/source-file.ts';
import { decodeEntities } from '../../text/entities.ts';
import type { Format, Source } from '../source.ts';
import type { Cue } from './cues.ts';
import { ARROW, readTimedText, type TimedTextRules, withoutFormatting } from './timed-text.ts';

export const webVtt = {
  name: 'webvtt',
  extensions: ['.vtt'],
  read(file: SourceFile): Source {
    return readTimedText(file, RULES);
  },
} satisfies Format;

const RULES: TimedTextRules = {
  stamps: ARROW,
  example: '00:00:01.000 --> 00:00:04.000',
  isId: () => true,
  isComment: (line) => /^(?:NOTE(?:\s|$)|(?:STYLE|REGION)\s*$)/.test(line),
  headerLines: countHeaderLines,
  interpret: divideAtVoices,
};

/** The header, with a title or settings, ends at a blank line. */
function countHeaderLines(lines: readonly string[]): number {
  if (!/^\s*WEBVTT(?:\s|$)/.test(lines[0] ?? '')) return 0;
  const end = lines.findIndex((line) => line.trim() === '' || ARROW.test(line));
  return end === -1 ? lines.length : end;
}

/** A voice goes on to the next one or to its closing tag, which many programs leave out. */
const VOICE = /<v(?:\.[^\s<>]*)?(?:\s([^<>]*))?>|<\/v>/gi;

/** A piece for each voice; text without one is the last speaker's. */
function divideAtVoices(cue: Cue): Cue[] {
  const pieces: Cue[] = [];
  let { line } = cue;
  let start = 0;
  let speaker = '';
  const add = (end: number): void => {
    const written = cue.text.slice(start, end);
    const text = decodeEntities(withoutFormatting(written));
    if (text.trim() !== '') pieces.push({ ...cue, text, line, ...(speaker === '' ? {} : { speaker }) });
    line += written.split('\n').length - 1;
  };
  for (const voice of cue.text.matchAll(VOICE)) {
    add(voice.index);
    start = voice.index + voice[0].length;
    speaker = cleanName(voice[1] ?? '');
  }
  add(cue.text.length);
  return pieces;
}

/** Some programs write a colon behind the name, Teams a number for each device (`Anna@1`). */
function cleanName(written: string): string {
  return decodeEntities(written)
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/:{1,3}$/, '')
    .replace(/@\d{1,9}$/, '')
    .trim();
}
