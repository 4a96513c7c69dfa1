/** Where the files of codebooks are: on disk, or in a revision of git. */
import { isAbsolute, posix } from 'node:path';
import type { Io } from '../io.ts';
import { UsageError } from './usage-error.ts';

/** A file, and the revision in which it is looked at if that is not the one on disk. */
export interface CodebookPlace {
  path: string;
  revision?: string;
}

/** `HEAD~1:codebook.yaml` is a revision and a path in it, unless a file is called so. Throws a usage error where two files are meant. */
export function parsePlace(argument: string, io: Io): CodebookPlace {
  // A revision that begins with a hyphen would be an option of git; a letter before a slash is a drive of Windows.
  const [, revision, path] = /^(?![a-z]:[\\/])([^-:][^:]*):(.+)$/is.exec(argument) ?? [];
  if (revision === undefined || path === undefined || io.kindOf(argument) !== undefined) return { path: argument };
  return { revision, path: settlePath(revision, path, io) };
}

/** For git a path begins at the top of the repository, for people where they are; the one that is there is meant. */
function settlePath(revision: string, path: string, io: Io): string {
  if (/^\.\.?[\\/]/.test(path)) return path;
  const [top, here] = [path, `./${path}`].map((each) => tryRevision(revision, each, io));
  if (top && here && Buffer.compare(top, here) !== 0)
    throw new UsageError(
      `Two files could be meant by ${revision}:${path}, one in this folder and one in the top folder of the repository`,
      `write ${revision}:./${path} for the one in this folder, and go to the top folder for the other`,
    );
  return here && !top ? `./${path}` : path;
}

function tryRevision(revision: string, path: string, io: Io): Uint8Array | undefined {
  try {
    return io.readRevision(revision, path);
  } catch {
    return undefined;
  }
}

/** The file that a reference in another codebook means: beside it, unless the path begins at the root. */
export function resolvePlace(reference: string, from: CodebookPlace): CodebookPlace {
  const written = reference.trim().replaceAll('\\', '/');
  if (isAbsolute(written)) return { path: written };
  const path = posix.join(posix.dirname(from.path.replaceAll('\\', '/')), written);
  if (from.revision === undefined) return { path };
  // For git `./a` is below the working folder and `a` below that of the repository.
  const isRelative = /^\.\.?\//.test(from.path) && !path.startsWith('../');
  return { revision: from.revision, path: isRelative ? `./${path}` : path };
}

/** As shown to people. */
export function showPlace({ path, revision }: CodebookPlace, io: Io): string {
  return revision === undefined ? io.shorten(path) : `${revision}:${path}`;
}

/** The same for one file, however it is written. */
export function locatePlace({ path, revision }: CodebookPlace, io: Io): string {
  return revision === undefined ? io.truePath(path) : `${revision}:${path}`;
}

/** Throws a usage error when there is no such file or it cannot be read; `shown` is its name there. */
export function readPlace({ path, revision }: CodebookPlace, shown: string, io: Io): Uint8Array {
  if (revision === undefined) {
    const kind = io.kindOf(path);
    if (kind === 'folder') throw new UsageError(`Unexpected folder ${shown}, expected a codebook`);
    if (kind !== 'file') throw new UsageError(`No such codebook: ${shown}`);
  }
  try {
    return revision === undefined ? io.readBytes(path) : io.readRevision(revision, path);
  } catch (error) {
    const reason = explain(error as NodeJS.ErrnoException, revision);
    const isMissing = revision !== undefined && /does not exist|exists on disk|but not/.test(reason);
    throw new UsageError(
      `Cannot read the codebook ${shown}: ${reason}`,
      isMissing ? 'write the folder and the name that it had in that revision' : undefined,
    );
  }
}

function explain(error: NodeJS.ErrnoException & { stderr?: unknown }, revision: string | undefined): string {
  if (revision === undefined) return error.message.split(',')[0] ?? '';
  if (error.code === 'ENOENT') return 'git is not installed, and there is no file of this name';
  const [told = ''] = String(error.stderr ?? '').split('\n');
  return told === '' ? 'git cannot show it' : told.replace(/^fatal: /, '');
}
