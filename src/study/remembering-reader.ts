/** Reads files again only when their bytes have changed since the last time. */
import type { SourceFile } from '../containers/source-file.ts';
import type { ReadOptions, Source } from '../transcript/source.ts';
import { hashBytes } from './run-file.ts';
import type { FileReader } from './source-reader.ts';

/** Bytes of files of which it remembers what was read: sources take several times that. */
const MOST_BYTES = 64 * 2 ** 20;

interface Memory {
  sha256: string;
  bytes: number;
  source: Source | undefined;
}

/** To be asked with the same options always. */
export class RememberingReader implements FileReader {
  #reader: FileReader;
  #memories = new Map<string, Memory>();
  #bytes = 0;

  constructor(reader: FileReader) {
    this.#reader = reader;
  }

  async read(file: SourceFile, options?: ReadOptions): Promise<Source | undefined> {
    const sha256 = hashBytes(file.bytes);
    const known = this.#memories.get(file.path);
    const source = known?.sha256 === sha256 ? known.source : await this.#reader.read(file, options);
    this.#forget(file.path);
    this.#remember(file, { sha256, bytes: file.bytes.length, source });
    // Who reads it adds to its variables.
    return source && { ...source, frontMatter: { ...source.frontMatter } };
  }

  end(): void {
    this.#reader.end();
  }

  #forget(path: string): void {
    this.#bytes -= this.#memories.get(path)?.bytes ?? 0;
    this.#memories.delete(path);
  }

  /** What has no room is read each time. */
  #remember({ path }: SourceFile, memory: Memory): void {
    if (this.#bytes + memory.bytes > MOST_BYTES) return;
    this.#memories.set(path, memory);
    this.#bytes += memory.bytes;
  }
}
