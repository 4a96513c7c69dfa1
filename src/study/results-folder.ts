/** The output folder: refused when it holds anything that is not ours, written whole or not at all. */
import type { Io } from '../io.ts';
import { PartialFile } from './partial-file.ts';
import { RUN_FILE, readListedFiles } from './run-file.ts';
import { UsageError } from './usage-error.ts';

export class ResultsFolder {
  #path: string;
  #io: Io;
  /** Files of an earlier run. */
  #old: string[];
  /** Files of somebody else. */
  #foreign: string[];
  /** Files that are written while the run goes on. */
  #begun = new Map<string, PartialFile>();

  /** Throws a usage error when the folder holds files that no earlier run made, unless `force`. */
  constructor(path: string, io: Io, force: boolean) {
    this.#path = path;
    this.#io = io;
    const kind = io.kindOf(path);
    if (kind !== undefined && kind !== 'folder')
      throw new UsageError(`Unexpected file ${path}, expected a folder for the results`);
    const entries = kind === 'folder' ? io.listFolder(path).map(({ name }) => name) : [];
    const listed = entries.includes(RUN_FILE)
      ? readListedFiles(new TextDecoder().decode(io.readBytes(`${path}/${RUN_FILE}`)))
      : undefined;
    this.#old = listed ?? [];
    const ours = new Set([...this.#old, ...(listed ? [RUN_FILE] : [])]);
    const foreign = entries
      .filter((name) => !ours.has(name) && !BY_SYSTEMS.has(name) && !IN_USE.test(name) && !name.endsWith(PARTIAL))
      .sort();
    this.#foreign = foreign;
    const [first] = foreign;
    if (first !== undefined && !force) {
      const more = foreign.length > 1 ? ` and ${foreign.length - 1} more` : '';
      throw new UsageError(
        `The output folder ${path} holds other files: ${first}${more}`,
        'choose another with -o DIR, or use --force to write beside them',
      );
    }
  }

  /** Begins a file that is too large to be handed to `write`, which gives it its name. */
  begin(name: string): PartialFile {
    this.#refuseForeign([name]);
    this.#io.makeFolder(this.#path);
    const file = new PartialFile(this.#at(name), this.#io);
    this.#begun.set(name, file);
    return file;
  }

  /** Removes what was begun, when nothing comes of the run. */
  abandon(): void {
    for (const file of this.#begun.values()) file.abandon();
  }

  /** Writes all files under temporary names, then renames them, `run.json` last; removes what only an earlier run made. */
  write(files: ReadonlyMap<string, string | Uint8Array>): void {
    const names = [...files.keys()];
    this.#refuseForeign(names);
    try {
      this.#io.makeFolder(this.#path);
      for (const [name, content] of files) this.#io.writeFile(this.#at(name) + PARTIAL, content);
      for (const file of this.#begun.values()) file.settle();
      for (const name of names.filter((each) => each !== RUN_FILE))
        this.#io.rename(this.#at(name) + PARTIAL, this.#at(name));
      for (const file of this.#begun.values()) file.finish();
      for (const name of this.#old) if (!files.has(name) && !this.#begun.has(name)) this.#io.remove(this.#at(name));
      if (files.has(RUN_FILE)) this.#io.rename(this.#at(RUN_FILE) + PARTIAL, this.#at(RUN_FILE));
    } catch (error) {
      this.abandon();
      for (const name of names) this.#removeQuietly(this.#at(name) + PARTIAL);
      const { code = '', message } = error as NodeJS.ErrnoException;
      const hint = LOCKED.has(code) ? 'close its files in Word and Excel, and run it again' : undefined;
      throw new UsageError(`Cannot write to ${this.#path}: ${message.split(',')[0]}`, hint);
    }
  }

  #refuseForeign(names: readonly string[]): void {
    const taken = names.find((name) => this.#foreign.includes(name));
    if (taken !== undefined)
      throw new UsageError(`${this.#path}/${taken} was not written by this program and is not written over`);
  }

  #at(name: string): string {
    return `${this.#path}/${name}`;
  }

  #removeQuietly(path: string): void {
    try {
      this.#io.remove(path);
    } catch {
      // The message about the first failure says what matters.
    }
  }
}

const PARTIAL = '.partial';
/** What file managers and workflow engines leave in every folder. */
const BY_SYSTEMS = new Set(['.DS_Store', '.snakemake_timestamp']);
/** How Windows says that another program has a file open. */
const LOCKED = new Set(['EBUSY', 'EPERM']);
/** What LibreOffice, and Word and Excel, put beside a file that is open. */
const IN_USE = /^(?:\.~lock\.|~\$)/;
