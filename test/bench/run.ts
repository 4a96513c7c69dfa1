/** The benchmarks: `npm run bench [interviews]` makes its material, times the program beside what bounds it, and records ratios. */
import { linkSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BenchFormat, createCodebookText, writeInterviews } from './corpus.ts';
import { type Command, type Timing, timeCommands } from './measure.ts';
import { type Cost, measureCost } from './peak.ts';
import { recordRatios } from './record.ts';
import { timeRedraws } from './watch.ts';

const PROGRAM = 'bin/code-transcripts.js';
const BARE_REMARK = 'node_modules/.cache/bench/bare-remark.js';
const ROUNDS = 7;
const GROWTH = 10;
const NAME_WIDTH = 28;
const CACHE_FOLDER = '.code-transcripts-cache';
const DEMO = { interviews: 'fixtures/interviews', codebook: 'fixtures/golden/demo/codebook.yaml' };
const WATCHED = 'beroepskrachten/02-ouderenadviseur.txt';

const count = Number(process.argv[2] ?? 200);
const folder = mkdtempSync(join(tmpdir(), 'code-transcripts-bench-'));
const at = (name: string) => join(folder, name);
const ratios = new Map<string, number>();

try {
  const bytes = writeInterviews(at('txt'), { count, extension: 'txt' });
  for (const extension of ['md', 'marked.md'] as const) writeInterviews(at(extension), { count, extension });
  for (const terms of [50, 200, 500, 5000]) writeFileSync(at(`${terms}.yaml`), createCodebookText(terms));
  console.log(`${count} interviews, ${(bytes / 1e6).toFixed(1)} MB; ${ROUNDS} rounds, seconds of the whole process\n`);
  compare({ name: 'wc -w', run: ['sh', '-c', `LC_ALL=C cat "${at('txt')}"/* | LC_ALL=C wc -w`] }, [
    matrix('matrix of txt', 'txt', 200),
  ]);
  compare(matrix('matrix alone', 'txt', 200), [
    node('every result', PROGRAM, '-q', at('txt'), '-c', at('200.yaml'), '-o', at('coded')),
  ]);
  compare(node('bare remark-parse', BARE_REMARK, at('md')), [matrix('matrix of md', 'md', 200)]);
  compare(matrix('50 terms', 'txt', 50), [matrix('500 terms', 'txt', 500), matrix('5000 terms', 'txt', 5000)]);
  compare(node('node -e 0', '-e', '0'), [
    node('--version', PROGRAM, '--version'),
    node('--help', PROGRAM, '--help'),
    node('check, 500 terms', PROGRAM, 'check', at('500.yaml')),
    node('check, bundled', PROGRAM, 'check', 'codebooks/volunteer-support.yaml'),
    node('demo study', PROGRAM, '-q', 'fixtures/interviews', '-o', at('demo')),
  ]);
  divide('md');
  divide('marked.md');
  cache('marked.md');
  await watch();
  grow();
  recordRatios('test/bench/RESULTS.md', ratios);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function node(name: string, ...args: string[]): Command {
  return { name, run: [process.execPath, ...args] };
}

function matrix(name: string, files: string, terms: number, ...more: string[]): Command {
  return node(name, PROGRAM, 'matrix', '-q', '-f', 'csv', at(files), '-c', at(`${terms}.yaml`), ...more);
}

/** What two cores could do: two processes, each with every second file. */
function divide(files: BenchFormat): void {
  const halves = [0, 1].map((half) => {
    const part = `${half}-${files}`;
    mkdirSync(at(part));
    const names = readdirSync(at(files)).filter((_, index) => index % 2 === half);
    for (const name of names) linkSync(at(`${files}/${name}`), at(`${part}/${name}`));
    return matrix(part, part, 200)
      .run.map((word) => `"${word}"`)
      .join(' ');
  });
  const [first, second] = halves;
  compare({ name: `${files} in two processes`, run: ['sh', '-c', `${first} & ${second} && wait $!`] }, [
    matrix(`${files}, --jobs 2`, files, 200, '--jobs', '2'),
    matrix(`${files}, --jobs 1`, files, 200, '--jobs', '1'),
  ]);
}

/** A second run beside one that keeps nothing. Throws when an unchanged file is read again, for then it is kept anew. */
function cache(files: BenchFormat): void {
  const second = matrix(`${files}, second --cache`, files, 200, '--cache');
  const folder = at(`${files}/${CACHE_FOLDER}`);
  const listEntries = () => readdirSync(folder).map((name) => `${name} ${statSync(join(folder, name)).mtimeMs}`);
  timeCommands([second], 1);
  const kept = listEntries();
  compare(matrix(`${files}, no cache`, files, 200), [second]);
  if (kept.length < count || kept.join() !== listEntries().join())
    throw new Error(`Unexpected change of ${folder}, expected that unchanged files are not read again`);
}

async function watch(): Promise<void> {
  const options = { program: PROGRAM, study: DEMO, folder: at('watched'), rounds: ROUNDS };
  const { transcript, codebook } = await timeRedraws(WATCHED, options);
  for (const [what, { median, least, most }] of Object.entries({ transcript, codebook })) {
    const [middle, from, to] = [median, least, most].map((seconds) => 1000 * seconds) as [number, number, number];
    ratios.set(`--watch, ms from a saved ${what} to the matrix`, middle);
    console.log(
      `${`--watch, saved ${what}`.padEnd(NAME_WIDTH)} ${middle.toFixed(0)} ms  (${from.toFixed(0)}–${to.toFixed(0)})`,
    );
  }
  console.log('');
}

/** What ten times as many interviews take: memory should hardly grow, and time by ten. */
function grow(): void {
  writeInterviews(at('many'), { count: count * GROWTH, extension: 'txt' });
  const jobs: [string, (files: string) => string[]][] = [
    ['matrix', (files) => ['matrix', '-q', '-f', 'csv', at(files)]],
    ['frequencies', (files) => ['frequencies', '-q', '-f', 'csv', at(files)]],
    ['every result', (files) => ['-q', at(files), '-o', at('grown')]],
  ];
  for (const [name, argumentsOf] of jobs) {
    const [few, many] = ['txt', 'many'].map((files) =>
      measureCost([PROGRAM, ...argumentsOf(files), '-c', at('200.yaml')]),
    ) as [Cost, Cost];
    ratios.set(`${name}, MB of memory for ${count * GROWTH}`, many.megabytes);
    ratios.set(`${name}, memory of ${GROWTH} × the interviews`, many.megabytes / few.megabytes);
    ratios.set(`${name}, time a word of ${GROWTH} × the interviews`, many.seconds / few.seconds / GROWTH);
    for (const [interviews, cost] of [
      [count, few],
      [count * GROWTH, many],
    ] as const)
      console.log(
        `${name.padEnd(14)} ${String(interviews).padStart(6)} interviews  ${cost.megabytes.toFixed(0)} MB  ${cost.seconds.toFixed(2)} s of the processor`,
      );
  }
}

/** Prints one line a command, and keeps its ratio to the bound. */
function compare(bound: Command, commands: Command[]): void {
  const all = [bound, ...commands];
  const timings = timeCommands(all, ROUNDS);
  const base = timings[0]?.median ?? 1;
  all.forEach(({ name }, index) => {
    const { median, least, most } = timings[index] as Timing;
    const ratio = median / base;
    if (index > 0) ratios.set(`${name} : ${bound.name}`, ratio);
    console.log(
      `${name.padEnd(NAME_WIDTH)} ${median.toFixed(3)}  (${least.toFixed(3)}–${most.toFixed(3)})  ${ratio.toFixed(2)} ×`,
    );
  });
  console.log('');
}
