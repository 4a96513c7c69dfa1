/** Writes a file whole or not at all. */
import type { Io } from '../io.ts';
import { UsageError } from './usage-error.ts';

/** Writes under a temporary name first. Throws a usage error where that fails. */
export function writeWhole(path: string, content: string | Uint8Array, io: Io): void {
  const partial = `${path}.partial`;
  try {
    io.writeFile(partial, content);
    io.rename(partial, path);
  } catch (error) {
    if (io.kindOf(partial) === 'file') io.remove(partial);
    throw new UsageError(`Cannot write ${path}: ${(error as Error).message.split(',')[0]}`);
  }
}
