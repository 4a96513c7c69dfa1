/** Tells which of the paths of a comparison hold codings, and which transcripts. */
import { AUTOMATIC_CODER } from '../../coding/code-transcript.ts';
import { canHoldCodings } from '../../exchange/index.ts';
import type { Io } from '../../io.ts';
import { UsageError } from '../usage-error.ts';

export interface ComparisonPaths {
  /** Files of codings; `auto` stands for the program's own. */
  sources: string[];
  /** Transcripts, or folders with transcripts. */
  paths: string[];
}

/** Tables may be either: of the first two they are codings, further on transcripts. Throws a usage error for what cannot be compared. */
export function splitSources(given: readonly string[], io: Pick<Io, 'kindOf' | 'truePath'>): ComparisonPaths {
  const isSource = (path: string, at: number) =>
    path === AUTOMATIC_CODER ||
    (io.kindOf(path) !== 'folder' && canHoldCodings(path) && (at < 2 || ONLY_CODINGS.test(path)));
  const end = given.findIndex((path, at) => !isSource(path, at));
  const sources = end < 0 ? [...given] : given.slice(0, end);
  const paths = end < 0 ? [] : given.slice(end);
  const [first] = paths;
  if (sources.length === 0)
    throw new UsageError(
      `Unexpected ${first}, expected codings to compare`,
      'such as codings.jsonl, a project (.qdpx), or auto for the codings of the program; transcripts come after them',
    );
  const late = paths.find((path) => path === AUTOMATIC_CODER || ONLY_CODINGS.test(path));
  if (late !== undefined) throw new UsageError(`Unexpected ${late} behind transcripts`, 'name all codings first');
  const known = new Set<string>();
  for (const source of sources) {
    const place = source === AUTOMATIC_CODER || io.kindOf(source) === undefined ? source : io.truePath(source);
    if (known.has(place)) throw new UsageError(`${source} is named twice`, 'a coder cannot be compared with itself');
    known.add(place);
  }
  return { sources, paths };
}

const ONLY_CODINGS = /\.(?:jsonl|qdpx)$/i;
