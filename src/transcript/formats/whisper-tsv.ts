/** Whisper's table: the header `start`, `end`, `text`, then one piece of speech a line, with times in whole milliseconds. */
import type { Message } from '../../model.ts';
import { createMessage } from '../../text/messages.ts';
import type { Source } from '../source.ts';
import { type Cue, layOutCues, reportBackwardCues } from './cues.ts';

/** The table that Whisper writes, as blocks; nothing for another table. `text` is decoded, `path` is for messages. */
export function readWhisperTsv(text: string, path?: string): Source | undefined {
  if (!isWhisperTsv(text)) return undefined;
  const cues: Cue[] = [];
  const strange: number[] = [];
  text.split('\n').forEach((row, index) => {
    if (index === 0 || row.trim() === '') return;
    const match = ROW.exec(row);
    if (!match) strange.push(index + 1);
    cues.push(match ? toCue(match, index + 1) : { text: row, line: index + 1 });
  });
  const messages = [...reportBackwardCues(cues, path), ...reportStrange(strange, path)];
  return { blocks: layOutCues(cues), frontMatter: {}, messages };
}

const ROW = /^\s{0,9}(-?\d{1,12})\t(-?\d{1,12})\t(.*)$/;

/** Whether a text begins with Whisper's header. */
export const isWhisperTsv = (text: string): boolean => /^start\tend\ttext[ \t]*(?:\n|$)/i.test(text.slice(0, 100));

function toCue([, start, end, text = '']: RegExpExecArray, line: number): Cue {
  return { text, line, start: Number(start) / 1000, end: Number(end) / 1000 };
}

function reportStrange(lines: readonly number[], path: string | undefined): Message[] {
  const [first] = lines;
  if (first === undefined) return [];
  const rows = lines.length === 1 ? '1 row' : `${lines.length} rows`;
  const reason = `Unexpected ${rows}, expected start, end and text between tabs; read as text that goes on`;
  const position = { line: first, column: 1 };
  return [
    createMessage(reason, {
      rule: 'strange-row',
      severity: 'warning',
      position,
      ...(path === undefined ? {} : { path }),
    }),
  ];
}
