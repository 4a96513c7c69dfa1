/** What is done before the program ends because its user wants so: Ctrl-C, `kill`, a closed window. */

/** May say with which exit code the program ends. Does its work at once. */
export type InterruptAct = () => number | undefined;

/** The exit codes that shells give them. */
const SIGNALS = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 } as const;
type Signal = keyof typeof SIGNALS;

/** What is asked of the process. */
export interface Signalled {
  on(signal: Signal, listener: (signal: Signal) => void): unknown;
  off(signal: Signal, listener: (signal: Signal) => void): unknown;
  exit(code: number): void;
}

/** As long as there is nothing to do, signals are left alone, so that they end the program even in the middle of hard work. */
export class Interrupts {
  #program: Signalled;
  #acts = new Set<InterruptAct>();

  constructor(program: Signalled) {
    this.#program = program;
  }

  /** From now on an end by the user comes after this, the latest act first; gives what takes it back. */
  add(act: InterruptAct): () => void {
    if (this.#acts.size === 0) this.#listen('on');
    this.#acts.add(act);
    return () => {
      if (this.#acts.delete(act) && this.#acts.size === 0) this.#listen('off');
    };
  }

  /** Ends the program as a signal would. */
  end(code: number): void {
    let exitCode = code;
    for (const act of [...this.#acts].reverse()) exitCode = act() ?? exitCode;
    this.#program.exit(exitCode);
  }

  #listen(change: 'on' | 'off'): void {
    for (const signal of Object.keys(SIGNALS) as Signal[]) this.#program[change](signal, this.#onSignal);
  }

  #onSignal = (signal: Signal): void => this.end(SIGNALS[signal]);
}
