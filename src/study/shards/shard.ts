/** One of several parts that a study is coded in, each by itself, and how it is asked for. */
import { UsageError } from '../usage-error.ts';

export interface Shard {
  /** From 1. */
  index: number;
  count: number;
}

export interface AskedShard extends Shard {
  /** What it was taken from, where it was not said outright. */
  origin?: string;
}

/** `3/16`, or `slurm` for the task of a job array that this process is. Throws a usage error for anything else. */
export function parseShard(text: string, environment: Readonly<Record<string, string | undefined>>): AskedShard {
  if (text === 'slurm') return readSlurm(environment);
  const [, index, count] = /^(\d{1,5})\/(\d{1,5})$/.exec(text.trim()) ?? [];
  const shard = { index: Number(index), count: Number(count) };
  if (index === undefined || shard.index < 1 || shard.index > shard.count)
    throw new UsageError(
      `Unexpected shard ${text}, expected which one of how many`,
      'write 3/16 for the third of sixteen, or slurm in a job array',
    );
  return shard;
}

const TASK = 'SLURM_ARRAY_TASK_ID';
const KEYS = [TASK, 'SLURM_ARRAY_TASK_MIN', 'SLURM_ARRAY_TASK_MAX', 'SLURM_ARRAY_TASK_COUNT'] as const;

/** A task that is run again alone is an array of one, so that it must be told by its number. */
function readSlurm(environment: Readonly<Record<string, string | undefined>>): AskedShard {
  const missing = KEYS.filter((key) => !/^\d{1,9}$/.test(environment[key] ?? ''));
  if (missing.length > 0)
    throw new UsageError(
      `Unexpected --shard slurm outside a job array: ${missing.join(', ')} ${missing.length === 1 ? 'is' : 'are'} not set`,
      'submit it with sbatch --array=1-16, or write --shard 3/16',
    );
  const [task = 0, least = 0, most = 0, count = 0] = KEYS.map((key) => Number(environment[key]));
  if (most - least + 1 !== count || task < least || task > most)
    throw new UsageError(
      `Unexpected job array of ${count} tasks from ${least} to ${most}, expected one without gaps and steps`,
      `give its tasks by their number: --shard "$${TASK}/16" for an array in 1-16`,
    );
  return { index: task - least + 1, count, origin: `task ${task} of the job array ${least}-${most}` };
}

/** `3 of 16`. */
export function describeShard({ index, count }: Shard): string {
  return `${index} of ${count}`;
}

/** `part-03-of-16.jsonl`: names sort as the shards do. */
export function nameShardFile(name: string, { index, count }: Shard, extension: string): string {
  return `${name}-${String(index).padStart(String(count).length, '0')}-of-${count}${extension}`;
}

export const PART_EXTENSION = '.jsonl';

/** Whether a file of this name is a part, whole. */
export function isPart(name: string): boolean {
  return /^part-\d{1,5}-of-\d{1,5}\.jsonl$/.test(name);
}

/** Whether a file of this name is written by the run of a shard: it is no transcript, whatever lies beside it. */
export function isShardFile(name: string): boolean {
  return /^(?:part|codings|segments)-\d{1,5}-of-\d{1,5}\.(?:jsonl|parquet)(?:\.partial)?$/.test(name);
}

/**
 * Half-open range of the files that a shard is: a file belongs to the shard in which its middle lies, when all bytes are
 * cut into pieces of one length. Every file is in one shard, and the ranges follow each other.
 */
export function divideFiles(sizes: readonly number[], { index, count }: Shard): { from: number; to: number } {
  const weights = sizes.map((size) => size + FILE_COST);
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  let [before, from, to] = [0, 0, 0];
  for (const weight of weights) {
    const piece = Math.floor(((before + weight / 2) / all) * count) + 1;
    if (piece < index) from++;
    if (piece <= index) to++;
    before += weight;
  }
  return { from, to };
}

/** To open a file takes as long as to read so many bytes. */
const FILE_COST = 1024;
