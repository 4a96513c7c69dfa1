/** SubRip subtitles: numbered cues, stamps with a comma or a dot, now and then `NAME:` where the speaker changes. */

import type { SourceFile } from '../../containers/source-file.ts';
import { decodeEntities } from '../../text/entities.ts';
import type { Format, Source } from '../source.ts';
import { ARROW, readTimedText, withoutFormatting } from './timed-text.ts';

export const srt = {
  name: 'srt',
  extensions: ['.srt'],
  read(file: SourceFile): Source {
    return readTimedText(file, {
      stamps: ARROW,
      example: '00:00:01,000 --> 00:00:04,000',
      isId: (line) => /^\d+$/.test(line),
      interpret: (cue) => [{ ...cue, text: decodeEntities(withoutFormatting(cue.text)) }],
    });
  },
} satisfies Format;
