/** The process in which files from strangers are read: answers each file with its source, and never outlives the program. */
import { isMainThread, Worker } from 'node:worker_threads';
import type { Question } from './study/reading-pool.ts';

const LOOK_EVERY_MS = 500;
/** Of the whole process; what is not JavaScript's heap has no other limit. */
const MOST_BYTES = 2 * 2 ** 30;

if (isMainThread) void serve();
else watch(process.ppid);

async function serve(): Promise<void> {
  new Worker(new URL(import.meta.url)).unref();
  const { readSource } = await import('./study/read-source.ts');
  const { packSource } = await import('./study/packed-source.ts');
  process.on('message', async ({ file, options }: Question) => {
    process.send?.({ source: packSource(await readSource(file, options)) });
  });
}

/** Looks on from a thread, since a reader that spins cannot look itself: ends the process when its parent is gone or it grows too large. */
function watch(parent: number): void {
  setInterval(() => {
    if (!isAlive(parent) || process.memoryUsage.rss() > MOST_BYTES) process.kill(process.pid, 'SIGKILL');
  }, LOOK_EVERY_MS);
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
