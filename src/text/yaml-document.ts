/** Parses YAML into nodes that know their places, and refuses what could abort the process inside the parser. */
import { Composer, type Document, Lexer, type LineCounter, Parser, YAMLParseError } from 'yaml';

/** Deeper nesting can abort the process inside the parser, so it never gets there. */
const DEEPEST_NESTING = 100;
const WIDEST_INDENT = 4 * DEEPEST_NESTING;

export interface Refused {
  offset: number;
  reason: string;
}

/** The first document, with an error for a second one; `lines` is told where lines begin. */
export function parseDocument(source: string, lines: LineCounter): Document | Refused {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these characters are what is looked for
  const control = source.search(/[\u0000-\u0008\u000B\u000C\u000E-\u001F]/);
  if (control >= 0) return { offset: control, reason: 'Unexpected control character, expected readable text' };
  const parser = new Parser(lines.addNewLine);
  const composer = new Composer({ schema: 'failsafe', version: '1.2' });
  const documents: Document[] = [];
  lines.addNewLine(0);
  let offset = 0;
  let depth = 0;
  // The parser is handed token by token: cutting a file up a second time, only to see how deep it is, takes as long as parsing.
  for (const token of new Lexer().lex(source)) {
    if (token === '[' || token === '{') depth++;
    if (token === ']' || token === '}') depth--;
    if (depth > DEEPEST_NESTING || (token.length > WIDEST_INDENT && /^ *$/.test(token)))
      return { offset, reason: `Unexpected nesting, expected at most ${DEEPEST_NESTING} levels` };
    if (!MARK.test(token)) offset += token.length;
    for (const part of parser.next(token)) documents.push(...composer.next(part));
  }
  for (const part of parser.end()) documents.push(...composer.next(part));
  documents.push(...composer.end(true, source.length));
  const [document, second] = documents as [Document, Document.Parsed?];
  if (second)
    document.errors.push(new YAMLParseError([second.range[0], second.range[1]], 'MULTIPLE_DOCS', 'multiple documents'));
  return document;
}

/** All comments of a YAML text that can be parsed, by their offsets; a `#` inside a value is none. */
export function listCommentTokens(source: string): { offset: number; text: string }[] {
  const comments: { offset: number; text: string }[] = [];
  let offset = 0;
  let isValue = false;
  for (const token of new Lexer().lex(source)) {
    if (MARK.test(token)) {
      isValue = token === SCALAR_MARK;
      continue;
    }
    if (token.startsWith('#') && !isValue) comments.push({ offset, text: token });
    isValue = false;
    offset += token.length;
  }
  return comments;
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: the lexer's own marks, which the source has none of
const MARK = /^[\u0002\u0018\u001F]$/;
const SCALAR_MARK = '\u001F';
