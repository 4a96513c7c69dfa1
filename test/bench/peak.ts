/** Measures what a whole process takes of memory and of the processor, which is not disturbed by what else the machine does. */
import { spawnSync } from 'node:child_process';

export interface Cost {
  /** The most memory that the process had, in MB. */
  megabytes: number;
  /** Of the processor, in all threads and in the system. */
  seconds: number;
}

/** Runs in the process itself, and prints as its last line what it took. */
const PROBE = `process.on('exit', () => {
  const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage();
  process.stderr.write('\\n' + JSON.stringify([maxRSS / 1024, (userCPUTime + systemCPUTime) / 1e6]));
});`;

/** Of one run of a program of Node; what it starts itself is not counted. Throws when it fails. */
export function measureCost(args: readonly string[]): Cost {
  const probe = `data:text/javascript,${encodeURIComponent(PROBE)}`;
  const options = { stdio: ['ignore', 'ignore', 'pipe'] as ('ignore' | 'pipe')[], maxBuffer: 2 ** 28 };
  const { status, stderr, error } = spawnSync(process.execPath, ['--import', probe, ...args], options);
  const told = String(stderr);
  if (status !== 0) throw new Error(`${args.join(' ')} failed: ${error?.message ?? told}`);
  const [megabytes, seconds] = JSON.parse(told.slice(told.lastIndexOf('\n') + 1)) as [number, number];
  return { megabytes, seconds };
}
