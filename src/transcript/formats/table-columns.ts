/** Tells which column of a table holds the speaker, the time and what was said: by its heading, else by what stands in it. */
import { normalizeName } from '../normalize-name.ts';
import { readStampLine } from '../stamps.ts';

/** Columns by what stands in them; `text` is what was said. */
export interface Columns {
  speaker?: number | undefined;
  time?: number | undefined;
  text: number;
}

/** Headings as `normalizeTitle` gives them. */
const HEADINGS = {
  speaker:
    /^(?:(?:speakers?|sprekers?)(?: (?:name|naam|id|label))?|name|naam|participants?|deelnemers?|person|persoon|who|wie|sprecher(?:in)?)$/,
  text: /^(?:content|text|tekst|inhoud|transcript(?:ion)?|transcriptie|utterance|uiting|uitspraak|speech|inhalt|dialogue|passage|fragment|said)$/,
  time: /^(?:time ?spans?|time|when|wanneer|tijd|tijdstip|time ?stamps?|time ?codes?|tijdcode|zeit|(?:start|begin)(?: ?(?:time|tijd|ms))?)$/,
  end: /^(?:(?:end|eind|einde|stop)(?: ?(?:time|tijd|ms))?|duration|duur)$/,
  role: /^(?:(?:speaker |spreker)?(?:role|rol|rolle))$/,
  question: /^(?:questions?|vraag|vragen|frage)$/,
  answer:
    /^(?:answers?|antwoord(?:en)?|response|reactie|reply|antwort|comments?|opmerking(?:en)?|toelichting|original|origineel)$/,
  /** Whose passages these are, where no conversation is told: a survey, a list of answers. */
  participant:
    /^(?:id|(?:participant|respondent|deelnemer|interviewee|subject|case|casus)(?: ?(?:id|nr|number|nummer|code|name|naam))?|pseudonym|pseudoniem)$/,
} as const;

export type Heading = keyof typeof HEADINGS;

/** The first column with such a heading; `titles` are normalised. */
export function findHeading(titles: readonly string[], heading: Heading): number | undefined {
  const index = titles.findIndex((title) => HEADINGS[heading].test(title));
  return index < 0 ? undefined : index;
}

/** Without case, colon, unit and underscores: `Start_time (s):` is `start time`. */
export function normalizeTitle(title: string): string {
  return title
    .slice(0, LONGEST_TITLE)
    .normalize('NFC')
    .toLowerCase()
    .replace(/[_\s-]+/g, ' ')
    .replace(/:$| ?\((?:s|sec|ms|seconds|h{1,2}:mm(?::ss)?)\)$/, '')
    .trim();
}

const LONGEST_TITLE = 200;

/** Whether these cells are the heading row of a transcript. */
export const isTranscriptHeading = (row: readonly string[]): boolean => readHeader(row) !== undefined;

/** The columns that a heading row names, if it names one for what was said and one for who or when. */
export function readHeader(row: readonly string[]): Columns | undefined {
  const titles = row.map(normalizeTitle);
  const [speaker, text, time] = [
    findHeading(titles, 'speaker'),
    findHeading(titles, 'text'),
    findHeading(titles, 'time'),
  ];
  if (text === undefined || (speaker === undefined && time === undefined)) return undefined;
  return { speaker, time, text };
}

const NAME = /^\p{L}[\p{L}\p{M}\p{N}_.,'’()/& -]{0,39}:?$/u;
const MOST_WORDS = 5;
export const WIDEST_TABLE = 64;
const ENOUGH_ROWS = 1000;

/** Whether the text is a time or a span of time and nothing else. */
export const isTime = (text: string): boolean => readStampLine(text) !== undefined;

/** Columns by their content: stamps; short names that recur; and the longest of the others. */
export function guessColumns(rows: readonly (readonly string[])[]): Columns | undefined {
  const width = Math.min(Math.max(0, ...rows.slice(0, ENOUGH_ROWS).map((row) => row.length)), WIDEST_TABLE);
  if (width < 2 || rows.length < 2) return undefined;
  const columns = Array.from({ length: width }, (_, index) => rows.map((row) => row[index] ?? ''));
  const lengths = columns.map((texts) => texts.reduce((sum, text) => sum + text.length, 0));
  const time = positionOf(columns, (texts) => holdsOnly(texts, isTime));
  const speaker = positionOf(columns, (texts, index) => index !== time && holdsSpeakers(texts));
  const others = columns.map((_, index) => index).filter((index) => index !== time && index !== speaker);
  const text = others.toSorted((a, b) => (lengths[b] ?? 0) - (lengths[a] ?? 0))[0];
  if (text === undefined || (time === undefined && speaker === undefined)) return undefined;
  const isLonger = speaker === undefined || (lengths[text] ?? 0) > 2 * (lengths[speaker] ?? 0);
  return isLonger ? { speaker, time, text } : undefined;
}

function positionOf(columns: string[][], test: (texts: string[], index: number) => boolean): number | undefined {
  const index = columns.findIndex(test);
  return index < 0 ? undefined : index;
}

function holdsOnly(texts: string[], test: (text: string) => boolean): boolean {
  const filled = texts.filter((text) => text !== '');
  return filled.length >= 2 && filled.every(test);
}

function holdsSpeakers(texts: string[]): boolean {
  if (!holdsOnly(texts, (text) => NAME.test(text) && text.split(' ').length <= MOST_WORDS)) return false;
  const filled = texts.filter((text) => text !== '');
  const distinct = new Set(filled.map(normalizeName)).size;
  return distinct < filled.length && distinct <= Math.max(2, filled.length / 2);
}
