/** The mark on text that the program writes, by which it is never read as a transcript. */

/** For comments of other kinds of files. */
export const OWN_WORDS = 'written by code-transcripts';

/** For Markdown: invisible where it is shown. */
export const OWN_MARK = `<!-- ${OWN_WORDS} -->`;
/** For text with lines that begin with `#`. */
export const OWN_LINE = `# ${OWN_WORDS}`;

/** Bytes among which the mark is; a title may stand before it. */
const HEAD = 500;

/** Whether a file begins with such a mark. */
export function isOwnOutput(bytes: Uint8Array): boolean {
  const head = new TextDecoder().decode(bytes.subarray(0, HEAD));
  return head.includes(OWN_MARK) || head.includes(OWN_LINE);
}
