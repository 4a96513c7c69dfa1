/** Writes a part line by line, whole or not at all. */
import { createHash } from 'node:crypto';
import type { Io } from '../../io.ts';
import { PartialFile } from '../partial-file.ts';
import type { PartEnd, PartHeader, PartLine } from './part-format.ts';

export class PartWriter {
  #file: PartialFile;
  #hash = createHash('sha256');
  #lines = 0;

  /** Throws a usage error where it cannot be written, as do the others. */
  constructor(path: string, header: PartHeader, io: Io) {
    this.#file = new PartialFile(path, io);
    this.#write(header);
  }

  add(line: PartLine): void {
    this.#lines++;
    this.#write(line);
  }

  /** Writes the end. */
  settle(): void {
    const end: PartEnd = { lines: this.#lines, sha256: this.#hash.digest('hex') };
    this.#file.write(toLine(end));
    this.#file.settle();
  }

  finish(): void {
    this.#file.finish();
  }

  abandon(): void {
    this.#file.abandon();
  }

  #write(value: PartHeader | PartLine): void {
    const line = toLine(value);
    this.#hash.update(line);
    this.#file.write(line);
  }
}

const toLine = (value: object): Uint8Array => Buffer.from(`${JSON.stringify(value)}\n`);
