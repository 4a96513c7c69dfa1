/** Writes one table to a file: never over a transcript or the codebook, never half. */
import type { Io } from '../io.ts';
import type { Study } from './open-study.ts';
import { UsageError } from './usage-error.ts';
import { writeWhole } from './write-whole.ts';

/** Writes under a temporary name first. Throws a usage error when the place is a folder or a file that was read. */
export function writeTableFile(
  path: string,
  content: string | Uint8Array,
  { inputs }: Pick<Study, 'inputs'>,
  io: Io,
): void {
  const kind = io.kindOf(path);
  if (kind === 'folder') throw new UsageError(`Unexpected folder ${path}, expected the name of a file`);
  if (kind !== undefined && inputs.has(io.truePath(path)))
    throw new UsageError(`${path} was read in this run and is not written over`);
  writeWhole(path, content, io);
}
