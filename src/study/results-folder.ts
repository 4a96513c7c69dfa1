/** The output folder: refused when it holds anything that is not ours, written whole or not at all, by one run at a time. */
import type { Io } from '../io.ts';
import { type FolderLock, lockFolder } from './folder-lock.ts';
import { LOCK_FILE, listResults } from './listed-results.ts';
import { PartialFile } from './partial-file.ts';
import { nextTurn } from './progress.ts';
import { RUN_FILE } from './run-file.ts';
import { UsageError } from './usage-error.ts';
import { explainWriteError } from './write-error.ts';
import { PARTIAL } from './write-whole.ts';

interface FolderContent {
  /** Files of an earlier run, and what one left that was killed while it wrote. */
  old: ReadonlySet<string>;
  /** Files of somebody else. */
  foreign: string[];
}

/**
 * Opens the folder for one run, which has it alone until it is closed; an end by the user closes it. Throws a usage error
 * when it holds files that no earlier run made, unless `force`, when another run has it, and when it cannot be written to.
 */
export async function openResultsFolder(path: string, io: Io, force: boolean): Promise<ResultsFolder> {
  const kind = io.kindOf(path);
  if (kind !== undefined && kind !== 'folder')
    throw new UsageError(`Unexpected file ${path}, expected a folder for the results`);
  const content = readContent(path, kind === 'folder' ? io.listFolder(path).map(({ name }) => name) : [], io);
  if (!force) refuseForeign(path, content.foreign);
  let made: string[] = [];
  let folder: ResultsFolder | undefined;
  // Before there is anything to take back, since a signal that nobody waits for ends the program where it is.
  const forget = io.onInterrupt(() => {
    if (folder) folder.close();
    else removeFolders(made, io);
    return undefined;
  });
  try {
    made = io.makeFolder(path);
    const lock = await lockFolder(path, content.old, io);
    folder = new ResultsFolder(path, io, { content, made, lock, forget });
    return folder;
  } catch (error) {
    forget();
    removeFolders(made, io);
    throw explainFailure(path, error);
  }
}

interface OpenedFolder {
  content: FolderContent;
  /** Folders that were not there before, the outermost first. */
  made: string[];
  lock: FolderLock;
  /** From then on an end by the user is no matter of this folder. */
  forget: () => void;
}

export class ResultsFolder {
  #path: string;
  #io: Io;
  #opened: OpenedFolder;
  /** Files that are there under a temporary name. */
  #partial: string[] = [];
  /** Those that are written while the run goes on. */
  #begun = new Map<string, PartialFile>();

  constructor(path: string, io: Io, opened: OpenedFolder) {
    this.#path = path;
    this.#io = io;
    this.#opened = opened;
  }

  /** Begins a file that is too large to be handed over whole; `write` gives it its name. */
  begin(name: string): PartialFile {
    this.#refuseForeign([name]);
    const { content, lock } = this.#opened;
    const file = new PartialFile(this.#at(name), this.#io);
    this.#begun.set(name, file);
    this.#partial.push(name);
    try {
      lock.list(new Set([...content.old, ...this.#partial]));
      return file;
    } catch (error) {
      throw explainFailure(this.#path, error);
    }
  }

  /** Writes all files under temporary names, then renames them, `run.json` last; removes what only an earlier run made. */
  async write(files: ReadonlyMap<string, string | Uint8Array>): Promise<void> {
    const { content, lock } = this.#opened;
    const names = [...this.#begun.keys(), ...files.keys()];
    this.#refuseForeign(names);
    try {
      lock.list(new Set([...content.old, ...names]));
      for (const [name, bytes] of files) {
        this.#partial.push(name);
        this.#io.writeFile(this.#at(name) + PARTIAL, bytes);
        await nextTurn();
      }
      for (const file of this.#begun.values()) file.settle();
      this.#exchange(names);
    } catch (error) {
      throw explainFailure(this.#path, error);
    } finally {
      this.#removePartial();
    }
  }

  /** Another run may have the folder now. A folder that was made for nothing is gone again. */
  close(): void {
    const { forget, lock, made } = this.#opened;
    forget();
    this.#removePartial();
    lock.release();
    removeFolders(made, this.#io);
  }

  /** At one go, so that nothing but a killed process can come between. */
  #exchange(names: string[]): void {
    const { old } = this.#opened.content;
    for (const name of names.filter((each) => each !== RUN_FILE))
      this.#io.rename(this.#at(name) + PARTIAL, this.#at(name));
    if (names.includes(RUN_FILE)) this.#io.rename(this.#at(RUN_FILE) + PARTIAL, this.#at(RUN_FILE));
    for (const name of old) if (!names.includes(name)) this.#io.remove(this.#at(name));
    this.#partial = [];
  }

  #removePartial(): void {
    for (const name of this.#partial.splice(0)) {
      try {
        this.#io.remove(this.#at(name) + PARTIAL);
      } catch {
        // The message about the first failure says what matters.
      }
    }
  }

  #refuseForeign(names: readonly string[]): void {
    const taken = names.find((name) => this.#opened.content.foreign.includes(name));
    if (taken !== undefined)
      throw new UsageError(`${this.#path}/${taken} was not written by this program and is not written over`);
  }

  #at(name: string): string {
    return `${this.#path}/${name}`;
  }
}

function readContent(path: string, entries: string[], io: Io): FolderContent {
  const old = listResults(path, entries, io);
  const isOurs = (name: string) => name === LOCK_FILE || (old !== undefined && (name === RUN_FILE || old.has(name)));
  const foreign = entries
    .filter((name) => !isOurs(name) && !BY_SYSTEMS.has(name) && !IN_USE.test(name) && !name.endsWith(PARTIAL))
    .sort();
  return { old: old ?? new Set(), foreign };
}

function refuseForeign(path: string, foreign: readonly string[]): void {
  const [first] = foreign;
  if (first === undefined) return;
  const more = foreign.length > 1 ? ` and ${foreign.length - 1} more` : '';
  throw new UsageError(
    `The output folder ${path} holds other files: ${first}${more}`,
    'choose another with -o DIR, or use --force to write beside them',
  );
}

const explainFailure = (path: string, error: unknown) =>
  error instanceof UsageError ? error : explainWriteError(`Cannot write to ${path}`, error as Error);

/** As far as they are empty, the innermost first. */
function removeFolders(folders: readonly string[], io: Io): void {
  try {
    for (const folder of folders.toReversed()) io.removeFolder(folder);
  } catch {
    // Something lies in it, and it stays.
  }
}

/** What file managers and workflow engines leave in every folder. */
const BY_SYSTEMS = new Set(['.DS_Store', '.snakemake_timestamp']);
/** What LibreOffice, and Word and Excel, put beside a file that is open. */
const IN_USE = /^(?:\.~lock\.|~\$)/;
