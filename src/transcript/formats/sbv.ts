/** YouTube's captions: a line of two stamps with a comma between them, then the text. */

import type { SourceFile } from '../../containers/source-file.ts';
import { decodeEntities } from '../../text/entities.ts';
import type { Format, Source } from '../source.ts';
import { readTimedText, STAMP, withoutFormatting } from './timed-text.ts';

const STAMPS = new RegExp(String.raw`^\s*(${STAMP})\s*,\s*(${STAMP})\s*$`);

export const sbv = {
  name: 'sbv',
  extensions: ['.sbv'],
  read(file: SourceFile): Source {
    return readTimedText(file, {
      stamps: STAMPS,
      example: '0:00:01.000,0:00:04.000',
      isId: () => false,
      interpret: (cue) => [{ ...cue, text: decodeEntities(withoutFormatting(cue.text.replaceAll('[br]', ' '))) }],
    });
  },
} satisfies Format;
