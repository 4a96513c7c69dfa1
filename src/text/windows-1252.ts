/** Decodes Windows-1252, which some versions of Node 20 and 22 take for Latin-1, so that curly quotes and € are lost. */

/** Characters of the bytes 0x80 to 0x9F; the five that have none stand for themselves, as on the web. */
const UPPER = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ';

/** The text of the bytes; each of them is one character. */
export function decodeWindows1252(bytes: Uint8Array): string {
  const latin1 = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  return latin1.replace(/[\x80-\x9f]/g, (character) => UPPER.charAt(character.charCodeAt(0) - 0x80));
}
