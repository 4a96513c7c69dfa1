/** The benchmarks: `npm run bench` makes its material, times the program beside what bounds it, and prints ratios. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createCodebookText, writeInterviews } from './corpus.ts';
import { type Command, type Timing, timeCommands } from './measure.ts';

const PROGRAM = 'bin/code-transcripts.js';
const ROUNDS = 7;

const node = (name: string, ...args: string[]): Command => ({ name, run: [process.execPath, ...args] });

const folder = mkdtempSync(join(tmpdir(), 'code-transcripts-bench-'));
try {
  const bytes = writeInterviews(join(folder, 'txt'), { count: 200, extension: 'txt' });
  for (const terms of [50, 500, 5000]) writeFileSync(join(folder, `${terms}.yaml`), createCodebookText(terms));
  const codebook = (terms: number) => join(folder, `${terms}.yaml`);
  const matrix = (terms: number) =>
    node(`matrix, ${terms} terms`, PROGRAM, 'matrix', '-q', '-f', 'csv', join(folder, 'txt'), '-c', codebook(terms));
  console.log(`200 interviews, ${(bytes / 1e6).toFixed(1)} MB; ${ROUNDS} rounds, seconds of the whole process\n`);
  printRatios([matrix(50), matrix(500), matrix(5000)]);
  printRatios([
    node('node -e 0', '-e', '0'),
    node('--version', PROGRAM, '--version'),
    node('check, 500 terms', PROGRAM, 'check', codebook(500)),
    node('check, bundled codebook', PROGRAM, 'check', 'codebooks/volunteer-support.yaml'),
    node('demo study', PROGRAM, 'fixtures/interviews', '-o', join(folder, 'coded')),
  ]);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** One line a command; the ratio is to the first of them. */
function printRatios(commands: Command[]): void {
  const timings = timeCommands(commands, ROUNDS);
  const base = timings[0]?.median ?? 1;
  const line = ({ name }: Command, { median, least, most }: Timing) =>
    `${name.padEnd(26)} ${median.toFixed(3)}  (${least.toFixed(3)}–${most.toFixed(3)})  ${(median / base).toFixed(2)} ×`;
  commands.forEach((command, at) => {
    console.log(line(command, timings[at] as Timing));
  });
  console.log('');
}
