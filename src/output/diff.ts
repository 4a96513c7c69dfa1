/** What differs between two codebooks as one text: in the terminal, as CSV, as JSON, or as Markdown for a pull request. */
import type { Codebook, Row, Table } from '../model.ts';
import { csv } from './csv.ts';
import { escapeHtml } from './escape-html.ts';
import { escapeMarkdown } from './escape-markdown.ts';
import { createTableObject } from './json.ts';
import { markdownTable } from './markdown-table.ts';
import { createField, writeQuote } from './quotes.ts';
import { stackTables } from './stack-tables.ts';
import type { TableFormat, WriteOptions } from './table-format.ts';
import { terminal } from './terminal.ts';

export interface DiffSide {
  path: string;
  name: string;
  version?: string;
}

export interface CodebookDiff {
  before: DiffSide;
  after: DiffSide;
  changes: Table;
  /** With transcripts only. */
  consequences?: { codes: Table; matrix: Table; quotes: Table };
}

export const DIFF_FORMATS: readonly TableFormat['name'][] = ['terminal', 'csv', 'json', 'md'];

/** What is said of one of the two books. */
export function describeBook(path: string, { name, version }: Codebook): DiffSide {
  return { path, name, ...(version === undefined ? {} : { version }) };
}

/** In CSV all tables are one, whose first column says which of them a row is from. */
export function writeDiff(diff: CodebookDiff, format: TableFormat['name'], options: WriteOptions): string {
  const { before, after, changes, consequences } = diff;
  const tables = consequences ? [changes, consequences.codes, consequences.matrix, consequences.quotes] : [changes];
  const names = `${before.path} → ${after.path}`;
  if (format === 'csv') return csv.write(stackTables('codebook-diff', tables), options);
  if (format === 'json')
    return `${JSON.stringify({ name: 'codebook-diff', before, after, tables: tables.map(createTableObject) }, null, 2)}\n`;
  if (format === 'md') return writeMarkdown(names, tables, consequences?.quotes);
  const shown = [{ ...changes, title: `${changes.title}: ${names}` }, ...tables.slice(1)];
  return shown.map((table) => writeInTerminal(table, options)).join('\n');
}

/** Headings without anything below them only look like a mistake. */
function writeInTerminal(table: Table, options: WriteOptions): string {
  if (hasRows(table)) return terminal.write(table, options);
  return terminal.write({ ...table, columns: [], display: 'records' }, options).replace(/\n{3,}/, '\n\n');
}

const hasRows = (table: Table): boolean => [...table.rows].length > 0;

function writeMarkdown(names: string, tables: readonly Table[], quotes: Table | undefined): string {
  const parts = tables.map((table) => {
    if (table === quotes) return writeQuotesByCode(table);
    if (hasRows(table)) return markdownTable.write(table, { width: 0, colorLevel: 0, numbers: false, excel: false });
    return `${heading(table)}\n\n${describeNotes(table)}\n`;
  });
  return [`# Codebook: ${escapeMarkdown(names)}\n`, ...parts].join('\n');
}

const heading = (table: Table) => `## ${escapeMarkdown(table.title)}`;
const describeNotes = (table: Table) => table.notes.map((note) => `- ${escapeMarkdown(note)}`).join('\n');

/** Folded, since a reviewer opens only what the numbers make look at. */
function writeQuotesByCode(quotes: Table): string {
  const groups = new Map<string, Row[]>();
  for (const row of quotes.rows) {
    const field = createField(row, quotes);
    const summary = `${field('code')}: ${field('change')}`;
    groups.set(summary, [...(groups.get(summary) ?? []), row]);
  }
  const folded = [...groups].map(([summary, rows]) => {
    const blocks = rows.map((row) => writeQuote(row, quotes)).join('\n\n');
    return `<details>\n<summary>${escapeHtml(summary)} (${rows.length})</summary>\n\n${blocks}\n\n</details>`;
  });
  return `${[heading(quotes), ...folded, describeNotes(quotes)].join('\n\n')}\n`;
}
