/** Reads the files of a run; what a stranger could make endless is read in a process of its own, under limits. */
import { availableParallelism } from 'node:os';
import type { SourceFile } from '../containers/source-file.ts';
import { findFormat } from '../transcript/formats/index.ts';
import type { ReadOptions, Source } from '../transcript/source.ts';
import { unpackSource } from './packed-source.ts';
import { readSource, refuseSource } from './read-source.ts';
import { type Failure, type ReadingLimits, ReadingPool } from './reading-pool.ts';

/**
 * The largest Word and OpenDocument texts that their readers allow, of hundreds of thousands of paragraphs, take 6 seconds
 * and 0.9 GB; an interview takes some 50 milliseconds.
 */
const LIMITS: ReadingLimits = { seconds: 60, megabytes: 1024 };

/** What is sent to the process is for a moment in memory three times. */
const MOST_BYTES = 256 * 2 ** 20;

/** Should every file be a hostile one, more processes would need more memory than most machines have. */
const MOST_JOBS = 8;

/** Most files that are read at a time. */
export function countJobs({ jobs }: { jobs?: number | undefined }): number {
  return jobs ?? Math.min(availableParallelism(), MOST_JOBS);
}

/** Reads files, as many at a time as it is asked for, and never throws. */
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
  #pool: ReadingPool | undefined;
  #limits: ReadingLimits;

  /** `program` is the path of the built program for it; without it everything is read here. At most `jobs` processes run. */
  constructor(
    program: string | undefined,
    { jobs = 1, limits = LIMITS }: { jobs?: number; limits?: ReadingLimits } = {},
  ) {
    this.#limits = limits;
    this.#pool = program === undefined ? undefined : new ReadingPool(program, jobs, limits);
  }

  /** Never throws. A process starts at the first file that needs it, further ones when there is more to do for longer. */
  async read(file: SourceFile, options: ReadOptions = {}): Promise<Source | undefined> {
    if (!this.#pool || !findFormat(file.path)?.isolated?.(file.bytes)) return readSource(file, options);
    if (file.bytes.length > MOST_BYTES)
      return refuseSource(file.path, 'Unexpected size of more than 256 MB', 'save it without pictures and recordings');
    const answer = await this.#pool.ask({ file, options });
    if (!answer) return readSource(file, options);
    if (!('ended' in answer)) return unpackSource(answer.source);
    const { reason, hint } = this.#explain(answer);
    return refuseSource(file.path, reason, hint);
  }

  /** Ends its processes, whatever they are doing. */
  end(): void {
    this.#pool?.end();
  }

  #explain({ ended }: Failure): { reason: string; hint: string } {
    const hint = 'it is damaged, made to do harm or far larger than an interview; save it as plain text';
    const { seconds, megabytes } = this.#limits;
    if (ended === 'time') return { reason: `Unexpected work without end: not read within ${seconds} s`, hint };
    const memory = ended === 'memory' ? `more than ${megabytes} MB of memory are needed` : 'the reader broke down';
    return { reason: `Unexpected content that cannot be read: ${memory}`, hint };
  }
}
