/** What is said of a code as one text, for formats that have one description; and the parts of such a text. */
import type { Code } from '../../model.ts';
import type { CodeNotes } from './format.ts';

const PARTS = { include: 'Include', exclude: 'Exclude', memo: 'Memo' } as const;
const MARK = /^(Include|Exclude|Memo): /;
const KEYS = ['definition', 'include', 'exclude', 'memo'] as const;

/** The definition, and below it paragraphs that begin with `Include:`, `Exclude:` and `Memo:`. */
export function writeNotes(code: Code): string {
  const parts = [code.definition?.trim() ?? ''];
  for (const [key, mark] of Object.entries(PARTS)) {
    const text = code[key as keyof typeof PARTS]?.trim();
    if (text) parts.push(`${mark}: ${text}`);
  }
  return parts.filter((part) => part !== '').join('\n\n');
}

/** What `writeNotes` wrote in its parts; any other text is a definition. A part begins once, and all behind `Memo:` is memo. */
export function readNotes(text: string): CodeNotes {
  const notes: CodeNotes = {};
  const begun = new Set<string>();
  let key: keyof CodeNotes = 'definition';
  for (const paragraph of splitParagraphs(text)) {
    const mark = key === 'memo' ? undefined : MARK.exec(paragraph)?.[1];
    const isBeginning = mark !== undefined && !begun.has(mark);
    const content = isBeginning ? paragraph.slice(mark.length + 2) : paragraph;
    if (isBeginning) {
      begun.add(mark);
      key = mark.toLowerCase() as keyof CodeNotes;
    }
    if (content === '') continue;
    const before = notes[key];
    notes[key] = before === undefined ? content : `${before}\n\n${content}`;
  }
  return notes;
}

/** Whether the text that is written of the code is read as other parts than it has, for a paragraph begins as a part does. */
export function areNotesMixed(code: Code): boolean {
  const read = readNotes(writeNotes(code));
  return KEYS.some((key) => splitParagraphs(code[key] ?? '').join('\n\n') !== (read[key] ?? ''));
}

/** What both rows or elements say of one code, the text of the second below that of the first. */
export function joinNotes(first: CodeNotes = {}, second: CodeNotes = {}): CodeNotes {
  const notes: CodeNotes = { ...first };
  for (const key of KEYS) {
    const [before, added] = [first[key], second[key]];
    if (added !== undefined && added !== before) notes[key] = before === undefined ? added : `${before}\n\n${added}`;
  }
  return notes;
}

const splitParagraphs = (text: string): string[] =>
  tidyProse(text)
    .split(/\n\n+/)
    .filter((paragraph) => paragraph !== '');

/** Lines without blanks at their ends and without control characters. */
function tidyProse(text: string): string {
  const lines = text
    .replace(/\r\n?|[\u0085\u2028\u2029]/g, '\n')
    .replace(/(?!\n)[\p{Cc}\uFFFE\uFFFF]/gu, ' ')
    .replace(/\p{Surrogate}/gu, '\uFFFD')
    .normalize('NFC')
    .split('\n')
    .map((line) => line.trimEnd());
  return removeMargin(lines).join('\n').trim();
}

/** A text that begins on a line of its own is indented as the file is; else blanks before a line are meant. */
function removeMargin(lines: readonly string[]): readonly string[] {
  if (lines.length < 2 || lines[0] !== '') return lines;
  const margins = lines.filter((line) => line !== '').map((line) => line.length - line.trimStart().length);
  const margin = margins.reduce((least, each) => Math.min(least, each), Number.POSITIVE_INFINITY);
  return Number.isFinite(margin) ? lines.map((line) => line.slice(margin)) : lines;
}
