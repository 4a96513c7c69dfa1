/** Reads one file with the reader for its format; a reader that fails becomes a message. */

import type { SourceFile } from '../containers/source-file.ts';
import { createMessage } from '../text/messages.ts';
import { findFormat } from '../transcript/formats/index.ts';
import type { ReadOptions, Source } from '../transcript/source.ts';

/** Never throws; nothing for a path that no format is for. */
export async function readSource(file: SourceFile, options: ReadOptions = {}): Promise<Source | undefined> {
  try {
    return await findFormat(file.path)?.read(file, options);
  } catch (error) {
    const hint = 'the file may be damaged or nested without end; save it again, or as plain text';
    return refuseSource(file.path, `Unexpected content that cannot be read (${(error as Error).name})`, hint);
  }
}

/** What stands for a file that could not be read: one error message and no text. */
export function refuseSource(path: string, reason: string, hint: string): Source {
  const message = createMessage(reason, { rule: 'unreadable', severity: 'error', path, hint });
  return { blocks: [], frontMatter: {}, messages: [message] };
}
