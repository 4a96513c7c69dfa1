/** Speakers that a program wrote into the text of its cues: Zoom's `Anna Jansen: …`, WhisperX's `[SPEAKER_00]: …`. */

import { isRoleWord, mayBeName } from '../accept-names.ts';
import { findLabel } from '../labels.ts';
import { normalizeName } from '../normalize-name.ts';
import type { CueLine } from './cues.ts';

/** Share of cues with a name from which a program must have put it there; in subtitles only changes of speaker have one. */
const MOST = 0.5;
/** Share from which even a name that stands once is a speaker. */
const NEARLY_ALL = 0.9;

/** The lines with the names taken out of their text, if most cues begin with one; else as they are, for labels to be found later. */
export function nameSpeakers(lines: CueLine[]): CueLine[] {
  if (lines.some((line) => line.speaker !== undefined)) return lines;
  const found = lines.map(findName);
  const counts = new Map<string, number>();
  for (const each of found) if (each) counts.set(each.key, (counts.get(each.key) ?? 0) + 1);
  const cues = lines.filter(({ first }) => first).length;
  const named = lines.filter((line, at) => line.first && found[at]).length;
  const isSpeaker = (key: string): boolean =>
    (counts.get(key) ?? 0) > 1 || isRoleWord(key) || named >= cues * NEARLY_ALL;
  const spoken = lines.filter((line, at) => line.first && isSpeaker(found[at]?.key ?? '')).length;
  if (named < 2 || spoken < cues * MOST) return lines;
  return lines.map((line, at) => {
    const name = found[at];
    if (!name) return line;
    if (!isSpeaker(name.key)) return { ...line, doubtful: true };
    return { ...line, speaker: name.speaker, text: line.text.slice(name.end).trim() };
  });
}

interface FoundName {
  speaker: string;
  /** Normalised. */
  key: string;
  /** Offset at which speech begins. */
  end: number;
}

/** The name at the very beginning of a line; a number or list mark before it would be lost with the name. */
function findName({ text }: CueLine): FoundName | undefined {
  const bracketed = /^\[([^[\]:]{1,63})\]:/.exec(text);
  if (bracketed) return nameOf(bracketed[1] ?? '', bracketed[0].length);
  if (!/[:：]/.test(text.slice(0, 80))) return undefined;
  const label = findLabel({ text, bold: 0 });
  if (label?.shape !== 'certain' || !text.startsWith(label.name)) return undefined;
  const end = label.name.length + 1;
  return /[:：]/.test(text[end - 1] ?? '') ? nameOf(label.name, end) : undefined;
}

function nameOf(speaker: string, end: number): FoundName | undefined {
  const key = normalizeName(speaker);
  return mayBeName(key) ? { speaker, key, end } : undefined;
}
