/** How cells and headings are shown to people. */
import type { Cell, Column, Row } from '../model.ts';

/** Decimals and percentages with one decimal unless the column says more, nothing for an undefined number. The row may say that its numbers are counts. */
export function formatCell(cell: Cell, column: Column, row?: Pick<Row, 'numbers'>): string {
  if (cell === null) return column.empty ?? '';
  const kind = row?.numbers ?? column.kind;
  if (typeof cell === 'number' && (kind === 'percent' || kind === 'decimal')) return cell.toFixed(column.digits ?? 1);
  return removeControls(String(cell));
}

/** For machines: decimals and percentages with two decimals unless the column says more. */
export function roundCell(cell: Cell, column: Column | undefined): Cell {
  const isExact = typeof cell !== 'number' || (column?.kind !== 'percent' && column?.kind !== 'decimal');
  const scale = 10 ** (column?.digits ?? 2);
  return isExact ? cell : Math.round(cell * scale) / scale;
}

/** The text without what would steer a terminal; line ends and tabs stay. */
export function removeControls(text: string): string {
  return text.replace(CONTROL, '');
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: a transcript must not steer the terminal
const CONTROL = /[\u0000-\u0008\u000B-\u001F\u007F-\u009F]/g;

/** Heading of a column for people. */
export function headingOf(column: Column): string {
  return removeControls(column.title ?? column.key).replace(/\s+/gu, ' ');
}

/** Whether a column is of use to who reads the table, and not only to programs and spreadsheets. */
export function isForReaders({ key, kind, inFilesOnly }: Column): boolean {
  return inFilesOnly !== true && !(kind === 'text' && key.endsWith('_id'));
}
