/** Tables as Markdown (GitHub's pipe tables), notes below. */
import type { Column, Row } from '../model.ts';
import { escapeMarkdown } from './escape-markdown.ts';
import { formatCell, headingOf } from './format-cell.ts';
import { OWN_MARK } from './own-output.ts';
import type { TextFormat } from './table-format.ts';

export const markdownTable: TextFormat = {
  name: 'md',
  extension: '.md',
  write(table) {
    const line = (cells: string[]) => `| ${cells.join(' | ')} |`;
    const rows = Array.from(table.rows, (row) => {
      const cells = table.columns.map((column, index) => toCell(row, index, column));
      return line(row.kind === 'total' ? cells.map((cell) => (cell === '' ? '' : `**${cell}**`)) : cells);
    });
    const header = line(table.columns.map((column) => escapeMarkdown(headingOf(column)).replaceAll('|', '\\|')));
    const rule = line(table.columns.map((column) => (column.kind === 'text' ? '---' : '---:')));
    const notes = table.notes.map((note) => `- ${escapeMarkdown(note)}`);
    return `${OWN_MARK}\n\n## ${escapeMarkdown(table.title)}\n\n${[header, rule, ...rows].join('\n')}\n\n${notes.join('\n')}\n`;
  },
};

function toCell(row: Row, index: number, column: Column): string {
  return escapeMarkdown(formatCell(row.cells[index] ?? null, column, row))
    .replaceAll('|', '\\|')
    .replaceAll('\n', '<br>');
}
