/** Reads tables in text with csv-parse: the delimiter is told from the first rows, a quote that is never closed costs one row at most. */
import { type CsvError, type Info, type Options, parse } from 'csv-parse/sync';
import type { Message } from '../model.ts';
import { createMessage } from '../text/messages.ts';
import { Refusal } from './refusal.ts';
import type { RowTable, TableRow } from './row-table.ts';

/** UTF-16 units; csv-parse holds some ten times as much in memory. */
const LONGEST_TEXT = 64 * 2 ** 20;
/** Quotes that are mended one by one; in a file with more of them quotes are ordinary characters from there on. */
const MOST_REPAIRS = 20;

/** Whether these cells are the heading row of a table that is looked for. */
export type IsHeading = (cells: readonly string[]) => boolean;

/** The rows of `text`, which has LF line ends. Throws a refusal for a text that is too large. */
export function readDelimited(text: string, path: string, isHeading: IsHeading): RowTable {
  if (text.length > LONGEST_TEXT)
    throw new Refusal('Unexpected size of more than 64 MB', 'divide the table into several files');
  const separator = /^sep=(.)\n/.exec(text.slice(0, 6));
  const start = separator ? separator[0].length : 0;
  const delimiter = separator?.[1] ?? findDelimiter(text.slice(0, HEAD), isHeading);
  const broken: number[] = [];
  const rows = readRows(text, { start, line: separator ? 2 : 1, delimiter, broken });
  return { rows: rows.filter(isFilled), delimiter, messages: reportBroken(broken, path) };
}

const isFilled = ({ cells }: TableRow): boolean => cells.some((cell) => cell.trim() !== '');

interface Place {
  /** Offset into the text, and the line there. */
  start: number;
  line: number;
  delimiter: string;
  /** Lines with a quote that was not closed; grows. */
  broken: number[];
}

function readRows(text: string, place: Place): TableRow[] {
  const { delimiter, broken } = place;
  let { start, line } = place;
  const rows: TableRow[] = [];
  while (start < text.length) {
    const quote = broken.length < MOST_REPAIRS;
    const last = parseRows(text.slice(start), { delimiter, quote: quote ? '"' : false, line, rows });
    if (last === undefined) break;
    broken.push(last);
    for (; line < last; line++) start = nextLine(text, start);
    const end = nextLine(text, start);
    parseRows(text.slice(start, end), { delimiter, quote: false, line, rows });
    start = end;
    line++;
  }
  return rows;
}

function nextLine(text: string, from: number): number {
  const newline = text.indexOf('\n', from);
  return newline < 0 ? text.length : newline + 1;
}

interface Parsing {
  delimiter: string;
  quote: '"' | false;
  line: number;
  rows: TableRow[];
  /** Number of rows to stop at. */
  most?: number;
}

/** Adds rows up to one with a quote that is not closed, and returns its line. */
function parseRows(text: string, { delimiter, quote, line, rows, most }: Parsing): number | undefined {
  let next = line;
  let start = 0;
  const options: Options = {
    delimiter,
    quote,
    relax_quotes: true,
    relax_column_count: true,
    record_delimiter: '\n',
    ...(most === undefined ? {} : { to: most }),
    on_record(cells: string[], info: Info) {
      const from = start;
      for (let at = next; at < line + info.lines && start < text.length; at++) start = nextLine(text, start);
      // csv-parse keeps the quote of a cell that is not closed where it should be; others begin with one only if it is doubled.
      const isTorn = quote && cells.some((cell) => cell.startsWith('"') && cell.includes('\n'));
      if (isTorn && !text.slice(from, start).includes('"""')) throw new BrokenQuote();
      rows.push({ line: next, cells });
      next = line + info.lines;
      return null;
    },
  } as Options;
  try {
    parse(text, options);
    return undefined;
  } catch (error) {
    if (error instanceof BrokenQuote || (error as Partial<CsvError>).code === 'CSV_QUOTE_NOT_CLOSED') return next;
    throw error;
  }
}

class BrokenQuote extends Error {}

const DELIMITERS = ['\t', ';', ',', '|'];
/** A character that stands in no text: the whole line is one cell. */
const NONE = '\u001F';
const HEAD = 65_536;
const ENOUGH_ROWS = 50;

/** The one that gives known headings, or most often as many cells as in the first row. */
function findDelimiter(head: string, isHeading: IsHeading): string {
  let best = { delimiter: NONE, score: 0.5, width: 1 };
  for (const delimiter of DELIMITERS) {
    const rows: TableRow[] = [];
    parseRows(head, { delimiter, quote: '"', line: 1, rows, most: ENOUGH_ROWS });
    const [first, ...others] = rows.filter(isFilled).map(({ cells }) => cells);
    const width = first?.length ?? 1;
    if (!first || width < 2) continue;
    const share = others.filter((cells) => cells.length === width).length / Math.max(others.length, 1);
    const isKnown = isHeading(first);
    if (!isKnown && isProse(rows)) continue;
    const score = (isKnown ? 2 : 0) + (others.length === 0 ? 1 : share);
    if (score > best.score || (score === best.score && width > best.width)) best = { delimiter, score, width };
  }
  return best.delimiter;
}

/** In sentences a blank follows a comma or semicolon. */
function isProse(rows: readonly TableRow[]): boolean {
  const behind = rows.flatMap(({ cells }) => cells.slice(1)).filter((cell) => cell !== '');
  return behind.filter((cell) => cell.startsWith(' ')).length * 2 > behind.length;
}

function reportBroken(lines: readonly number[], path: string): Message[] {
  const [first] = lines;
  if (first === undefined) return [];
  const quotes = lines.length === 1 ? '1 quote that is' : `${lines.length} quotes that are`;
  const reason = `Unexpected ${quotes} not closed, expected one at the end of the cell; read up to the end of the line`;
  const hint = 'look at what is read there, or save the table from a spreadsheet again';
  const position = { line: first, column: 1 };
  return [createMessage(reason, { rule: 'unclosed-quote', severity: 'warning', path, position, hint })];
}
