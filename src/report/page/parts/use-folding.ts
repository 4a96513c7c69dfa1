/** Which subcodes are hidden below their codes. */
import { useState } from 'preact/hooks';
import type { Row } from '../../../model.ts';

export interface Folding {
  hides(row: Row): boolean;
  /** Whether the subcodes of a row are hidden; undefined for a row without any. */
  isFolded(row: Row): boolean | undefined;
  toggle(row: Row): void;
}

/** With more codes than this only the top level is open at first. */
const MANY_CODES = 60;

export function useFolding(rows: readonly Row[], codes: number): Folding {
  const parents = new Set(
    rows.flatMap((row, index) => ((rows[index + 1]?.depth ?? 0) > (row.depth ?? 0) && !row.directly ? [row.code] : [])),
  );
  const [folded, setFolded] = useState<ReadonlySet<string | undefined>>(codes > MANY_CODES ? parents : new Set());
  const hidden = new Set<Row>();
  let limit = Number.POSITIVE_INFINITY;
  for (const row of rows) {
    const depth = row.depth ?? 0;
    if (depth > limit && row.kind === 'body') hidden.add(row);
    else limit = folded.has(row.code) && parents.has(row.code) ? depth : Number.POSITIVE_INFINITY;
  }
  return {
    hides: (row) => hidden.has(row),
    isFolded: (row) => (parents.has(row.code) && !row.directly ? folded.has(row.code) : undefined),
    toggle: ({ code }) => {
      const next = new Set(folded);
      if (!next.delete(code)) next.add(code);
      setFolded(next);
    },
  };
}
