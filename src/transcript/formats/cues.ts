/** Cues, timed pieces of speech: merged into turns where it is known who speaks, and into paragraphs at pauses where it is not. */
import type { Message } from '../../model.ts';
import { createMessage } from '../../text/messages.ts';
import { normalizeName } from '../normalize-name.ts';
import type { Block, SourceLine } from '../source.ts';
import { nameSpeakers } from './named-cues.ts';

/** What the formats with time stamps have in common. */
export interface Cue {
  /** As the format says it; missing where the last speaker goes on. */
  speaker?: string;
  /** What is said, without markup; may have line breaks. */
  text: string;
  /** 1-based line of the file at which `text` begins. */
  line: number;
  /** Seconds. */
  start?: number;
  end?: number;
}

/** One line of a cue, its blanks made single. */
export interface CueLine extends Cue {
  /** Whether the cue begins with it. */
  first: boolean;
  /** Whether it begins with what may be the name of another speaker, which is decided later. */
  doubtful?: boolean;
}

/** Seconds of silence that begin a paragraph, where nobody knows who speaks. */
const PAUSE = 2;
/** Words from which the end of a sentence ends the paragraph as well: else a talk without a pause would be one segment. */
const LONG = 60;

/** The blocks of a file: one a turn, or one a run of cues without a pause where no cue has a speaker. */
export function layOutCues(cues: readonly Cue[]): Block[] {
  const lines = nameSpeakers(cues.flatMap(linesOf));
  return lines.some((line) => line.speaker !== undefined) ? mergeTurns(lines) : divideAtPauses(lines);
}

/** Warns of cues with stamps in the wrong order: their times are doubtful, their text is not. */
export function reportBackwardCues(cues: readonly Cue[], path: string | undefined): Message[] {
  const backward = cues.filter(({ start, end }) => start !== undefined && end !== undefined && end < start);
  const [first] = backward;
  if (!first) return [];
  const count = backward.length === 1 ? '1 cue ends before it starts' : `${backward.length} cues end before they start`;
  const reason = `${count}, first at ${formatTime(first.start)}; the text is read all the same`;
  return [
    createMessage(reason, { rule: 'backward-time', severity: 'warning', ...(path === undefined ? {} : { path }) }),
  ];
}

/** An error for content that is not of the format at all. */
export function reportUnreadable(reason: string, hint: string, path: string): Message {
  return createMessage(reason, { rule: 'wrong-format', severity: 'error', path, hint });
}

/** A line that cannot begin with a label goes on with the one before it. */
function linesOf(cue: Cue): CueLine[] {
  const lines: CueLine[] = [];
  const { speaker, ...nameless } = cue;
  const name = tidy(speaker ?? '');
  const shared = name === '' ? nameless : { ...nameless, speaker: name };
  cue.text.split('\n').forEach((part, index) => {
    const text = tidy(part);
    const last = lines.at(-1);
    if (text === '') return;
    if (last && !/[:：]/.test(text)) last.text += ` ${text}`;
    else lines.push({ ...shared, text, line: cue.line + index, first: !last });
  });
  return lines;
}

const tidy = (text: string): string => text.replace(/\s+/g, ' ').trim().normalize('NFC');

/** Above the first speaker the lines are nobody's and keep no label. */
function mergeTurns(lines: readonly CueLine[]): Block[] {
  const turns: { first: CueLine; texts: string[] }[][] = [];
  let speaking: string | undefined;
  for (const line of lines) {
    const speaker = line.speaker === undefined ? speaking : normalizeName(line.speaker);
    const turn = turns.at(-1);
    if (!turn || speaker !== speaking) turns.push([{ first: line, texts: [line.text] }]);
    else if (line.doubtful) turn.push({ first: line, texts: [line.text] });
    else turn.at(-1)?.texts.push(line.text);
    speaking = speaker;
  }
  return turns.flatMap((turn): Block[] => {
    const said = turn.map(({ first, texts }) => ({ first, text: texts.filter((text) => text !== '').join(' ') }));
    const lines = said.filter(({ text }) => text !== '').map(({ first, text }) => toSourceLine(first, text));
    return lines.length === 0 ? [] : [{ kind: 'text', lines }];
  });
}

function divideAtPauses(lines: readonly CueLine[]): Block[] {
  const blocks: Block[] = [];
  let silentSince: number | undefined;
  let words = 0;
  let isLongEnough = false;
  for (const line of lines) {
    const last = blocks.at(-1);
    const pause = line.start !== undefined && silentSince !== undefined ? line.start - silentSince : 0;
    if (last && pause < PAUSE && !isLongEnough) last.lines.push(toSourceLine(line, line.text));
    else blocks.push({ kind: 'text', lines: [toSourceLine(line, line.text)] });
    words = (blocks.at(-1) === last ? words : 0) + line.text.split(' ').length;
    isLongEnough = words >= LONG && /[.?!…]["'”’]?$/.test(line.text);
    silentSince = line.end ?? line.start ?? silentSince;
  }
  return blocks;
}

function toSourceLine(cue: CueLine, said: string): SourceLine {
  const { speaker: name, line } = cue;
  const time = formatTime(cue.start);
  const stamp = time === undefined ? {} : { time };
  if (name === undefined) return { text: said, line, bold: 0, masks: findTags(said), ...stamp };
  const label = { name, end: name.length + 2, ...stamp };
  const text = `${name}: ${said}`;
  return { text, line, bold: 0, masks: findTags(text), ...stamp, label };
}

/** What still stands in angle brackets is a mark of the transcriber, such as `<lacht>`. */
function findTags(text: string): SourceLine['masks'] {
  if (!text.includes('<')) return [];
  const tags = text.matchAll(/<\/?\p{L}[^<>]{0,80}>/gu);
  return Array.from(tags, (tag) => ({ start: tag.index, end: tag.index + tag[0].length }));
}

/** `m:ss`, or `h:mm:ss` from an hour on; the time before the recording began is 0:00. */
export function formatTime(seconds: number | undefined): string | undefined {
  if (seconds === undefined) return undefined;
  const whole = Math.max(0, Math.floor(seconds));
  const two = (value: number): string => String(value).padStart(2, '0');
  const [hours, minutes] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60];
  return hours > 0 ? `${hours}:${two(minutes)}:${two(whole % 60)}` : `${minutes}:${two(whole % 60)}`;
}
