/** Tables as Markdown (GitHub's pipe tables), notes below. */
import type { Column, Row, Table } from '../model.ts';
import { escapeMarkdown } from './escape-markdown.ts';
import { formatCell, headingOf } from './format-cell.ts';
import { OWN_MARK } from './own-output.ts';
import { groupItems } from './pieces.ts';
import type { TextFormat } from './table-format.ts';

export const markdownTable: TextFormat = {
  name: 'md',
  extension: '.md',
  write: (table) => [...writePieces(table)].join(''),
  pieces: writePieces,
};

function* writePieces(table: Table): Generator<string> {
  const line = (cells: string[]) => `| ${cells.join(' | ')} |`;
  const header = line(table.columns.map((column) => escapeMarkdown(headingOf(column)).replaceAll('|', '\\|')));
  const rule = line(table.columns.map((column) => (column.kind === 'text' ? '---' : '---:')));
  yield `${OWN_MARK}\n\n## ${escapeMarkdown(table.title)}\n\n${header}\n${rule}`;
  for (const rows of groupItems(table.rows)) {
    const lines = rows.map((row) => {
      const cells = table.columns.map((column, index) => toCell(row, index, column));
      return `\n${line(row.kind === 'total' ? cells.map((cell) => (cell === '' ? '' : `**${cell}**`)) : cells)}`;
    });
    yield lines.join('');
  }
  const notes = table.notes.map((note) => `- ${escapeMarkdown(note)}`);
  yield `\n\n${notes.join('\n')}\n`;
}

function toCell(row: Row, index: number, column: Column): string {
  return escapeMarkdown(formatCell(row.cells[index] ?? null, column, row))
    .replaceAll('|', '\\|')
    .replaceAll('\n', '<br>');
}
