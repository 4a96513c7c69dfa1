/** Bytes to text: byte-order marks, UTF-8, UTF-16, else Windows-1252 with a warning; binary data is refused. */
import type { Message } from '../model.ts';
import { createMessage } from '../text/messages.ts';
import { decodeWindows1252 } from '../text/windows-1252.ts';
import type { SourceFile } from './source.ts';

/** The text with LF line ends, in NFC, without a byte-order mark; `undefined` with an error message for binary data. */
export function decodeText(file: SourceFile): { text: string | undefined; messages: Message[] } {
  const { bytes, path } = file;
  const marked = byOrderMark(bytes);
  if (!marked && looksBinary(bytes)) {
    const reason = 'Unexpected binary data, expected readable text';
    const hint = 'save it as text again';
    return {
      text: undefined,
      messages: [createMessage(reason, { rule: 'binary-file', severity: 'error', path, hint })],
    };
  }
  const messages: Message[] = [];
  let text = marked ?? strictUtf8(bytes);
  if (text === undefined) {
    text = decodeWindows1252(bytes);
    const reason = 'Unexpected bytes that are not UTF-8; read as Windows-1252';
    const hint = 'look at the letters with accents, and save the file as UTF-8 if they are wrong';
    messages.push(createMessage(reason, { rule: 'guessed-encoding', severity: 'warning', path, hint }));
  }
  if (MISREAD.test(text)) {
    const reason = 'Some letters were decoded wrongly before the file was saved, as in `â€™` for an apostrophe';
    const hint = 'such words are not found by their terms: export the transcript again, as UTF-8';
    messages.push(createMessage(reason, { rule: 'misread-letters', severity: 'warning', path, hint }));
  }
  return { text: text.replace(/\r\n?/g, '\n').normalize('NFC'), messages };
}

/** UTF-8 that was once read as Windows-1252. */
const MISREAD = /â€[™œ\u009d˜¦“”]|Ã[©«¨¯¶¼\u00ab]/;

function byOrderMark(bytes: Uint8Array): string | undefined {
  const [a, b, c] = bytes;
  if (a === 0xff && b === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (a === 0xfe && b === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  return a === 0xef && b === 0xbb && c === 0xbf ? strictUtf8(bytes) : undefined;
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
  for (const byte of head) {
    if (byte === 0) return true;
    if (byte < 0x20 && !(byte >= 0x08 && byte <= 0x0d) && byte !== 0x1b) controls++;
  }
  return controls * 20 > head.length;
}
