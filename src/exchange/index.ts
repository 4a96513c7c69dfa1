/** The formats of codings that are read; to add one, write its file and put it in this list. */
import { reportFailure } from '../containers/refusal.ts';
import type { SourceFile } from '../containers/source-file.ts';
import type { CodingSet } from '../model.ts';
import { createMessage } from '../text/messages.ts';
import { type CodingFormat, emptySet, type PositionReading } from './coding-format.ts';

interface Known {
  extensions: readonly string[];
  /** Loaded when it is needed. */
  load(): Promise<CodingFormat>;
}

const formats: readonly Known[] = [
  { extensions: ['.qdpx'], load: async () => (await import('./qdpx/qdpx.ts')).qdpx },
  { extensions: ['.jsonl'], load: async () => (await import('./codings-jsonl.ts')).codingsJsonl },
  {
    extensions: ['.csv', '.tsv', '.txt', '.xlsx'],
    load: async () => (await import('./segment-list.ts')).segmentList,
  },
];

/** Whether files with this name may hold codings. */
export function canHoldCodings(path: string): boolean {
  return findFormat(path) !== undefined;
}

/** What a project or a file of codings holds. Never throws on bad content: then there is an error among its messages. */
export async function readCodingSet(file: SourceFile, reading: PositionReading = {}): Promise<CodingSet> {
  const format = await findFormat(file.path)?.load();
  if (!format) return emptySet(file.path, [reportUnknown(file.path)]);
  try {
    return await format.read(file, reading);
  } catch (error) {
    return emptySet(file.path, [reportFailure(error, format.title.replace(/^an? /, ''), file.path)]);
  }
}

function findFormat(path: string): Known | undefined {
  const lower = path.toLowerCase();
  return formats.find(({ extensions }) => extensions.some((extension) => lower.endsWith(extension)));
}

function reportUnknown(path: string) {
  const endings = formats.flatMap(({ extensions }) => extensions);
  return createMessage('Unexpected file, expected one with codings', {
    rule: 'no-codings',
    severity: 'error',
    path,
    hint: `its name ends in ${endings.slice(0, -1).join(', ')}${endings.length > 1 ? ' or ' : ''}${endings.at(-1)}`,
  });
}
