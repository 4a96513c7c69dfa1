/** Files that lie beside transcripts or are named in their place. */

/** Files beside transcripts that are known and not transcripts. */
export const NO_TRANSCRIPTS = /^(?:readme|license|licence|changelog|contributing)(?:\.|$)/i;
export const KNOWN_OTHERS = /\.(?:ya?ml|jsonl?|qdpx|qdc)$/i;
/** Tables are of many kinds: one in a folder must look like a transcript, one that is named need not. */
export const TABLES = /\.(?:csv|tsv|tab|xlsx)$/i;

/** What to do with a file that was named as a transcript and is none. */
export function adviseOn(path: string): string {
  // A project is more than transcripts.
  if (/\.qdpx$/i.test(path)) return 'import it into a folder, and name that';
  if (/\.jsonl$/i.test(path)) return 'name the transcripts, and the codings with --codings';
  if (/\.ya?ml$/i.test(path)) return 'name the transcripts, and the codebook with --codebook';
  return 'save the transcript as text or Markdown';
}
