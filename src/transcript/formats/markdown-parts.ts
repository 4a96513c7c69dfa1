/** Divides Markdown into blocks so plain that no parser is needed, and the parts between them. */
import type { SourceLine } from '../source.ts';
import { plainLine } from './pen.ts';

/** A paragraph of plain lines, possibly none; or what has to be parsed, from this 1-based line of the file on. */
export type Part = { lines: SourceLine[] } | { text: string; line: number };

/**
 * No construct crosses the border of a part, so that reading them one by one gives what reading the whole does.
 *
 * A blank line ends everything but lists and fenced code, since definitions, HTML blocks and indented code are off. So what
 * lies between blank lines is taken by itself; a list goes to the parser together with what may belong to it, and from a first
 * fence on everything does.
 */
export function* divideMarkdown(text: string, firstLine: number): Generator<Part> {
  if (INSEPARABLE.test(text)) return yield { text, line: firstLine };
  let open: Open | undefined;
  for (let section = findSection(text, 0, firstLine); section; section = findSection(text, section.end, section.next)) {
    const belongs = open?.list === true && CONTINUES_LIST.test(section.text);
    const lines = belongs ? undefined : readPlainLines(section);
    if (open && !belongs && (lines || section.start - open.start > ENOUGH)) {
      yield { text: text.slice(open.start, section.start), line: open.line };
      open = undefined;
    }
    if (lines) yield { lines };
    else {
      open ??= { start: section.start, line: section.line, list: false };
      if (FENCE.test(section.text)) break;
      open.list = belongs || LIST_ITEM.test(section.text);
    }
  }
  if (open) yield { text: text.slice(open.start), line: open.line };
}

/** What waits to be parsed. */
interface Open {
  /** Offset. */
  start: number;
  line: number;
  /** Whether a list may be open at its end. */
  list: boolean;
}

/** UTF-16 units that are parsed at once: fewer cost more calls, and with many more the parser's time is not linear. */
const ENOUGH = 4096;
/** The parser drops a mark at the beginning of a text, and replaces the character NUL. */
const INSEPARABLE = /[\0\r\uFEFF]/;
/** Any line that could open one, at any depth. */
const FENCE = /^[ \t]*(?:```|~~~)/m;
const LIST_ITEM = /^[ \t]*(?:[-+*]|\d+[.)])(?:[ \t]|$)/m;
const CONTINUES_LIST = /^(?:[ \t]|(?:[-+*]|\d+[.)])(?:[ \t]|\n|$))/;

/** Lines between blank ones. */
interface Section {
  /** Offsets; the end is that of the blank line after it. */
  start: number;
  end: number;
  text: string;
  /** 1-based line of the file, and that of what follows. */
  line: number;
  next: number;
}

const BLANK = /^[ \t]*$/;

/** The first section from an offset on, which is the beginning of a line. */
function findSection(text: string, from: number, firstLine: number): Section | undefined {
  let start = from;
  let line = firstLine;
  let next = firstLine;
  for (let at = from; at < text.length; ) {
    const newline = text.indexOf('\n', at);
    const lineEnd = newline === -1 ? text.length : newline;
    const isBlank = lineEnd === at || BLANK.test(text.slice(at, lineEnd));
    if (isBlank && at > start) return { start, end: at, text: text.slice(start, at - 1), line, next };
    at = lineEnd + 1;
    next++;
    if (isBlank) {
      start = at;
      line = next;
    }
  }
  if (start >= text.length) return undefined;
  return { start, end: text.length, text: text.slice(start).replace(/\n$/, ''), line, next };
}

/** The lines that are not empty, or nothing where any of them could mean more than it says. */
function readPlainLines({ text, line }: Section): SourceLine[] | undefined {
  const lines: SourceLine[] = [];
  let number = line;
  for (const written of text.split('\n')) {
    const plain = readPlainLine(written.replace(/^[ \t]+/, ''), number++);
    if (!plain) return undefined;
    if (plain.text !== '') lines.push(plain);
  }
  return lines;
}

/** Markup of any kind; brackets alone are none, since there are no definitions of links. */
const MARKUP = /[\\&<*_`|]/;
const isPlain = (text: string) => !MARKUP.test(text) && !text.includes('](');
/** Headings, quotations, items of lists, lines of tables, fences. */
const OPENING = /^(?:[#>~=+-]|\d+[.)])/;
const BOLD = '**';

/** Words between asterisks that are sure to open and to close, and do not begin the line. */
const EMPHASIS = /(?<= )\*(?=[\p{L}\p{N}])([^*]*[\p{L}\p{N}])\*(?=[ ,.?!;:]|$)/gu;
const dropEmphasis = (text: string) => (text.includes('*') ? text.replace(EMPHASIS, '$1') : text);

/** `text *text*` and `**name** text *text*` only. */
function readPlainLine(written: string, line: number): SourceLine | undefined {
  if (!written.startsWith(BOLD)) {
    const text = dropEmphasis(written);
    return isPlain(text) && !OPENING.test(text) ? plainLine(text.trim(), line) : undefined;
  }
  const end = written.indexOf(BOLD, BOLD.length);
  const name = written.slice(BOLD.length, end);
  const rest = dropEmphasis(written.slice(end + BOLD.length));
  // Only with a blank or the end after them, and none inside, asterisks are sure to open and to close.
  const closes = end > BOLD.length && name.trim() === name && (rest === '' || rest.startsWith(' '));
  if (!closes || !isPlain(name) || !isPlain(rest)) return undefined;
  return { ...plainLine((name + rest).trim(), line), bold: name.length };
}
