/** The public interface for programs; the command line is in cli.ts. */
export { readCodebook } from './codebook/read-codebook.ts';
export { type CodingOptions, TranscriptCoder } from './coding/code-transcript.ts';
export { termKinds } from './coding/terms/index.ts';
export type * from './model.ts';
export type { Analysis, Fold, TableOptions } from './tables/analysis.ts';
export { analyses } from './tables/index.ts';
export { buildTranscript } from './transcript/build-transcript.ts';
export { applyConventions } from './transcript/conventions/index.ts';
export { findFormat, formats } from './transcript/formats/index.ts';
export { countLabels } from './transcript/speakers.ts';
export { version } from './version.ts';
