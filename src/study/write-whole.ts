/** Writes a file whole or not at all. */
import type { Io } from '../io.ts';
import { explainWriteError } from './write-error.ts';

/** Ends the name of a file that is not whole yet. */
export const PARTIAL = '.partial';

/** Writes under a temporary name first. Throws a usage error where that fails. */
export function writeWhole(path: string, content: string | Uint8Array, io: Io): void {
  const partial = `${path}${PARTIAL}`;
  try {
    io.writeFile(partial, content);
    io.rename(partial, path);
  } catch (error) {
    if (io.kindOf(partial) === 'file') io.remove(partial);
    throw explainWriteError(`Cannot write ${path}`, error as Error);
  }
}
