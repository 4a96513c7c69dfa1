/** Reads the rows of a table file that is no transcript, such as a table of document variables. */
import { decodeText } from '../decode.ts';
import type { SourceFile } from '../source.ts';
import { readCellLine } from './cell-text.ts';
import { reportFailure } from './refusal.ts';
import type { RowTable } from './row-table.ts';

/** Extensions that can be read, the first before the others. */
export const TABLE_EXTENSIONS = ['.csv', '.tsv', '.xlsx'] as const;

/** Rows of cells as one line each; never throws, and has an error among the messages when there are no rows for it. */
export async function readTableFile(file: SourceFile): Promise<Pick<RowTable, 'rows' | 'messages'>> {
  try {
    const { rows, messages } = await readRows(file);
    return { rows: rows.map(({ line, cells }) => ({ line, cells: cells.map(readCellLine) })), messages };
  } catch (error) {
    return { rows: [], messages: [reportFailure(error, 'table', file.path)] };
  }
}

async function readRows(file: SourceFile): Promise<RowTable> {
  if (file.path.toLowerCase().endsWith('.xlsx')) return (await import('./workbook.ts')).readWorkbook(file);
  const { text, messages } = decodeText(file);
  if (text === undefined) return { rows: [], messages };
  const { readDelimited } = await import('./delimited.ts');
  const table = readDelimited(text, file.path);
  return { ...table, messages: [...messages, ...table.messages] };
}
