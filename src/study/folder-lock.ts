/** Keeps two runs from writing to one folder at once: a file that says which process does. */
import type { Io } from '../io.ts';
import { LOCK_FILE } from './listed-results.ts';
import { UsageError } from './usage-error.ts';
import { PARTIAL } from './write-whole.ts';

export interface FolderLock {
  /** Says which files are about to be written, so that they are known for ours if that never ends. */
  list(names: Iterable<string>): void;
  release(): void;
}

interface Holder {
  pid: number;
  host: string;
}

const TRIES = 5;
/** In which a process that has just made the file has also written into it. */
const PATIENCE_MS = 40;

/** Of this process; one of the same number before a restart, as in a container, is another. */
const held = new Set<string>();

/**
 * The lock of a process that is no more is taken over. `names` as in `FolderLock.list`. Throws a usage error when another
 * run has the folder, and what the file system says when it cannot be written to.
 */
export async function lockFolder(folder: string, names: Iterable<string>, io: Io): Promise<FolderLock> {
  const path = `${folder}/${LOCK_FILE}`;
  const place = `${io.truePath(folder)}/${LOCK_FILE}`;
  for (let tries = 0; tries < TRIES; tries++) {
    if (io.createFile(path, describeLock(names, io))) {
      held.add(place);
      return createLock(path, place, io);
    }
    const text = readLock(path, io);
    const holder = parseHolder(text);
    if (holder && isHeld(holder, place, io)) throw new UsageError(...explainHeld(folder, holder, io));
    if (holder || tries === TRIES - 2) takeAway(path, text, io);
    else await new Promise((resolve) => setTimeout(resolve, PATIENCE_MS));
  }
  throw new UsageError(`Cannot write to ${folder}: ${LOCK_FILE} cannot be made`, 'delete that file');
}

function createLock(path: string, place: string, io: Io): FolderLock {
  return {
    list(names) {
      io.writeFile(path + PARTIAL, describeLock(names, io));
      io.rename(path + PARTIAL, path);
    },
    release() {
      held.delete(place);
      for (const each of [path, path + PARTIAL]) removeQuietly(each, io);
    },
  };
}

/** The keys that `run.json` has too are read in the same way. */
function describeLock(names: Iterable<string>, { self: { pid, host } }: Io): string {
  return `${JSON.stringify({ program: { name: 'code-transcripts' }, pid, host, files: [...names] })}\n`;
}

function readLock(path: string, io: Io): string {
  try {
    return new TextDecoder().decode(io.readBytes(path));
  } catch {
    return '';
  }
}

function parseHolder(text: string): Holder | undefined {
  try {
    const { pid, host } = JSON.parse(text) as Partial<Holder>;
    return typeof pid === 'number' && typeof host === 'string' ? { pid, host } : undefined;
  } catch {
    return undefined;
  }
}

/** Of another machine nobody can say whether the process still runs. */
function isHeld({ pid, host }: Holder, place: string, io: Io): boolean {
  if (host !== io.self.host) return true;
  return pid === io.self.pid ? held.has(place) : io.self.isAlive(pid);
}

function explainHeld(folder: string, { pid, host }: Holder, io: Io): [reason: string, hint: string] {
  const isHere = host === io.self.host;
  const where = isHere ? `process ${pid}` : `process ${pid} on ${host}`;
  const otherwise = `choose another folder with -o DIR, or delete ${folder}/${LOCK_FILE} if no such run exists`;
  return [`Another run writes to ${folder}: ${where}`, `wait until it has ended, ${otherwise}`];
}

/** Under a name of its own first: of two that do so at once only one succeeds, and it sees whether it has the right one. */
function takeAway(path: string, text: string, io: Io): void {
  const aside = `${path}.${io.self.pid}${PARTIAL}`;
  try {
    io.rename(path, aside);
    if (readLock(aside, io) === text) io.remove(aside);
    else io.rename(aside, path);
  } catch {
    // Another was faster; the next try sees what it made.
  }
}

function removeQuietly(path: string, io: Io): void {
  try {
    io.remove(path);
  } catch {
    // A lock that stays is taken over.
  }
}
