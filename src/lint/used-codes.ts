/** Which codes are used in transcripts, by themselves or by a subcode. */
import type { CodeUse } from './codebook-use.ts';

/** Ids of codes with a coded segment of their own or below them. */
export function listUsedBelow(codes: readonly CodeUse[]): ReadonlySet<string> {
  const used = new Set<string>();
  // Parents come before their subcodes, so that from the end every subcode is known before its parent.
  for (const { code, segments } of codes.toReversed()) {
    if (segments.length > 0 || code.codes.some(({ id }) => used.has(id))) used.add(code.id);
  }
  return used;
}
