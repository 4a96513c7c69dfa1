/** Makes characters visible that would break a line of a message, move the cursor, or turn the order of the letters round. */

/** Control characters, line and paragraph separators, direction marks, and halves of surrogate pairs. */
const INVISIBLE = /[\p{Cc}\u2028\u2029\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]|\p{Surrogate}/gu;
const SHORT: Record<string, string> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' };

/** The text with `\n` for a line end, and `\u{202e}` for a character without such a short form. */
export function escapeControls(text: string): string {
  return text.replace(
    INVISIBLE,
    (found) => SHORT[found] ?? `\\u{${found.charCodeAt(0).toString(16).padStart(2, '0')}}`,
  );
}
