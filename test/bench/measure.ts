/** Times whole processes: several commands in turn, so that what else the machine does touches all of them. */
import { spawnSync } from 'node:child_process';

export interface Command {
  name: string;
  run: [string, ...string[]];
  /** Before each run, not timed. */
  before?: () => void;
}

/** Of several runs, in seconds. */
export interface Timing {
  median: number;
  least: number;
  most: number;
}

/** Runs all commands `rounds` times, one after the other in each round. Throws when one fails. */
export function timeCommands(commands: readonly Command[], rounds: number): Timing[] {
  const seconds = commands.map((): number[] => []);
  for (let round = 0; round < rounds; round++)
    commands.forEach((command, at) => {
      seconds[at]?.push(timeOnce(command));
    });
  return seconds.map(summarize);
}

export function summarize(times: readonly number[]): Timing {
  const sorted = times.toSorted((a, b) => a - b);
  return { median: sorted[Math.floor(sorted.length / 2)] ?? 0, least: sorted[0] ?? 0, most: sorted.at(-1) ?? 0 };
}

function timeOnce({ name, run: [program, ...args], before }: Command): number {
  before?.();
  const start = process.hrtime.bigint();
  const { status, stderr, error } = spawnSync(program, args, { stdio: ['ignore', 'ignore', 'pipe'] });
  const seconds = Number(process.hrtime.bigint() - start) / 1e9;
  if (status !== 0) throw new Error(`${name} failed: ${error?.message ?? String(stderr)}`);
  return seconds;
}
