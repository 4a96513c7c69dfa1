/** Unpacks the packed parts of a PDF once, since pdf.js neither says that one is damaged nor stops at one without end. */
import { constants, inflateSync } from 'node:zlib';
import { Refusal } from '../../containers/refusal.ts';

const LARGEST_PART = 64 * 2 ** 20;
const START = 'stream';
const END = 'endstream';
/** Bytes before a part in which its dictionary lies. */
const DICTIONARY = 1024;

/** Number of parts with text that are damaged. Throws a refusal for one that grows beyond all measure. */
export function countDamagedParts(content: Buffer): number {
  // What is encrypted can only be unpacked by pdf.js.
  if (content.includes('/Encrypt')) return 0;
  let damaged = 0;
  let from = content.indexOf(START);
  while (from >= 0) {
    const start = from + START.length;
    const end = content.indexOf(END, start);
    if (end < 0) return damaged;
    const dictionary = content
      .subarray(Math.max(0, from - DICTIONARY), from)
      .toString('latin1')
      .split(/\bobj\b/)
      .at(-1);
    if (dictionary && holdsText(dictionary) && !unpacks(content.subarray(skipLineEnd(content, start), end))) damaged++;
    from = content.indexOf(START, end + END.length);
  }
  return damaged;
}

/** Pictures and fonts may be large, and nothing that was said is lost with them. */
function holdsText(dictionary: string): boolean {
  if (!/\/Filter\s*\[?\s*\/(?:FlateDecode|Fl)\b\s*(?:\]|[/>](?!ASCII|DCT|LZW))/.test(dictionary)) return false;
  return !/\/Subtype\s*\/(?:Image|Type1C|CIDFontType0C|OpenType)\b|\/Length1\b|\/N\s+[134]\b/.test(dictionary);
}

function skipLineEnd(content: Buffer, at: number): number {
  if (content[at] === 0x0d && content[at + 1] === 0x0a) return at + 2;
  return content[at] === 0x0a || content[at] === 0x0d ? at + 1 : at;
}

function unpacks(part: Buffer): boolean {
  try {
    // Some programs leave the checksum at the end out.
    inflateSync(part, { maxOutputLength: LARGEST_PART, finishFlush: constants.Z_SYNC_FLUSH });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ERR_BUFFER_TOO_LARGE') return false;
    throw new Refusal(
      'Unexpected size: a part of the PDF grows over 64 MB when unpacked',
      'save the transcript as plain text if it is really that large',
    );
  }
}
