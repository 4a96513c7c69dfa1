/** A line on stderr that says how far long work is; only on a terminal, and gone when the work is done. */
import type { Io } from '../io.ts';

const SHOW_AFTER_MS = 500;
/** A rate of less time says little. */
const ESTIMATE_AFTER_MS = 2000;
const REDRAW_MS = 100;

export class Progress {
  #io: Io;
  #silent: boolean;
  #work = '';
  #total = 0;
  #done = 0;
  #drawn = 0;
  #turned = Date.now();
  /** When the first work began. */
  #started = Date.now();
  /** When this one began. */
  #begun = Date.now();

  constructor(io: Io, quiet: boolean) {
    this.#io = io;
    this.#silent = quiet || !io.errIsTerminal;
  }

  /** Begins a piece of work on this many transcripts, called `Reading` or `Coding`. */
  start(work: string, total: number): void {
    this.#work = work;
    this.#total = total;
    this.#done = 0;
    this.#begun = Date.now();
  }

  /** One more transcript is done. To be waited for: now and then the program has to notice that somebody wants to end it. */
  step(): Promise<void> | undefined {
    this.#done++;
    const now = Date.now();
    if (now - this.#turned < REDRAW_MS) return undefined;
    this.#turned = now;
    if (!this.#silent && now - this.#started >= SHOW_AFTER_MS) this.#draw(now);
    return nextTurn();
  }

  clear(): void {
    if (this.#drawn > 0) this.#io.err('\r\u001B[K');
  }

  #draw(now: number): void {
    this.#drawn = now;
    const estimate = estimateRest(this.#done, this.#total, now - this.#begun);
    this.#io.err(`\r\u001B[K${this.#work} ${this.#done} of ${this.#total} transcripts${estimate}`);
  }
}

/** Lets pass what waits: without it work that waits for nothing from outside hears of no signal. */
export function nextTurn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

/** ", 410 a second, 45 s left"; nothing as long as that would be a guess. */
export function estimateRest(done: number, total: number, ms: number): string {
  if (ms < ESTIMATE_AFTER_MS || done === 0) return '';
  const rate = (done / ms) * 1000;
  const shown = rate >= 10 ? Math.round(rate) : rate.toFixed(1);
  return `, ${shown} a second, ${formatSeconds(Math.max(total - done, 0) / rate)} left`;
}

function formatSeconds(seconds: number): string {
  if (seconds < 59.5) return `${Math.ceil(seconds)} s`;
  const minutes = Math.ceil(seconds / 60);
  return minutes < 60 ? `${minutes} min` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}
