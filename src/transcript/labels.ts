/** Finds what looks like a speaker label at the beginning of a line: `Name:`, bold names, names with a time stamp. */
import { languages } from '../text/languages/index.ts';
import { latePattern } from '../text/late-pattern.ts';
import { normalizeName } from './normalize-name.ts';
import { INTERVIEWER_WORDS, RESPONDENT_WORDS, SPEAKER_WORDS, withoutNumber } from './role-words.ts';
import { FOUND, type LabelCandidate, type SourceLine } from './source.ts';
import { BRACKETED_STAMP, cleanStamp, STAMP } from './stamps.ts';

/** MAXQDA's limit for speaker names. */
const LONGEST_NAME = 63;
const MOST_WORDS = 5;

/** Words parted by single blanks, so that a pattern never tries a row of blanks in many ways. */
const NAME_WORD = String.raw`[\p{L}\p{M}\p{N}_.,'’()/&#-]{1,40}`;
const NAME = String.raw`(?=\p{L})${NAME_WORD}(?:[ \u00A0]{1,2}${NAME_WORD}){0,9}?`;
/** The day and time before a message in a chat: `[11/06/2023, 18:02:44]`, `04-03-2024 10:01 -`. */
const DATED = String.raw`\[?\d{1,4}[-/.]\d{1,2}[-/.]\d{2,4},?\s+(?:om\s)?\d{1,2}:\d{2}(?::\d{2})?(?:\s?[ap]\.?m\.?)?\]?`;
/** A list mark or paragraph number and a stamp may stand before the label. */
const START = String.raw`^(?:[-–•*]\s+)?(?:\d{1,4}[.)]?\s+)?(?:(?<before>${DATED}|${STAMP})\s*(?:-\s+)?)?(?:\*\*|__)?`;
/** Bold marks that stayed in the text, as in `**Name: **text`. */
const BOLD_MARK = String.raw`(?:\*\*|__)?`;

/** A digit, without which there is no stamp. */
const DIGIT = /\d/;

/** One convention a row; the first that fits is taken. A pattern is not asked, nor made, where its cheap `sign` is missing. */
const CONVENTIONS: { sign: RegExp; pattern: () => RegExp; bold?: true; shape: LabelCandidate['shape'] }[] = [
  // 10:02:11 From Name to Everyone:
  {
    sign: /\s(?:From|Van)\s/,
    pattern: latePattern(`^(?<before>${STAMP})\\s+(?:From|Van)\\s+(?<name>${NAME})\\s+(?:to|aan)\\s+[^:]{1,60}:\\s*`),
    shape: 'certain',
  },
  // Name: text · Name [0:12]: text · Name: [0:12] text · 0:12 Name: text, with or without bold
  {
    sign: /[:：]/,
    pattern: latePattern(
      `${START}(?<name>${NAME})${BOLD_MARK}\\s*(?<stamp>${STAMP})?\\s*(?::(?=\\s|$|\\*\\*|__)|：)${BOLD_MARK}\\s*${BOLD_MARK}(?<after>${STAMP}(?=\\s|$))?\\s*`,
    ),
    shape: 'certain',
  },
  // **Name** [0:12] text · **Name** 0:12
  {
    sign: DIGIT,
    pattern: latePattern(`${START}(?<name>${NAME})\\s*(?<stamp>${STAMP})(?:\\s+|$)`),
    bold: true,
    shape: 'certain',
  },
  // Name [0:12] text
  {
    sign: DIGIT,
    pattern: latePattern(
      `${START}(?<name>${NAME})\\s*(?<stamp>${BRACKETED_STAMP}|\\[\\d{1,2}:\\d{2}:\\d{2})(?:\\s+|$)`,
    ),
    shape: 'certain',
  },
  // Name  0:12, alone on its line
  { sign: DIGIT, pattern: latePattern(`${START}(?<name>${NAME})\\s+(?<stamp>${STAMP})\\s*$`), shape: 'certain' },
  // <v Name>text, copied from subtitles
  {
    sign: /<v/,
    pattern: latePattern(String.raw`^(?:[-–•*]\s+)?<v(?:\.[^\s<>]*)?\s+(?<name>[^<>]{1,63})>\s*`),
    shape: 'certain',
  },
  // R  text, the colon forgotten
  { sign: / {2}/, pattern: latePattern(String.raw`^(?<name>\p{Lu}{1,4}\d{0,2}) {2,}(?=\S)`), shape: 'bare' },
  // I<tab>text
  {
    sign: /\t/,
    pattern: latePattern(String.raw`^(?<name>\p{Lu}{1,4}\d{0,2}|[Ii]nterviewer|[Rr]espondent)\s*:?\t+(?=\S)`),
    shape: 'certain',
  },
  // Name:text, the blank forgotten
  { sign: /:[^\s/\d]/, pattern: latePattern(`${START}(?<name>${NAME})\\s*:(?=[^\\s/\\d])`), shape: 'bare' },
  // **Name** text
  { sign: /\s/, pattern: latePattern(`^(?<name>${NAME})\\s+(?=\\S)`), bold: true, shape: 'certain' },
  // **Name**, alone on its line
  { sign: /^/, pattern: latePattern(`^(?<name>${NAME})\\s*$`), bold: true, shape: 'certain' },
];

/** What of a line its label is found by. */
type Beginning = Pick<SourceLine, 'text' | 'bold' | typeof FOUND>;

/** The label that the line may begin with. */
export function findLabel(line: Beginning): LabelCandidate | undefined {
  // Every line is asked several times.
  const known = line[FOUND];
  if (known?.in === line) return known.label;
  const label = line.bold === 0 ? (findPlainLabel(line.text) ?? searchLabel(line)) : searchLabel(line);
  line[FOUND] = { in: line, label };
  return label;
}

/** `Name: text`, as most labels are, where the name is a single word of letters and digits and no sign of anything else is near. */
function findPlainLabel(text: string): LabelCandidate | undefined {
  const colon = text.indexOf(':');
  if (colon < 1 || colon > LONGEST_PLAIN) return undefined;
  const name = text.slice(0, colon);
  if (!PLAIN_NAME.test(name) || !PLAIN_TEXT.test(text.slice(colon, colon + 3))) return undefined;
  return { name, end: colon + 2, shape: isRunningSpeech(name) ? 'bare' : 'certain' };
}

const LONGEST_PLAIN = 40;
/** Not the words with which addresses begin. */
const PLAIN_NAME = /^(?!https?$|mailto$|ftp$|www$)[A-Za-z][A-Za-z0-9]*$/i;
/** Neither a second blank, nor a digit, bracket or mark, with which a stamp or bold text would begin. */
const PLAIN_TEXT = /^: [A-Za-z]$/;

function searchLabel(line: Beginning): LabelCandidate | undefined {
  const head = line.text.slice(0, 120);
  if (line.bold === 0 && !/[:：\t]|<v[ .]|^\p{Lu}{1,4}\d{0,2} {2}/u.test(head)) return findRoleWord(line);
  for (const { sign, pattern, bold, shape } of CONVENTIONS) {
    if ((bold && line.bold === 0) || !sign.test(head)) continue;
    const match = pattern().exec(head);
    const groups = match?.groups;
    if (!match || !groups?.name) continue;
    const name = groups.name.replace(/[\s,–—-]+$/, '');
    if (bold && !isBoldName(line, head, name)) continue;
    if (!isNameLike(name)) continue;
    const time = groups.before ?? groups.stamp ?? groups.after;
    return {
      name,
      end: match[0].length,
      shape: isRunningSpeech(name) ? 'bare' : shape,
      ...(time ? { time: cleanStamp(time) } : {}),
    };
  }
  return findRoleWord(line);
}

/** `hij:` in small letters is the end of "zei hij:", unless somebody is known by that name. */
function isRunningSpeech(name: string): boolean {
  return /^\p{Ll}/u.test(name) && languages.some(({ functionWords }) => functionWords.has(name));
}

/** A role word alone on its line, such as `Interviewer 2`. */
function findRoleWord({ text }: Beginning): LabelCandidate | undefined {
  if (text.length > LONGEST_NAME || !/^[\p{L}\p{M}]+(?:[ _]?(?:\d{1,2}|\p{Lu}))?$/u.test(text)) return undefined;
  const name = normalizeName(text);
  const word = withoutNumber(name);
  const isAutomatic = SPEAKER_WORDS.has(word) && (word !== name || word.includes(' '));
  return INTERVIEWER_WORDS.has(word) || RESPONDENT_WORDS.has(word) || isAutomatic
    ? { name: text, end: text.length, shape: 'certain' }
    : undefined;
}

function isBoldName(line: Beginning, head: string, name: string): boolean {
  const end = head.indexOf(name) + name.length;
  return line.bold >= end && line.bold <= end + 2;
}

function isNameLike(name: string): boolean {
  if (name.length > LONGEST_NAME) return false;
  return (
    name
      .replace(/\([^)]*\)/g, '')
      .trim()
      .split(/\s+/).length <= MOST_WORDS && !/^(?:https?|mailto|ftp|www)\b/i.test(name)
  );
}
