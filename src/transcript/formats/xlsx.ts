/** Excel workbooks whose first sheet is a table of turns, answers or passages. */
import type { SourceFile } from '../../containers/source-file.ts';
import type { Format, ReadOptions, Source } from '../source.ts';
import { refuseOnFailure } from './refusal.ts';

export const xlsx = {
  name: 'xlsx',
  extensions: ['.xlsx'],
  isolated: () => true,
  /** What cannot be opened is told of when it is read. */
  async recognizes(bytes: Uint8Array, options: ReadOptions = {}): Promise<boolean> {
    const { readWorkbook } = await import('../../containers/workbook.ts');
    const { isRowTranscript } = await import('./row-transcript.ts');
    return isRowTranscript(await readWorkbook({ path: '', bytes }), options);
  },
  read: (file: SourceFile, options: ReadOptions = {}): Promise<Source> =>
    refuseOnFailure(file, 'Excel workbook', async () => {
      const { readWorkbook } = await import('../../containers/workbook.ts');
      const { readRowTranscript } = await import('./row-transcript.ts');
      return readRowTranscript(await readWorkbook(file), file.path, options);
    }),
} satisfies Format;
