/** Reads a file of any format as the program does, for tests of formats. */
import type { Message, Transcript } from '../../../src/model.ts';
import { buildTranscript } from '../../../src/transcript/build-transcript.ts';
import { applyConventions } from '../../../src/transcript/conventions/index.ts';
import { findFormat } from '../../../src/transcript/formats/index.ts';
import type { ReadOptions } from '../../../src/transcript/source.ts';
import { countLabels, type LabelCounts } from '../../../src/transcript/speakers.ts';

/** `turns` are `speaker [time]: text without masks`; the format is the one for the path's extension. */
export async function readFormat(
  path: string,
  content: string | Uint8Array,
  options: ReadOptions = {},
): Promise<{ transcript: Transcript; messages: Message[]; turns: string[] }> {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  const read = await findFormat(path)?.read({ path, bytes }, options);
  if (!read) throw new Error(`no format for ${path}`);
  const source = applyConventions(read, path);
  const counts: LabelCounts = new Map();
  countLabels(source, counts);
  const naming = { document: path, path, defaultLanguage: 'nl', interviewers: [], respondents: [] };
  const { transcript, messages } = buildTranscript(source, counts, naming);
  return { transcript, messages: [...source.messages, ...messages], turns: describeTurns(transcript) };
}

function describeTurns({ text, turns }: Transcript): string[] {
  return turns.map(({ speaker, time, start, end, masks }) => {
    let said = '';
    let last = start;
    for (const mask of masks) {
      said += text.slice(last, Math.max(last, mask.start));
      last = Math.max(last, mask.end);
    }
    said = (said + text.slice(last, end)).replace(/\s+/g, ' ').trim();
    return `${speaker ?? '-'}${time ? ` [${time}]` : ''}: ${said}`;
  });
}
