/** The processes in which files from strangers are read: as many as there is work for, each for one file at a time. */
import type { ChildProcess } from 'node:child_process';
import { getBuiltinModule } from 'node:process';
import type { SourceFile } from '../containers/source-file.ts';
import type { ReadOptions } from '../transcript/source.ts';
import type { PackedSource } from './packed-source.ts';

/** What one file may take. */
export interface ReadingLimits {
  /** By the clock. */
  seconds: number;
  /** Of JavaScript's heap. */
  megabytes: number;
}

/** What is sent to a process. */
export interface Question {
  file: SourceFile;
  options: ReadOptions;
}

/** Why there is no answer. */
export interface Failure {
  ended: 'time' | 'memory' | 'other';
}

export type Answer = { source?: PackedSource } | Failure;

/** A process takes a tenth of a second to start: a further one has to be worth it. */
const BUSY_MS = 500;

/** How a process ends when memory runs out: by itself, or by the hand of the system or its own watch. */
const OUT_OF_MEMORY = new Set<unknown>(['SIGABRT', 'SIGKILL', 'SIGTRAP', 134]);

export class ReadingPool {
  #program: string | undefined;
  #limits: ReadingLimits;
  #jobs: number;
  #idle: ChildProcess[] = [];
  #busy = new Set<ChildProcess>();
  #waiting: (() => void)[] = [];
  /** When there was work for a further process first. */
  #busySince: number | undefined;

  /** `program` is the path of the built program for it; at most `jobs` processes run at a time. */
  constructor(program: string, jobs: number, limits: ReadingLimits) {
    this.#program = program;
    this.#jobs = jobs;
    this.#limits = limits;
  }

  /** Nothing where the system allows no process, now and from now on. */
  async ask(question: Question): Promise<Answer | undefined> {
    const child = await this.#take();
    if (!child) return undefined;
    const answer = await ask(child, question, this.#limits.seconds);
    this.#busy.delete(child);
    if ('ended' in answer) child.kill('SIGKILL');
    else this.#idle.push(child);
    this.#waiting.shift()?.();
    return answer;
  }

  /** Ends every process, whatever it is doing. */
  end(): void {
    for (const child of [...this.#idle.splice(0), ...this.#busy]) child.kill('SIGKILL');
  }

  /** One that is free, a new one, or the first that becomes free. */
  async #take(): Promise<ChildProcess | undefined> {
    for (;;) {
      const free = this.#idle.pop();
      if (free && !free.connected) continue;
      const child = free ?? (this.#busy.size === 0 || this.#isWorthAnother() ? this.#start() : undefined);
      if (child) this.#busy.add(child);
      if (child || this.#program === undefined) return child;
      await new Promise<void>((resolve) => this.#waiting.push(resolve));
    }
  }

  #isWorthAnother(): boolean {
    this.#busySince ??= performance.now();
    return this.#busy.size < this.#jobs && performance.now() - this.#busySince > BUSY_MS * this.#busy.size;
  }

  #start(): ChildProcess | undefined {
    if (this.#program === undefined) return undefined;
    try {
      // Loaded late, since few studies need it.
      const started = getBuiltinModule('node:child_process').fork(this.#program, {
        serialization: 'advanced',
        execArgv: [`--max-old-space-size=${this.#limits.megabytes}`],
        stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
      });
      // One that cannot be started or has been killed says so as an event too, which would end the program.
      started.on('error', () => {});
      if (started.pid !== undefined) return started;
    } catch {
      // It is told by the missing process.
    }
    this.#program = undefined;
    return undefined;
  }
}

/** Settles at the first of an answer, an end and the limit of time. */
function ask(child: ChildProcess, question: Question, seconds: number): Promise<Answer> {
  return new Promise((resolve) => {
    const settle = (answer: Answer) => {
      clearTimeout(timer);
      child.off('message', settle).off('exit', onExit).off('error', onError);
      resolve(answer);
    };
    const onExit = (code: number | null, signal: string | null) =>
      settle({ ended: OUT_OF_MEMORY.has(signal ?? code) ? 'memory' : 'other' });
    const onError = () => settle({ ended: 'other' });
    const timer = setTimeout(() => settle({ ended: 'time' }), seconds * 1000);
    child.on('message', settle).on('exit', onExit).on('error', onError);
    child.send(question);
  });
}
