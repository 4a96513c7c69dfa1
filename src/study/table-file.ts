/** Writes one table to a file: never over a transcript or the codebook, never half. */
import type { Io } from '../io.ts';
import type { Study } from './open-study.ts';
import { UsageError } from './usage-error.ts';

/** Writes under a temporary name first. Throws a usage error when the place is a folder or a file that was read. */
export function writeTableFile(path: string, text: string, study: Pick<Study, 'inputs'>, io: Io): void {
  const kind = io.kindOf(path);
  if (kind === 'folder') throw new UsageError(`Unexpected folder ${path}, expected the name of a file`);
  if (kind !== undefined && study.inputs.has(io.truePath(path)))
    throw new UsageError(`${path} was read in this run and is not written over`);
  const partial = `${path}.partial`;
  try {
    io.writeFile(partial, text);
    io.rename(partial, path);
  } catch (error) {
    if (io.kindOf(partial) === 'file') io.remove(partial);
    throw new UsageError(`Cannot write ${path}: ${(error as Error).message.split(',')[0]}`);
  }
}
