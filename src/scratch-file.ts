/** A file for this process alone, that has no name and is gone with it, however it ends. */
import { closeSync, mkdtempSync, openSync, readSync, rmdirSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface ScratchFile {
  append(bytes: Uint8Array): void;
  /** So many bytes from an offset on, which were appended before. */
  read(start: number, length: number): Buffer;
  close(): void;
}

/** In the folder for temporary files, where nobody else can look into it. Throws where that cannot be written. */
export function openScratch(): ScratchFile {
  const folder = mkdtempSync(join(tmpdir(), 'code-transcripts-scratch-'));
  const path = join(folder, 'scratch');
  let file: number;
  try {
    file = openSync(path, 'wx+', 0o600);
  } finally {
    // A file that is open stays until it is closed; Windows takes its name then.
    rmSync(path, { force: true });
    removeFolder(folder);
  }
  return {
    append(bytes) {
      for (let from = 0; from < bytes.length; ) from += writeSync(file, bytes, from);
    },
    read: (start, length) => readWhole(file, start, length),
    close: () => closeSync(file),
  };
}

function readWhole(file: number, start: number, length: number): Buffer {
  const bytes = Buffer.allocUnsafe(length);
  for (let done = 0; done < length; ) {
    const read = readSync(file, bytes, done, length - done, start + done);
    if (read === 0) throw new Error('the temporary file has become shorter');
    done += read;
  }
  return bytes;
}

/** An empty one that stays, as it may under Windows, does no harm. */
function removeFolder(folder: string): void {
  try {
    rmdirSync(folder);
  } catch {
    // It is in use for as long as the file is open.
  }
}
