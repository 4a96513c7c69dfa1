/** The quotes document: a heading for every code, its definition, and every coded segment with its origin, in Markdown. */
import { listCodes } from '../codebook/code-tree.ts';
import type { Code, Codebook, Row, Table } from '../model.ts';
import { writeOrigin } from '../tables/place.ts';
import { escapeMarkdown } from './escape-markdown.ts';
import { OWN_MARK } from './own-output.ts';

/**
 * Writes the table of coded segments by code, in the order of the book; codes without quotes are named too. `quotes` are those
 * of the segments that are shown, where not all are.
 */
export function writeQuotes(codebook: Codebook, segments: Table, quotes: Table = segments): string {
  const byCode = new Map<string, Row[]>();
  for (const row of quotes.rows) {
    const rows = byCode.get(row.code ?? '');
    if (rows) rows.push(row);
    else byCode.set(row.code ?? '', [row]);
  }
  const counts = new Map<string, number>();
  if (quotes !== segments) for (const { code = '' } of segments.rows) counts.set(code, (counts.get(code) ?? 0) + 1);
  const parts = [OWN_MARK, `# Quotes: ${escapeMarkdown(codebook.title ?? codebook.name)}`];
  for (const { code, depth, path } of listCodes(codebook)) {
    parts.push(`${'#'.repeat(Math.min(depth + 2, 6))} ${escapeMarkdown(path)}`);
    const rows = byCode.get(code.id) ?? [];
    parts.push(...describeCode(code, rows.length, counts.get(code.id) ?? rows.length));
    for (const row of rows) parts.push(writeQuote(row, quotes));
  }
  return `${parts.join('\n\n')}\n`;
}

function describeCode(code: Code, shown: number, count: number): string[] {
  const definition = code.definition ? [escapeMarkdown(code.definition.trim())] : [];
  const own = code.codes.length > 0 ? ' of its own, without its subcodes' : '';
  const few = shown < count ? `${shown} of ` : '';
  return [...definition, `*${few}${count === 1 ? '1 coded segment' : `${count} coded segments`}${own}*`];
}

/** The text as a block quote, then its origin, speaker, time and evidence. */
export function writeQuote(row: Row, segments: Table): string {
  const field = createField(row, segments);
  const text = escapeMarkdown(field('segment')).replaceAll('\n', '\n>\n> ');
  const [begin, end, weight] = [field('begin'), field('end'), field('weight')];
  const origin = writeOrigin({ group: field('document_group'), document: field('document'), begin, end, weight });
  const details = [origin, field('speaker'), field('time'), `matched: ${field('evidence')}`].filter(
    (part) => part !== '',
  );
  return `> ${text}\n>\n> — ${escapeMarkdown(details.join(' · '))}`;
}

/** Gives the cells of a row by the keys of their columns, as text. */
export function createField(row: Row, table: Table): (key: string) => string {
  return (key) => String(row.cells[table.columns.findIndex((column) => column.key === key)] ?? '');
}
