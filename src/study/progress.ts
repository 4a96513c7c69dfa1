/** A line on stderr that says how far long work is; only on a terminal, and gone when the work is done. */
import type { Io } from '../io.ts';

const SHOW_AFTER_MS = 500;
const REDRAW_MS = 100;

export class Progress {
  #io: Io;
  #silent: boolean;
  #work = '';
  #total = 0;
  #done = 0;
  #drawn = 0;
  /** Since the first work began. */
  #started = Date.now();

  constructor(io: Io, quiet: boolean) {
    this.#io = io;
    this.#silent = quiet || !io.errIsTerminal;
  }

  /** Begins a piece of work on this many transcripts, called `Reading` or `Coding`. */
  start(work: string, total: number): void {
    this.#work = work;
    this.#total = total;
    this.#done = 0;
  }

  /** One more transcript is done. */
  step(): void {
    this.#done++;
    const now = Date.now();
    if (this.#silent || now - this.#started < SHOW_AFTER_MS || now - this.#drawn < REDRAW_MS) return;
    this.#drawn = now;
    this.#io.err(`\r\u001B[K${this.#work} ${this.#done} of ${this.#total} transcripts`);
  }

  clear(): void {
    if (this.#drawn > 0) this.#io.err('\r\u001B[K');
  }
}
