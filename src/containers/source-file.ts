/** A file as bytes, whatever is in it. */

export interface SourceFile {
  /** Relative to the working folder, with `/`. */
  path: string;
  bytes: Uint8Array;
}
