/** Tables as Excel workbooks; what writes them is loaded only when one is asked for. */
import type { TableFormat } from './table-format.ts';

export const xlsx: TableFormat = {
  name: 'xlsx',
  extension: '.xlsx',
  isBinary: true,
  async write(table) {
    const { writeWorkbook } = await import('./office/workbook.ts');
    return Buffer.concat([...writeWorkbook([table], { title: table.title })]);
  },
};
