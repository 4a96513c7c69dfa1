/** JSON of speech recognisers: Whisper and WhisperX (`segments`), whisper.cpp (`transcription`), Sonix (`transcript`), Amberscript. */

import { decodeText, MOST_TEXT_BYTES } from '../../containers/decode.ts';
import type { SourceFile } from '../../containers/source-file.ts';
import type { Message } from '../../model.ts';
import { createMessage } from '../../text/messages.ts';
import type { Format, Source } from '../source.ts';
import { type Cue, layOutCues, reportBackwardCues, reportUnreadable } from './cues.ts';

export const whisperJson = {
  name: 'whisper-json',
  extensions: ['.json'],
  recognizes(bytes: Uint8Array): boolean {
    if (bytes.length > MOST_TEXT_BYTES) return BEGINS.test(new TextDecoder().decode(bytes.subarray(0, 1000)));
    const text = decodeText({ path: '', bytes }).text ?? '';
    return readCues(text) !== undefined || (BEGINS.test(text) && parse(text) === undefined);
  },
  read(file: SourceFile): Source {
    const { text, messages } = decodeText(file);
    if (text === undefined) return { blocks: [], frontMatter: {}, messages };
    const found = readCues(text);
    if (!found) messages.push(reportUnreadable(EXPECTED, 'export the transcript as text, vtt or srt', file.path));
    const { cues, strange } = found ?? { cues: [], strange: 0 };
    messages.push(...reportBackwardCues(cues, file.path), ...reportStrange(strange, file.path));
    return { blocks: layOutCues(cues), frontMatter: {}, messages };
  },
} satisfies Format;

const EXPECTED =
  'Unexpected JSON, expected a transcript of Whisper or WhisperX (`segments`), whisper.cpp (`transcription`) or Sonix (`transcript`)';

/** A file that is too large to be read, or was cut off, is told of if it begins as a transcript does. */
const BEGINS = /^\s*\{\s*"(?:text|language|systeminfo|segments|transcription|transcript)"/;

type Fields = Readonly<Record<string, unknown>>;

/** One program a row: the list that holds its pieces of speech, and when each began and ended, in seconds. */
const SHAPES: readonly { list: string; times(piece: Fields): [start: unknown, end: unknown] }[] = [
  { list: 'segments', times: ({ start, end }) => [start, end] },
  { list: 'transcription', times: ({ offsets }) => inSeconds(isFields(offsets) ? offsets : {}) },
  { list: 'transcript', times: (piece) => [piece.start_time, piece.end_time] },
];

const inSeconds = ({ from, to }: Fields): [unknown, unknown] => [Number(from) / 1000, Number(to) / 1000];

/** Nothing for text that is no JSON or holds no piece of speech; `strange` counts the pieces without text. */
function readCues(json: string): { cues: Cue[]; strange: number } | undefined {
  const whole = parse(json);
  if (!isFields(whole)) return undefined;
  for (const { list, times } of SHAPES) {
    const pieces = whole[list];
    if (!Array.isArray(pieces)) continue;
    const cues = pieces.map((piece) => toCue(piece, times)).filter((cue) => cue !== undefined);
    if (cues.length > 0) return { cues: nameCues(cues, namesIn(whole)), strange: pieces.length - cues.length };
  }
  const silent = typeof whole.text === 'string' && Array.isArray(whole.segments) && whole.segments.length === 0;
  return silent ? { cues: [{ text: String(whole.text), line: 1 }], strange: 0 } : undefined;
}

/** Amberscript lists the names of its speakers apart. */
function namesIn({ speakers }: Fields): ReadonlyMap<string, string> {
  const listed = Array.isArray(speakers) ? speakers.filter(isFields) : [];
  return new Map(listed.flatMap(({ spkid, name }) => (typeof name === 'string' ? [[String(spkid), name]] : [])));
}

/** Where programs tell speakers apart, a piece without one is not the last speaker's. */
function nameCues(cues: Cue[], names: ReadonlyMap<string, string>): Cue[] {
  if (!cues.some(({ speaker }) => speaker !== undefined)) return cues;
  return cues.map((cue) => ({ ...cue, speaker: names.get(cue.speaker ?? '') ?? cue.speaker ?? 'Unknown speaker' }));
}

function reportStrange(count: number, path: string): Message[] {
  if (count === 0) return [];
  const reason = `Unexpected ${count === 1 ? '1 segment' : `${count} segments`} without text, expected speech; passed over`;
  return [createMessage(reason, { rule: 'strange-row', severity: 'warning', path })];
}

function parse(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}

/** Line numbers mean little in JSON: all are 1. */
function toCue(piece: unknown, times: (piece: Fields) => [unknown, unknown]): Cue | undefined {
  if (!isFields(piece)) return undefined;
  const text = textOf(piece);
  if (text === undefined) return undefined;
  const words = Array.isArray(piece.words) ? piece.words.filter(isFields) : [];
  const [start, end] = times(piece)
    .map((time, index) => time ?? (index === 0 ? words[0]?.start : words.at(-1)?.end))
    .map((time) => (isSeconds(time) ? time : undefined));
  const { speaker } = piece;
  return {
    text,
    line: 1,
    ...(typeof speaker === 'string' || typeof speaker === 'number' ? { speaker: String(speaker) } : {}),
    ...(start === undefined ? {} : { start }),
    ...(end === undefined ? {} : { end }),
  };
}

/** The text of a piece, or that of its words one by one. */
function textOf({ text, words }: Fields): string | undefined {
  if (typeof text === 'string' && (text.trim() !== '' || !Array.isArray(words))) return text.replaceAll('\n', ' ');
  if (!Array.isArray(words)) return undefined;
  const spoken = words.map((word) => (isFields(word) ? (word.text ?? word.word) : undefined));
  return spoken
    .filter((word) => typeof word === 'string')
    .join(' ')
    .replaceAll('\n', ' ');
}

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Up to a year. */
const isSeconds = (value: unknown): value is number => typeof value === 'number' && Math.abs(value) < 31_536_000;
