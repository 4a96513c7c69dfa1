/** Folding: the comparison form of a word, lower case and without diacritics. */

/** Letters that Unicode does not decompose although readers take them for their plain letter. */
const PLAIN: Record<string, string> = { ß: 'ss', ø: 'o', æ: 'ae', œ: 'oe', ł: 'l', đ: 'd', ı: 'i', ĳ: 'ij' };

/** Lower case without diacritics: coördinator, Coordinator and cliënt become coordinator and client. */
export function fold(word: string): string {
  const lower = word.toLowerCase();
  if (ASCII.test(lower)) return lower;
  return lower
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[ßøæœłđıĳ]/g, (letter) => PLAIN[letter] ?? letter);
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: the range is ASCII as a whole
const ASCII = /^[\u0000-\u007f]*$/;

/** Lower case as RE2 compares without case: it takes ſ for an s. */
export function lowerForStrings(text: string): string {
  return text.toLowerCase().replaceAll('ſ', 's');
}
