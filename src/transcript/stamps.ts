/** Time stamps as transcripts write them: one grammar for labels, marks, tables and lines of their own. */

/** `m:ss` or `h:mm:ss`, with a fraction or frames behind it; not a part of a longer row of digits. */
const CLOCK = String.raw`\d{1,3}:\d{2}(?::\d{2})?(?:[.,;:-]\d{1,3})?(?![\d:]\d)`;
const OPENING = String.raw`\\?[\[({#<]`;
const CLOSING = String.raw`\\?[\])}#>]`;

/** In brackets or between hashes; with dots for colons only in square ones, since `(3.50)` is a price. */
export const BRACKETED_STAMP = String.raw`(?:${OPENING}\s?${CLOCK}\s?${CLOSING}|\[\d{1,2}\.\d{2}(?:\.\d{2})?\])`;

/** In brackets, with one of them missing, or bare. */
export const STAMP = `(?:${BRACKETED_STAMP}|${OPENING}?${CLOCK})`;

/** As Teams writes them: parts without a leading zero, even negative. */
const UNPADDED = String.raw`-?\d{1,3}:-?\d{1,2}:-?\d{1,2}(?:[.,]-?\d{1,9})?`;
const ANY = `(?:${STAMP}|${UNPADDED})`;
const LINE = new RegExp(String.raw`^\s*(${ANY})(?:\s*(?:-{1,2}>|-|–|—|,|to|tot|t/m)\s*${ANY}\s?${CLOSING}?)?\s*$`, 'i');

/** The stamp, as written but without brackets, of a text that is nothing but a stamp or a range of two. */
export function readStampLine(text: string): string | undefined {
  if (text.length > LONGEST_LINE || !/\d:-?\d|\[\d/.test(text)) return undefined;
  const match = LINE.exec(text);
  const stamp = match ? cleanStamp(match[1] ?? '') : undefined;
  // Teams begins before the recording does.
  return stamp !== undefined && /^-|:-/.test(stamp) ? '0:00' : stamp;
}

const LONGEST_LINE = 60;

/** A stamp without its brackets. */
export function cleanStamp(written: string): string {
  return written
    .replace(/[\\[\](){}<>#]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}
