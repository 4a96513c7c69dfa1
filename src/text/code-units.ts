/** Copies the UTF-16 code units of a text into an array, in which a loop finds them three times as fast as in the text. */

interface Copier {
  from(target: ArrayBuffer): { write(text: string, encoding: 'utf16le'): number };
}

/** The native copy of Node; a page in a browser has none. */
const { Buffer: NativeBuffer } = globalThis as { Buffer?: Copier };
const canCopy = NativeBuffer !== undefined && new Uint8Array(Uint16Array.of(1).buffer)[0] === 1;
/** From here on a native copy is faster than a loop. */
const LONG = 48;

/** Grows with the longest passage, and is written anew for each. */
let units = new Uint16Array(1 << 12);
let bytes = NativeBuffer?.from(units.buffer);

/** The units of `text[start, end)` at the beginning of an array that is good until the next call. */
export function copyUnits(text: string, start: number, end: number): Uint16Array {
  const length = end - start;
  if (length > units.length) {
    units = new Uint16Array(Math.max(length, units.length * 2));
    bytes = NativeBuffer?.from(units.buffer);
  }
  if (canCopy && length >= LONG) bytes?.write(text.slice(start, end), 'utf16le');
  else for (let at = 0; at < length; at++) units[at] = text.charCodeAt(start + at);
  return units;
}
