/** Writes texts as YAML scalars that every reader of YAML takes for the same text, in the plainest style that is safe. */

/** On one line: plain where nothing in it means anything in YAML, else in quotes. */
export function writeScalar(text: string): string {
  if (NEEDS_ESCAPES.test(text)) return writeEscaped(text);
  return isPlain(text) ? text : `'${text.replaceAll("'", "''")}'`;
}

/** Texts as a list on one line. */
export function writeFlowList(texts: readonly string[]): string {
  const items = texts.map((text) => {
    const scalar = writeScalar(text);
    return scalar === text && /[,[\]{}]/.test(text) ? `'${text.replaceAll("'", "''")}'` : scalar;
  });
  return `[${items.join(', ')}]`;
}

/** On one line or as a block of lines below the key; `indent` is the number of blanks before the key. */
export function writeProse(text: string, indent: number): string {
  const margin = ' '.repeat(indent + 2);
  const isBlock = !NEEDS_ESCAPES.test(text.replaceAll('\n', '')) && text === text.trim();
  if (isBlock && text.includes('\n')) {
    const lines = text.split('\n').map((line) => (line === '' ? '' : margin + line));
    return `|-\n${lines.join('\n')}`;
  }
  if (!isBlock || text.length + indent < WIDTH) return writeScalar(text);
  return `>-\n${foldLine(text, WIDTH - indent)
    .map((line) => margin + line)
    .join('\n')}`;
}

const WIDTH = 100;

/** Lines that YAML joins with a blank again: broken at single blanks only. */
function foldLine(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/(?<=\S) (?=\S)/)) {
    if (line !== '' && line.length + word.length + 1 > width) {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, line];
}

/** Control characters, line ends of any kind, marks without width at the edges of lines, and halves of surrogate pairs. */
const NEEDS_ESCAPES = /[\p{Cc}\u2028\u2029\uFEFF\uFFFE\uFFFF]|\p{Surrogate}/u;

function writeEscaped(text: string): string {
  const escaped = text
    .replace(/["\\]/g, '\\$&')
    .replaceAll('\n', '\\n')
    .replaceAll('\t', '\\t')
    .replace(new RegExp(NEEDS_ESCAPES, 'gu'), (found) => `\\u${found.charCodeAt(0).toString(16).padStart(4, '0')}`);
  return `"${escaped}"`;
}

/** Neither an indicator, nor a comment or key inside, nor a word that some reader takes for a number, date or truth value. */
function isPlain(text: string): boolean {
  if (text === '' || text !== text.trim()) return false;
  if (/^[^\p{L}\p{N}=/(.+]|^[-?:]|^\.|: |:$| #/u.test(text)) return false;
  return !/^(?:[+\-.=\d][\d.,:eExXoO_+\-A-Fa-f]*|=|~|null|true|false|yes|no|on|off|y|n)$/i.test(text);
}
