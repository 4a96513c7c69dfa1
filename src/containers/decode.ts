/** Bytes to text: byte-order marks, UTF-8, UTF-16, else Windows-1252 with a warning; binary data and giants are refused. */
import type { Message } from '../model.ts';
import { createMessage } from '../text/messages.ts';
import { decodeWindows1252 } from '../text/windows-1252.ts';
import type { SourceFile } from './source-file.ts';

/** The largest text that is read: more than 1,000 hours of speech, which take up to 35 times as many bytes while they are coded. */
export const MOST_TEXT_BYTES = 64 * 2 ** 20;

/** The text with LF line ends, in NFC, without a byte-order mark; `undefined` with an error message for what is no such text. */
export function decodeText(file: SourceFile): { text: string | undefined; messages: Message[] } {
  const { bytes, path } = file;
  const refuse = (rule: string, reason: string, hint: string) => ({
    text: undefined,
    messages: [createMessage(reason, { rule, severity: 'error', path, hint })],
  });
  if (bytes.length > MOST_TEXT_BYTES)
    return refuse('too-large', 'Unexpected size of more than 64 MB, expected a smaller file', 'divide the file');
  const known = byOrderMark(bytes) ?? (looksBinary(bytes) ? undefined : strictUtf8(bytes));
  const guess = known === undefined ? guessEncoding(bytes) : undefined;
  const text = known ?? guess?.text;
  if (text === undefined)
    return refuse('binary-file', 'Unexpected binary data, expected readable text', 'save it as text again');
  const messages: Message[] = [];
  if (guess) {
    const reason = `Unexpected bytes that are not UTF-8; read as ${guess.name}`;
    const hint = 'look at the letters with accents, and save the file as UTF-8 if they are wrong';
    messages.push(createMessage(reason, { rule: 'guessed-encoding', severity: 'warning', path, hint }));
  }
  if (mayBeMisread(text) && MISREAD.test(text)) {
    const reason = 'Some letters were decoded wrongly before the file was saved, as in `â€™` for an apostrophe';
    const hint = 'such words are not found by their terms: export it again, as UTF-8';
    messages.push(createMessage(reason, { rule: 'misread-letters', severity: 'warning', path, hint }));
  }
  return { text: compose(text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text), messages };
}

/** Most texts have no character that could be part of a composition, and are in NFC as they are. */
function compose(text: string): string {
  return MAY_COMPOSE.test(text) ? text.normalize('NFC') : text;
}

/** The first combining mark is U+0300, and no character before it changes in NFC. */
const MAY_COMPOSE = /[\u0300-\u2012\u201F-\u2025\u2027-\uFFFF]/;

/** UTF-8 that was once read as Windows-1252. */
const mayBeMisread = (text: string): boolean => text.includes('Ã') || text.includes('â€');
const MISREAD = /â€[™œ\u009d˜¦“”]|Ã[©«¨¯¶¼\u00ab]/;

/** UTF-16 that lost its mark, else Windows-1252; nothing for binary data. */
function guessEncoding(bytes: Uint8Array): { text: string; name: string } | undefined {
  for (const [encoding, name] of [
    ['utf-16le', 'UTF-16'],
    ['utf-16be', 'UTF-16'],
  ] as const)
    if (looksLikeUtf16(bytes, encoding)) return { text: new TextDecoder(encoding).decode(bytes), name };
  return looksBinary(bytes) ? undefined : { text: decodeWindows1252(bytes), name: 'Windows-1252' };
}

/** Whether most units are letters of the Latin alphabet, so that their high byte is 0, and none is the character NUL. */
function looksLikeUtf16(bytes: Uint8Array, encoding: 'utf-16le' | 'utf-16be'): boolean {
  const head = bytes.subarray(0, 8192);
  const high = encoding === 'utf-16le' ? 1 : 0;
  let zeros = 0;
  for (let at = 0; at + 1 < head.length; at += 2) {
    if (head[at + high] !== 0) continue;
    if (head[at + 1 - high] === 0) return false;
    zeros++;
  }
  return bytes.length % 2 === 0 && zeros * 2 > head.length * 0.7;
}

function byOrderMark(bytes: Uint8Array): string | undefined {
  const [a, b, c, d] = bytes;
  if (a === 0xff && b === 0xfe && c === 0 && d === 0) return decodeUtf32(bytes, true);
  if (a === 0 && b === 0 && c === 0xfe && d === 0xff) return decodeUtf32(bytes, false);
  if (a === 0xff && b === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (a === 0xfe && b === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  return a === 0xef && b === 0xbb && c === 0xbf ? strictUtf8(bytes) : undefined;
}

/** Nothing where a unit is no character, as in binary data that begins like a mark. */
function decodeUtf32(bytes: Uint8Array, littleEndian: boolean): string | undefined {
  if (bytes.length % 4 !== 0) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const parts: string[] = [];
  for (let at = 4; at < bytes.length; at += 4) {
    const unit = view.getUint32(at, littleEndian);
    if (unit === 0 || unit > 0x10ffff) return undefined;
    parts.push(String.fromCodePoint(unit));
  }
  return parts.join('');
}

function strictUtf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** A NUL, or many control characters, in the first 8 kB. */
function looksBinary(bytes: Uint8Array): boolean {
  const head = bytes.subarray(0, 8192);
  let controls = 0;
  for (let at = 0; at < head.length; at++) {
    const byte = head[at] as number;
    if (byte === 0) return true;
    if (byte < 0x20 && !(byte >= 0x08 && byte <= 0x0d) && byte !== 0x1b) controls++;
  }
  return controls * 20 > head.length;
}
