/** The quotes document: a heading for every code, its definition, and every coded segment with its origin, in Markdown. */
import { type CodeNode, listCodes } from '../codebook/code-tree.ts';
import type { Codebook, Row, Table } from '../model.ts';
import { writeOrigin } from '../tables/place.ts';
import { escapeMarkdown } from './escape-markdown.ts';
import { OWN_MARK } from './own-output.ts';
import { groupItems } from './pieces.ts';

/** A code with its quotes. */
export interface QuoteSection extends CodeNode {
  rows: Iterable<Row>;
  /** Number of these. */
  shown: number;
  /** Coded segments of its own, shown or not. */
  count: number;
}

/**
 * The table of coded segments by code, in the order of the book, codes without quotes too. `quotes` are those of the segments
 * that are shown, where not all are.
 */
export function listQuotes(codebook: Codebook, segments: Table, quotes: Table): QuoteSection[] {
  const shownOf = findRows(quotes);
  const allOf = quotes === segments ? shownOf : findRows(segments);
  return listCodes(codebook).map((node) => {
    const { rows, count: shown } = shownOf(node.code.id);
    return { ...node, rows, shown, count: allOf(node.code.id).count };
  });
}

/** The rows about a code: as the table knows them, else by looking at all. */
function findRows(table: Table): NonNullable<Table['rowsOf']> {
  if (table.rowsOf) return table.rowsOf;
  const byCode = new Map<string, Row[]>();
  for (const row of table.rows) {
    const rows = byCode.get(row.code ?? '');
    if (rows) rows.push(row);
    else byCode.set(row.code ?? '', [row]);
  }
  return (code) => {
    const rows = byCode.get(code) ?? [];
    return { rows, count: rows.length };
  };
}

/** "2 of 5 coded segments of its own, without its subcodes". */
export function describeCount({ code, shown, count }: QuoteSection): string {
  const own = code.codes.length > 0 ? ' of its own, without its subcodes' : '';
  const few = shown < count ? `${shown} of ` : '';
  return `${few}${count === 1 ? '1 coded segment' : `${count} coded segments`}${own}`;
}

export interface Quote {
  text: string;
  /** Name of the document. */
  document: string;
  /** Its origin, speaker, time and evidence, in one line. */
  details: string;
}

/** What is shown of one coded segment. */
export function describeQuote(row: Row, segments: Table): Quote {
  const field = createField(row, segments);
  const [document, begin, end, weight] = [field('document'), field('begin'), field('end'), field('weight')];
  const origin = writeOrigin({ group: field('document_group'), document, begin, end, weight });
  const evidence = field('evidence');
  // Without a term somebody decided it.
  const why = evidence === '' ? `coded by ${field('coder')}` : `matched: ${evidence}`;
  const memo = field('memo') === '' ? '' : `memo: ${field('memo')}`;
  const details = [origin, field('speaker'), field('time'), why, memo];
  return { text: field('segment'), document, details: details.filter((part) => part !== '').join(' · ') };
}

/** In Markdown, piece by piece. */
export function* writeQuotes(codebook: Codebook, segments: Table, quotes: Table = segments): Generator<string> {
  yield `${OWN_MARK}\n\n# Quotes: ${escapeMarkdown(codebook.title ?? codebook.name)}`;
  for (const section of listQuotes(codebook, segments, quotes)) {
    const { code, depth, path, rows } = section;
    const definition = code.definition ? [escapeMarkdown(code.definition.trim())] : [];
    const head = [`${'#'.repeat(Math.min(depth + 2, 6))} ${escapeMarkdown(path)}`, ...definition];
    yield [...head, `*${describeCount(section)}*`].map((part) => `\n\n${part}`).join('');
    for (const group of groupItems(rows)) yield group.map((row) => `\n\n${writeQuote(row, quotes)}`).join('');
  }
  yield '\n';
}

/** One quote in Markdown. */
export function writeQuote(row: Row, segments: Table): string {
  const { text, details } = describeQuote(row, segments);
  return `> ${escapeMarkdown(text).replaceAll('\n', '\n>\n> ')}\n>\n> — ${escapeMarkdown(details)}`;
}

/** Gives the cells of a row by the keys of their columns, as text. */
export function createField(row: Row, table: Table): (key: string) => string {
  return (key) => String(row.cells[table.columns.findIndex((column) => column.key === key)] ?? '');
}
