/** HTML character references such as `&amp;`, `&#39;` and `&rsquo;` as the characters that they stand for. */

/** The names in the WebVTT standard, and those of the typographic characters that word processors write. */
const NAMED: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00A0',
  lrm: '\u200E',
  rlm: '\u200F',
  lsquo: '\u2018',
  rsquo: '\u2019',
  ldquo: '\u201C',
  rdquo: '\u201D',
  bdquo: '\u201E',
  ndash: '\u2013',
  mdash: '\u2014',
  hellip: '\u2026',
  euro: '\u20AC',
};

/** The text with its references decoded once, so that `&amp;lt;` becomes `&lt;`; what is no known reference stays as written. */
export function decodeEntities(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(
    /&(?:#(\d{1,7})|#[xX]([\da-fA-F]{1,6})|([a-z]{2,6}));/g,
    (whole, decimal?: string, hex?: string, name?: string) => {
      if (name !== undefined) return (Object.hasOwn(NAMED, name) ? NAMED[name] : undefined) ?? whole;
      return characterOf(decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal)) ?? whole;
    },
  );
}

/** As browsers do: numbers from 128 to 159 mean Windows-1252. Control characters become blanks; what no text may hold is no character. */
function characterOf(codePoint: number): string | undefined {
  if (codePoint === 0 || codePoint > 0x10ffff || (codePoint >= 0xd800 && codePoint <= 0xdfff)) return undefined;
  if (codePoint >= 0x80 && codePoint < 0xa0) return new TextDecoder('windows-1252').decode(Uint8Array.of(codePoint));
  return codePoint < 0x20 || codePoint === 0x7f ? ' ' : String.fromCodePoint(codePoint);
}
