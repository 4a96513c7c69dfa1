/** A line on stderr that says how far long work is; only on a terminal, and gone when the work is done. */
import type { Io } from '../io.ts';

const SHOW_AFTER_MS = 500;
const REDRAW_MS = 100;

export class Progress {
  #io: Io;
  #total: number;
  #done = 0;
  #started = Date.now();
  #drawn = 0;
  #silent: boolean;

  constructor(total: number, io: Io, quiet: boolean) {
    this.#io = io;
    this.#total = total;
    this.#silent = quiet || !io.errIsTerminal;
  }

  /** One more document is done. */
  step(): void {
    this.#done++;
    const now = Date.now();
    if (this.#silent || now - this.#started < SHOW_AFTER_MS || now - this.#drawn < REDRAW_MS) return;
    this.#drawn = now;
    this.#io.err(`\r\u001B[KCoding ${this.#done} of ${this.#total} transcripts`);
  }

  clear(): void {
    if (this.#drawn > 0) this.#io.err('\r\u001B[K');
  }
}
