/** The file of known findings of a check: read, compared with, written. */
import type { Io } from '../io.ts';
import { applyBaseline, type Baseline, createBaseline, parseBaseline } from '../lint/baseline.ts';
import type { Lint } from '../lint/run.ts';
import type { CheckedCodebook } from './check-codebook.ts';
import { writeTableFile } from './table-file.ts';
import { UsageError } from './usage-error.ts';

/** The codebooks without their known findings; says how many are known and which are gone. */
export function leaveOutKnown(checked: readonly CheckedCodebook[], path: string, io: Io): CheckedCodebook[] {
  const baseline = readBaseline(path, io);
  const books = checked.map((book) => book.path);
  const found = checked.flatMap((book) => book.found);
  const { fresh, stale } = applyBaseline(found, baseline, books);
  const known = found.length - fresh.length;
  if (known > 0) io.err(`${known} known ${known === 1 ? 'finding' : 'findings'} left out (${path})\n`);
  if (stale.length > 0) {
    const rules = [...new Set(stale.map(({ rule }) => rule))].join(', ');
    const count = stale.length === 1 ? '1 known finding is' : `${stale.length} known findings are`;
    io.err(`${count} gone from the codebook: ${rules} (write ${path} again with --write-baseline)\n`);
  }
  const isFresh = new Set<Lint>(fresh);
  return checked.map((book) => ({ ...book, found: book.found.filter((lint) => isFresh.has(lint)) }));
}

/** Writes all findings as known. Throws a usage error when the place is a codebook or transcript that was read. */
export function writeKnown(checked: readonly CheckedCodebook[], path: string, io: Io): void {
  const baseline = createBaseline(checked.flatMap(({ found }) => found));
  const inputs = new Set(checked.flatMap((book) => book.inputs));
  writeTableFile(path, `${JSON.stringify(baseline, null, 2)}\n`, { inputs }, io);
  const count = baseline.findings.reduce((sum, finding) => sum + finding.count, 0);
  io.err(`${count} ${count === 1 ? 'finding' : 'findings'} written to ${path} as known\n`);
}

function readBaseline(path: string, io: Io): Baseline {
  if (io.kindOf(path) !== 'file') throw new UsageError(`No such baseline: ${path}`, 'make one with --write-baseline');
  const baseline = parseBaseline(new TextDecoder().decode(io.readBytes(path)));
  if (!baseline)
    throw new UsageError(`Unexpected content of ${path}, expected a baseline`, 'make one with --write-baseline');
  return baseline;
}
