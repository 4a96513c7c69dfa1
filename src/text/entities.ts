/** HTML character references such as `&amp;`, `&#39;` and `&rsquo;` as the characters that they stand for. */
import { decodeNamedCharacterReference } from 'decode-named-character-reference';

/** The text with its references decoded once, so that `&amp;lt;` becomes `&lt;`; what is no known reference stays as written. */
export function decodeEntities(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(
    /&(?:#(\d{1,7})|#[xX]([\da-fA-F]{1,6})|([A-Za-z][A-Za-z\d]{1,30}));/g,
    (whole, decimal?: string, hex?: string, name?: string) => {
      if (name !== undefined) return decodeNamedCharacterReference(name) || whole;
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
