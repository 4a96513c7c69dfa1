/** The quotes document: a heading for every code, its definition, and every coded segment with its origin, in Markdown. */
import { type CodeNode, listCodes } from '../codebook/code-tree.ts';
import type { Codebook, Row, Table } from '../model.ts';
import { writeOrigin } from '../tables/place.ts';
import { escapeMarkdown } from './escape-markdown.ts';
import { OWN_MARK } from './own-output.ts';

/** A code with its quotes. */
export interface QuoteSection extends CodeNode {
  rows: Row[];
  /** Coded segments of its own, shown or not. */
  count: number;
}

/**
 * The table of coded segments by code, in the order of the book, codes without quotes too. `quotes` are those of the segments
 * that are shown, where not all are.
 */
export function listQuotes(codebook: Codebook, segments: Table, quotes: Table): QuoteSection[] {
  const byCode = new Map<string, Row[]>();
  for (const row of quotes.rows) {
    const rows = byCode.get(row.code ?? '');
    if (rows) rows.push(row);
    else byCode.set(row.code ?? '', [row]);
  }
  const counts = new Map<string, number>();
  if (quotes !== segments) for (const { code = '' } of segments.rows) counts.set(code, (counts.get(code) ?? 0) + 1);
  return listCodes(codebook).map((node) => {
    const rows = byCode.get(node.code.id) ?? [];
    return { ...node, rows, count: counts.get(node.code.id) ?? rows.length };
  });
}

/** "2 of 5 coded segments of its own, without its subcodes". */
export function describeCount({ code, rows, count }: QuoteSection): string {
  const own = code.codes.length > 0 ? ' of its own, without its subcodes' : '';
  const few = rows.length < count ? `${rows.length} of ` : '';
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

/** In Markdown. */
export function writeQuotes(codebook: Codebook, segments: Table, quotes: Table = segments): string {
  const parts = [OWN_MARK, `# Quotes: ${escapeMarkdown(codebook.title ?? codebook.name)}`];
  for (const section of listQuotes(codebook, segments, quotes)) {
    const { code, depth, path, rows } = section;
    parts.push(`${'#'.repeat(Math.min(depth + 2, 6))} ${escapeMarkdown(path)}`);
    if (code.definition) parts.push(escapeMarkdown(code.definition.trim()));
    parts.push(`*${describeCount(section)}*`);
    for (const row of rows) parts.push(writeQuote(row, quotes));
  }
  return `${parts.join('\n\n')}\n`;
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
