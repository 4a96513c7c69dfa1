/** What is said of a code as one text, for formats that have one description; and the parts of such a text. */
import type { Code } from '../../model.ts';
import type { CodeNotes } from './format.ts';

const PARTS = { include: 'Include', exclude: 'Exclude', memo: 'Memo' } as const;
const MARK = /^(Include|Exclude|Memo): /;

/** The definition, and below it paragraphs that begin with `Include:`, `Exclude:` and `Memo:`. */
export function writeNotes(code: Code): string {
  const parts = [code.definition ?? ''];
  for (const [key, mark] of Object.entries(PARTS)) {
    const text = code[key as keyof typeof PARTS];
    if (text) parts.push(`${mark}: ${text}`);
  }
  return parts.filter((part) => part !== '').join('\n\n');
}

/** What `writeNotes` wrote in its parts; any other text is a definition. */
export function readNotes(text: string): CodeNotes {
  const notes: CodeNotes = {};
  let key: keyof CodeNotes = 'definition';
  for (const paragraph of tidyProse(text).split(/\n\n+/)) {
    const mark = MARK.exec(paragraph)?.[1];
    const content = mark === undefined ? paragraph : paragraph.slice(mark.length + 2);
    if (mark !== undefined) key = mark.toLowerCase() as keyof CodeNotes;
    if (content === '') continue;
    const before = notes[key];
    notes[key] = before === undefined ? content : `${before}\n\n${content}`;
  }
  return notes;
}

/** Lines without blanks at their ends and without control characters. */
function tidyProse(text: string): string {
  return text
    .replace(/\r\n?|[\u0085\u2028\u2029]/g, '\n')
    .replace(/(?!\n)[\p{Cc}\uFFFE\uFFFF]/gu, ' ')
    .replace(/\p{Surrogate}/gu, '\uFFFD')
    .normalize('NFC')
    .split('\n')
    .map((line) => line.trim())
    .join('\n')
    .trim();
}
