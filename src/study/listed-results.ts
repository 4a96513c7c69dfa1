/** Which files of a folder a run of this program wrote, or had begun to write when it was killed. */
import type { Io } from '../io.ts';
import { RUN_FILE, readListedFiles } from './run-file.ts';
import { PARTIAL } from './write-whole.ts';

/** Says, as `run.json` does, which files are results; there while a process writes them, and longer only where it was killed. */
export const LOCK_FILE = '.code-transcripts.lock';

/**
 * `names` are all entries of the folder; nothing where neither file of ours lies there. Those two are not among the results,
 * but what a killed run had only begun to write is.
 */
export function listResults(
  folder: string,
  names: readonly string[],
  io: Pick<Io, 'readBytes'>,
): Set<string> | undefined {
  const lists = [RUN_FILE, LOCK_FILE]
    .filter((name) => names.includes(name))
    .map((name) => readList(`${folder}/${name}`, io))
    .filter((listed) => listed !== undefined);
  if (lists.length === 0) return undefined;
  const results = new Set(lists.flat());
  const isBegun = (name: string) => name.startsWith(LOCK_FILE) || [RUN_FILE, ...results].includes(baseOf(name));
  return new Set([...results, ...names.filter((name) => name.endsWith(PARTIAL) && isBegun(name))]);
}

const baseOf = (name: string): string => name.slice(0, -PARTIAL.length);

/** A lock may be gone again before it is read. */
function readList(path: string, io: Pick<Io, 'readBytes'>): string[] | undefined {
  try {
    return readListedFiles(new TextDecoder().decode(io.readBytes(path)));
  } catch {
    return undefined;
  }
}
