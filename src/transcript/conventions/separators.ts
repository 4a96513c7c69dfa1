/** Labels without a colon and a blank, where a whole file has them: `R - text`, `R. text`, `[R] text`, `<R> text`, `R; text`. */
import { latePattern } from '../../text/late-pattern.ts';
import { createMessage } from '../../text/messages.ts';
import { isRoleWord, mayBeName } from '../accept-names.ts';
import { findLabel } from '../labels.ts';
import { normalizeName } from '../normalize-name.ts';
import type { Source, SourceLine } from '../source.ts';
import { cleanStamp, STAMP } from '../stamps.ts';
import { type Convention, replaceLines, textLines } from './convention.ts';

const START = String.raw`^(?:(?<time>${STAMP})\s*)?`;
const SHORT = String.raw`(?<name>\p{Lu}{1,3}\d{0,2})`;
const NAME = String.raw`(?<name>\p{L}[\p{L}\p{M}\p{N}_.'’-]{0,30}(?: [\p{L}\p{M}\p{N}_'’-]{1,30}){0,2})`;

/** One way to write a label a row; a name of several letters only where the sign is plain. */
const WAYS: { example: string; pattern: () => RegExp }[] = [
  { example: 'Name - text', pattern: latePattern(String.raw`${START}${NAME}\s{1,3}[-–—]\s+(?=\S)`) },
  { example: 'R. text', pattern: latePattern(String.raw`${START}${SHORT}\.\s+(?=\S)`) },
  { example: 'R) text', pattern: latePattern(String.raw`${START}${SHORT}\)\s+(?=\S)`) },
  { example: '[Name] text', pattern: latePattern(String.raw`${START}[[{]${NAME}[\]}]\s*`) },
  { example: '<Name> text', pattern: latePattern(String.raw`${START}<${NAME}>\s*`) },
  { example: 'R> text', pattern: latePattern(String.raw`${START}${NAME}\s?>\s+(?=\S)`) },
  { example: 'Name; text', pattern: latePattern(String.raw`${START}${NAME}\s?;\s+(?=\S)`) },
  { example: 'Name | text', pattern: latePattern(String.raw`${START}${NAME}\s?\|\s+(?=\S)`) },
  { example: 'R:text', pattern: latePattern(String.raw`${START}${NAME}\s?:(?=[^\s/\d:])`) },
  { example: '#Name: text', pattern: latePattern(String.raw`${START}[#@]${NAME}:\s*`) },
];

/** Share of lines that must begin so. */
const MOST = 0.4;

export const separators = {
  name: 'separators',
  apply(source: Source, path: string): Source {
    const lines = textLines(source);
    if (lines.length === 0 || lines.some((line) => line.label)) return source;
    const withColon = lines.filter((line) => findLabel(line)?.shape === 'certain').length;
    if (withColon >= lines.length * MOST) return source;
    for (const { pattern, example } of WAYS) {
      const found = findLabels(lines, pattern());
      if (found.size < lines.length * MOST || found.size <= withColon) continue;
      const reason = `Speaker labels are written in an uncommon way here, as in \`${example}\``;
      const message = createMessage(reason, { rule: 'label-separator', severity: 'information', path });
      return { ...replaceLines(source, found), messages: [...source.messages, message] };
    }
    return source;
  },
} satisfies Convention;

/** Lines that begin with one of at least two names that recur, or that are words for a role. */
function findLabels(lines: readonly SourceLine[], pattern: RegExp): Map<SourceLine, SourceLine> {
  const matches = lines.map((line) => pattern.exec(line.text.slice(0, 120)));
  const counts = new Map<string, number>();
  for (const match of matches) {
    const key = normalizeName(match?.groups?.name ?? '');
    if (match && mayBeName(key)) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const accepted = new Set([...counts].filter(([key, count]) => count >= 2 || isRoleWord(key)).map(([key]) => key));
  const labelled = new Map<SourceLine, SourceLine>();
  if (accepted.size < 2) return labelled;
  matches.forEach((match, index) => {
    const line = lines[index];
    const { name = '', time } = match?.groups ?? {};
    if (!match || !line || !accepted.has(normalizeName(name))) return;
    const stamp = time === undefined ? {} : { time: cleanStamp(time) };
    labelled.set(line, { ...line, label: { name, end: match[0].length, ...stamp } });
  });
  return labelled;
}
