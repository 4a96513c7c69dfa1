/** Names that stand alone below or behind a time stamp: Teams' stamp line, name line and text; Word's `00:00:12 Speaker 1`. */

import { isRoleWord, mayBeName } from '../accept-names.ts';
import { normalizeName } from '../normalize-name.ts';
import { NO_LABELS } from '../role-words.ts';
import type { Source, SourceLine } from '../source.ts';
import { cleanStamp, readStampLine, STAMP } from '../stamps.ts';
import { type Convention, replaceLines, textLines } from './convention.ts';

const NAME = String.raw`\p{L}[\p{L}\p{M}\p{N}_.,'’()/&-]{0,30}(?: [\p{L}\p{M}\p{N}_.,'’()/&-]{1,30}){0,4}`;
const NAME_LINE = new RegExp(`^${NAME}$`, 'u');
const STAMP_AND_NAME = new RegExp(String.raw`^(${STAMP})\s+(?:[-–]\s+)?(${NAME}):?$`, 'u');

export const stampedNames = {
  name: 'stamped-names',
  apply(source: Source): Source {
    const lines = textLines(source);
    if (lines.some((line) => line.label)) return source;
    const unnamed = findUnnamed(lines);
    if (unnamed.size > 0) return replaceLines(source, unnamed);
    const candidates = lines.flatMap((_, index) => findCandidate(lines, index) ?? []);
    const counts = new Map<string, number>();
    for (const { key } of candidates) counts.set(key, (counts.get(key) ?? 0) + 1);
    const recurring = [...counts].filter(([, count]) => count >= 2);
    const covered = recurring.reduce((sum, [, count]) => sum + count, 0);
    // Short cues under a stamp, such as "Right", recur as well, but most cues are not one of a few names.
    if (covered < MOST * candidates.length || recurring.length === 0) return source;
    const accepted = candidates.filter(
      ({ key }) => (counts.get(key) ?? 0) >= 2 || isRoleWord(key) || covered >= NEARLY_ALL * candidates.length,
    );
    return replaceLines(source, new Map(accepted.map(({ line, labelled }) => [line, labelled])));
  },
} satisfies Convention;

/** Otter heads each turn `Name  0:12`; where it does not know the voice, the stamp stands alone. */
function findUnnamed(lines: readonly SourceLine[]): Map<SourceLine, SourceLine> {
  const named = lines.filter(
    ({ text }) => ENDS_IN_STAMP.test(text) && text.length <= LONGEST_HEAD && NAME_AND_STAMP.test(text),
  );
  const alone = lines.filter(
    ({ text, line }, index) => readStampLine(text) !== undefined && line - (lines[index - 1]?.line ?? -1) > 1,
  );
  const isUnnamed = named.length > 1 && named.length + alone.length >= lines.length * FEWEST_HEADS;
  return new Map((isUnnamed ? alone : []).map((line) => [line, labelUnknown(line)]));
}

function labelUnknown(line: SourceLine): SourceLine {
  const time = readStampLine(line.text);
  return {
    ...line,
    label: { name: 'Unknown speaker', end: line.text.length, ...(time === undefined ? {} : { time }) },
  };
}

/** Asked first, since most lines are speech. */
const ENDS_IN_STAMP = /[\d\])}#>]$/;
const LONGEST_HEAD = 160;
const NAME_AND_STAMP = new RegExp(String.raw`^${NAME}\s{2,}${STAMP}$`, 'u');
/** Heads among all lines, where each has a line or two of speech below it. */
const FEWEST_HEADS = 0.3;
const MOST = 0.6;
const NEARLY_ALL = 0.9;

interface Candidate {
  key: string;
  line: SourceLine;
  labelled: SourceLine;
}

/** A line that is nothing but a name, with a stamp before it, and with what is said below it. */
function findCandidate(lines: readonly SourceLine[], index: number): Candidate | undefined {
  const line = lines[index] as SourceLine;
  const below = lines[index + 1];
  if (!below || readStampLine(below.text) !== undefined || STAMP_AND_NAME.test(below.text)) return undefined;
  const both = STAMP_AND_NAME.exec(line.text.slice(0, 160));
  const above = both ? cleanStamp(both[1] ?? '') : readStampLine(lines[index - 1]?.text ?? '');
  const name = both ? (both[2] ?? '') : line.text.replace(/:$/, '');
  if (above === undefined || !(both || NAME_LINE.test(name)) || /[.,]$/.test(name)) return undefined;
  const key = normalizeName(name);
  if (!/^\p{Lu}|\d/u.test(name) || !mayBeName(key) || NO_LABELS.has(key)) return undefined;
  const label = { name, end: line.text.length, time: above };
  return { key, line, labelled: { ...line, label } };
}
