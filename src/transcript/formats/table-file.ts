/** Reads the rows of a table file that is no transcript, such as a table of document variables. */
import { decodeText } from '../../containers/decode.ts';
import { reportFailure } from '../../containers/refusal.ts';
import type { RowTable } from '../../containers/row-table.ts';
import type { SourceFile } from '../../containers/source-file.ts';
import { readCellLine } from './cell-text.ts';

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
  if (file.path.toLowerCase().endsWith('.xlsx'))
    return (await import('../../containers/workbook.ts')).readWorkbook(file);
  const { text, messages } = decodeText(file);
  if (text === undefined) return { rows: [], messages };
  const { readDelimited } = await import('../../containers/delimited.ts');
  const { isTranscriptHeading } = await import('./table-columns.ts');
  const table = readDelimited(text, file.path, isTranscriptHeading);
  return { ...table, messages: [...messages, ...table.messages] };
}
