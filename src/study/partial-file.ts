/** A file that is written piece by piece under a temporary name, and is there whole or not at all. */
import type { Io } from '../io.ts';
import { explainWriteError } from './write-error.ts';
import { PARTIAL } from './write-whole.ts';

const BUFFERED_BYTES = 2 ** 20;

export class PartialFile {
  readonly #path: string;
  readonly #io: Io;
  #pending: Uint8Array[] = [];
  #pendingBytes = 0;
  #begun = false;

  constructor(path: string, io: Io) {
    this.#path = path;
    this.#io = io;
  }

  /** Throws a usage error where it cannot be written. */
  write(bytes: Uint8Array): void {
    this.#pending.push(bytes);
    this.#pendingBytes += bytes.length;
    if (this.#pendingBytes >= BUFFERED_BYTES) this.#try(() => this.#flush());
  }

  /** Writes all that was handed over, so that nothing but the name is left to be given. */
  settle(): void {
    this.#try(() => this.#flush());
  }

  /** Gives the file its name. */
  finish(): void {
    this.#try(() => {
      this.#flush();
      this.#io.rename(this.#partial, this.#path);
      this.#begun = false;
    });
  }

  /** As if nothing had been written; a file that is finished stays. */
  abandon(): void {
    this.#pending = [];
    try {
      if (this.#begun) this.#io.remove(this.#partial);
    } catch {
      // What went wrong before says what matters.
    }
  }

  get #partial(): string {
    return this.#path + PARTIAL;
  }

  #flush(): void {
    const bytes = Buffer.concat(this.#pending);
    this.#pending = [];
    this.#pendingBytes = 0;
    const isFirst = !this.#begun;
    // Before it is written: a full disk leaves a file of no length.
    this.#begun = true;
    if (isFirst) this.#io.writeFile(this.#partial, bytes);
    else this.#io.appendFile(this.#partial, bytes);
  }

  #try(work: () => void): void {
    try {
      work();
    } catch (error) {
      this.abandon();
      throw explainWriteError(`Cannot write ${this.#path}`, error as Error);
    }
  }
}
