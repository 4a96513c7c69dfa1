/** Tables with tabs: the one that Whisper writes, and any other. */
import { decodeText } from '../../containers/decode.ts';
import type { SourceFile } from '../../containers/source-file.ts';
import type { Format, ReadOptions, Source } from '../source.ts';
import { readDelimitedTranscript, recognizeDelimited } from './csv.ts';
import { isWhisperTsv, readWhisperTsv } from './whisper-tsv.ts';

export const tsv = {
  name: 'tsv',
  extensions: ['.tsv', '.tab'],
  async recognizes(bytes: Uint8Array, options: ReadOptions = {}): Promise<boolean> {
    const head = decodeText({ path: '', bytes: bytes.subarray(0, 100) }).text ?? '';
    return isWhisperTsv(head) || recognizeDelimited(bytes, options);
  },
  read(file: SourceFile, options: ReadOptions = {}): Source | Promise<Source> {
    const { text = '', messages } = decodeText(file);
    const source = readWhisperTsv(text, file.path);
    return source ? { ...source, messages: [...messages, ...source.messages] } : readDelimitedTranscript(file, options);
  },
} satisfies Format;
