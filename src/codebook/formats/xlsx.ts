/** Lists of codes in the first sheet of an Excel workbook. */
import { readCodeList } from './code-list.ts';
import type { CodebookFormat } from './format.ts';

export const xlsx = {
  name: 'xlsx',
  title: 'a list of codes in Excel',
  extensions: ['.xlsx'],
  async read(file, losses) {
    const { readWorkbook } = await import('../../containers/workbook.ts');
    const { rows, messages } = await readWorkbook(file);
    return { ...readCodeList(rows, losses), messages };
  },
} satisfies CodebookFormat;
