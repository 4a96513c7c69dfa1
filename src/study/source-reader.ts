/** Reads the files of a run; what a stranger could make endless is read in a process of its own, under limits. */
import { type ChildProcess, fork } from 'node:child_process';
import type { SourceFile } from '../containers/source-file.ts';
import { findFormat } from '../transcript/formats/index.ts';
import type { ReadOptions, Source } from '../transcript/source.ts';
import { type PackedSource, unpackSource } from './packed-source.ts';
import { readSource, refuseSource } from './read-source.ts';

/** What one file may take. */
export interface ReadingLimits {
  /** By the clock. */
  seconds: number;
  /** Of JavaScript's heap. */
  megabytes: number;
}

/**
 * The largest Word and OpenDocument texts that their readers allow, of hundreds of thousands of paragraphs, take 6 seconds
 * and 0.9 GB; an interview takes some 50 milliseconds.
 */
const LIMITS: ReadingLimits = { seconds: 60, megabytes: 1024 };

/** What is sent to the process is for a moment in memory three times. */
const MOST_BYTES = 256 * 2 ** 20;

/** Reads one file at a time, and never throws. */
export interface FileReader {
  /** Nothing for a path that no format is for. */
  read(file: SourceFile, options?: ReadOptions): Promise<Source | undefined>;
  /** Ends what it has running; it may be asked again. */
  end(): void;
}

/**
 * A process and not a thread: a thread that grows without end takes the whole program with it where a single allocation
 * is too large, and one that is busy collecting garbage cannot be stopped for minutes.
 */
export class SourceReader implements FileReader {
  #program: string | undefined;
  #limits: ReadingLimits;
  #child: ChildProcess | undefined;

  /** `program` is the path of the built program for it; without it everything is read here. */
  constructor(program: string | undefined, limits: ReadingLimits = LIMITS) {
    this.#program = program;
    this.#limits = limits;
  }

  /** Never throws. To be asked for one file at a time; the process starts at the first that needs it. */
  async read(file: SourceFile, options: ReadOptions = {}): Promise<Source | undefined> {
    if (this.#program === undefined || !findFormat(file.path)?.isolated?.(file.bytes)) return readSource(file, options);
    if (file.bytes.length > MOST_BYTES)
      return refuseSource(file.path, 'Unexpected size of more than 256 MB', 'save it without pictures and recordings');
    if (!this.#child?.connected) this.#child = this.#start(this.#program);
    if (!this.#child) return readSource(file, options);
    const answer = await ask(this.#child, { file, options }, this.#limits.seconds);
    if (!('ended' in answer)) return unpackSource(answer.source);
    this.end();
    const { reason, hint } = this.#explain(answer);
    return refuseSource(file.path, reason, hint);
  }

  /** Ends the process, whatever it is doing. */
  end(): void {
    this.#child?.kill('SIGKILL');
    this.#child = undefined;
  }

  /** Nothing, from now on, where the system allows no further process. */
  #start(program: string): ChildProcess | undefined {
    try {
      const started = fork(program, {
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

  #explain({ ended }: Failure): { reason: string; hint: string } {
    const hint = 'it is damaged, made to do harm or far larger than an interview; save it as plain text';
    const { seconds, megabytes } = this.#limits;
    if (ended === 'time') return { reason: `Unexpected work without end: not read within ${seconds} s`, hint };
    const memory = ended === 'memory' ? `more than ${megabytes} MB of memory are needed` : 'the reader broke down';
    return { reason: `Unexpected content that cannot be read: ${memory}`, hint };
  }
}

/** What is sent to the process. */
export interface Question {
  file: SourceFile;
  options: ReadOptions;
}

/** Why there is no answer. */
interface Failure {
  ended: 'time' | 'memory' | 'other';
}

type Answer = { source?: PackedSource } | Failure;

/** How a process ends when memory runs out: by itself, or by the hand of the system or its own watch. */
const OUT_OF_MEMORY = new Set<unknown>(['SIGABRT', 'SIGKILL', 'SIGTRAP', 134]);

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
