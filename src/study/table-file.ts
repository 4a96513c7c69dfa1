/** Writes one table to a file: never over a transcript or the codebook, never half. */
import type { Io } from '../io.ts';
import type { Written } from '../output/table-format.ts';
import type { Study } from './open-study.ts';
import { PartialFile } from './partial-file.ts';
import { nextTurn } from './progress.ts';
import { UsageError } from './usage-error.ts';
import { writeWhole } from './write-whole.ts';

/** Writes under a temporary name first. Throws a usage error when the place is a folder or a file that was read. */
export function writeTableFile(path: string, content: Written, { inputs }: Pick<Study, 'inputs'>, io: Io): void {
  refusePlace(path, inputs, io);
  writeWhole(path, content, io);
}

/** The same with what is too large to be handed over whole. */
export async function writeLongFile(
  path: string,
  pieces: Iterable<Written>,
  { inputs }: Pick<Study, 'inputs'>,
  io: Io,
): Promise<void> {
  refusePlace(path, inputs, io);
  const file = new PartialFile(path, io);
  const forget = io.onInterrupt(() => {
    file.abandon();
    return undefined;
  });
  try {
    await fillFile(file, pieces);
    file.finish();
  } catch (error) {
    file.abandon();
    throw error;
  } finally {
    forget();
  }
}

/** Now and then it gives way, for whoever wants to end the program. */
export async function fillFile(file: PartialFile, pieces: Iterable<Written>): Promise<void> {
  let turned = Date.now();
  for (const piece of pieces) {
    file.write(typeof piece === 'string' ? Buffer.from(piece) : piece);
    if (Date.now() - turned < LONGEST_TURN_MS) continue;
    await nextTurn();
    turned = Date.now();
  }
}

const LONGEST_TURN_MS = 100;

function refusePlace(path: string, inputs: ReadonlySet<string>, io: Io): void {
  const kind = io.kindOf(path);
  if (kind === 'folder') throw new UsageError(`Unexpected folder ${path}, expected the name of a file`);
  if (kind !== undefined && inputs.has(io.truePath(path)))
    throw new UsageError(`${path} was read in this run and is not written over`);
}
