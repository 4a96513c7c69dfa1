/** Times how long `--watch` takes from a saved file to the new matrix. */
import { spawn } from 'node:child_process';
import { appendFileSync, cpSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { summarize, type Timing } from './measure.ts';

/** People do not save twice in a moment; the program has come to rest by then. */
const PAUSE_MS = 300;

export interface WatchOptions {
  program: string;
  /** A folder of transcripts, and a codebook; both are copied. */
  study: { interviews: string; codebook: string };
  /** Is made. */
  folder: string;
  rounds: number;
}

/** In seconds, from saving one transcript and from saving the codebook, in turn. */
export async function timeRedraws(
  transcript: string,
  { program, study, folder, rounds }: WatchOptions,
): Promise<Record<'transcript' | 'codebook', Timing>> {
  const at = (name: string) => join(folder, name);
  cpSync(study.interviews, at('interviews'), { recursive: true });
  cpSync(study.codebook, at('codebook.yaml'));
  const args = [program, at('interviews'), '--watch', '-c', at('codebook.yaml'), '-o', at('coded')];
  const watching = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'] });
  const ended = new Promise<never>((_, reject) => watching.once('exit', () => reject(new Error('--watch ended'))));
  ended.catch(() => {});
  const drawn = () => Promise.race([ended, new Promise((resolve) => watching.stdout.once('data', resolve))]);
  const seconds = { transcript: [] as number[], codebook: [] as number[] };
  const save = async (what: 'transcript' | 'codebook', path: string, line: string) => {
    await sleep(PAUSE_MS);
    const start = process.hrtime.bigint();
    appendFileSync(path, line);
    await drawn();
    seconds[what].push(Number(process.hrtime.bigint() - start) / 1e9);
  };
  try {
    watching.stderr.resume();
    await drawn();
    for (let round = 0; round < rounds; round++) {
      await save(
        'transcript',
        at(`interviews/${transcript}`),
        `\nR: Dat was lastig, en dat werd niet beter ${round}.\n`,
      );
      await save('codebook', at('codebook.yaml'), `# ${round}\n`);
    }
  } finally {
    watching.kill('SIGINT');
  }
  return { transcript: summarize(seconds.transcript), codebook: summarize(seconds.codebook) };
}
