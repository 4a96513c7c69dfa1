/** Keeps the ratios of every run in a table, so that a step back is seen in one look. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';

const TITLE = `# Benchmarks

Each column is a ratio of medians of whole processes in one run of \`npm run bench\`: the program's time by that of its bound, or what ten times
as many interviews take by what these take, or has its unit in its name. Smaller is better; **▲** marks a number that is more than 20 % above the one before it in the table.
`;
const REGRESSION = 1.2;

/** Appends a row to the table in `path`, with the columns in the order of the ratios; a new table begins where they differ. */
export function recordRatios(path: string, ratios: ReadonlyMap<string, number>): void {
  const old = existsSync(path) ? readFileSync(path, 'utf8').trimEnd() : TITLE.trimEnd();
  const header = `| date | machine | ${[...ratios.keys()].join(' | ')} |`;
  const rows = old.split('\n');
  const lastHeader = rows.findLast((row) => row.startsWith('| date '));
  const last = lastHeader === header ? rows.at(-1) : undefined;
  const before = last?.startsWith('| 20')
    ? last
        .split('|')
        .slice(3, -1)
        .map((cell) => Number.parseFloat(cell))
    : [];
  const cells = [...ratios.values()].map((ratio, at) => {
    const mark = ratio > (before[at] ?? Number.POSITIVE_INFINITY) * REGRESSION ? ' **▲**' : '';
    return `${ratio.toFixed(2)}${mark}`;
  });
  const row = `| ${new Date().toISOString().slice(0, 10)} | ${describeMachine()} | ${cells.join(' | ')} |`;
  const table = last === undefined ? ['', header, header.replace(/[^|]+/g, ' --- '), row] : [row];
  writeFileSync(path, `${[old, ...table].join('\n')}\n`);
}

function describeMachine(): string {
  const cores = cpus();
  const model = (cores[0]?.model ?? 'unknown').replace(/\s+/g, ' ').replaceAll('|', '/').trim();
  return `${cores.length} × ${model}, Node ${process.versions.node}`;
}
