/** Tables with commas, semicolons, tabs or bars between the cells. */
import { decodeText } from '../../containers/decode.ts';
import type { SourceFile } from '../../containers/source-file.ts';
import type { Format, ReadOptions, Source } from '../source.ts';
import { refuseOnFailure } from './refusal.ts';

export const csv = {
  name: 'csv',
  extensions: ['.csv'],
  recognizes: recognizeDelimited,
  read: readDelimitedTranscript,
} satisfies Format;

const HEAD = 65_536;

/** Looks at the beginning only. */
export async function recognizeDelimited(bytes: Uint8Array, options: ReadOptions = {}): Promise<boolean> {
  const head = bytes.subarray(0, HEAD);
  const { text } = decodeText({
    path: '',
    bytes: bytes.length > HEAD ? head.subarray(0, head.lastIndexOf(LF) + 1) : head,
  });
  if (text === undefined) return false;
  const { readDelimited } = await import('../../containers/delimited.ts');
  const { isTranscriptHeading } = await import('./table-columns.ts');
  const { isRowTranscript } = await import('./row-transcript.ts');
  return isRowTranscript(readDelimited(text, '', isTranscriptHeading), options);
}

const LF = 10;

export function readDelimitedTranscript(file: SourceFile, options: ReadOptions = {}): Promise<Source> {
  return refuseOnFailure(file, 'table', async () => {
    const { text, messages } = decodeText(file);
    if (text === undefined) return { blocks: [], frontMatter: {}, messages };
    const { readDelimited } = await import('../../containers/delimited.ts');
    const { isTranscriptHeading } = await import('./table-columns.ts');
    const { readRowTranscript } = await import('./row-transcript.ts');
    const source = readRowTranscript(readDelimited(text, file.path, isTranscriptHeading), file.path, options);
    return { ...source, messages: [...messages, ...source.messages] };
  });
}
