/** Keeps what was read of costly files in a folder beside the study, so that a second run does not read them again. */
import { createHash, randomBytes } from 'node:crypto';
import { basename, dirname, join } from 'node:path';
import type { SourceFile } from '../containers/source-file.ts';
import type { Io } from '../io.ts';
import { isError } from '../text/messages.ts';
import { findFormat } from '../transcript/formats/index.ts';
import type { ReadOptions, Source } from '../transcript/source.ts';
import { version } from '../version.ts';
import { type PackedSource, packSource, unpackSource } from './packed-source.ts';
import { hashBytes } from './run-file.ts';
import type { FileReader } from './source-reader.ts';

/** Bytes of all entries together. */
const MOST_BYTES = 512 * 2 ** 20;
/** What goes when there are more, so that it does not happen at every further entry. */
const SHARE_KEPT = 0.9;

const ENTRY = /^[0-9a-f]{64}\.json(?:\.[0-9a-f]{8}\.partial)?$/;

export interface CacheOptions {
  /** Made when there is something to keep; the folder around it has to be there. */
  folder: string;
  io: Io;
  /** Called once, with the system's words, when nothing can be kept. */
  onFailure: (reason: string) => void;
  mostBytes?: number;
}

/**
 * A reader that asks another one only for what it has not kept. The name of an entry is a hash of all that the outcome depends
 * on: the program, the file's path and bytes, and how it is to be read. An entry that was damaged does not fit its checksum
 * and counts as missing. Files that could not be read are not kept, nor those of formats that are read as fast as an entry.
 */
export class CachingReader implements FileReader {
  #reader: FileReader;
  #options: CacheOptions;
  #program: string;
  /** Bytes that may still be added; unknown before the first entry is. */
  #room: number | undefined;
  #hasFailed = false;

  /** `readingProgram` stands for the program, since its bytes name all the others. Touches nothing before a file is read. */
  constructor(reader: FileReader, readingProgram: string, options: CacheOptions) {
    this.#reader = reader;
    this.#options = options;
    this.#program = `${version} ${hashBytes(options.io.readBytes(readingProgram))}`;
  }

  async read(file: SourceFile, options: ReadOptions = {}): Promise<Source | undefined> {
    if (!isSlow(file)) return this.#reader.read(file, options);
    const name = `${hashText(JSON.stringify([this.#program, file.path, options, hashBytes(file.bytes)]))}.json`;
    const kept = this.#find(name);
    if (kept) return kept;
    const source = await this.#reader.read(file, options);
    if (source && !source.messages.some(isError)) this.#keep(name, source);
    return source;
  }

  end(): void {
    this.#reader.end();
  }

  #find(name: string): Source | undefined {
    try {
      const [checksum, content = ''] = Buffer.from(this.#options.io.readBytes(`${this.#options.folder}/${name}`))
        .toString('utf8')
        .split('\n');
      return checksum === hashText(content) ? unpackSource(JSON.parse(content) as PackedSource) : undefined;
    } catch {
      return undefined;
    }
  }

  #keep(name: string, source: Source): void {
    if (this.#hasFailed) return;
    const { io, folder } = this.#options;
    const path = `${folder}/${name}`;
    const partial = `${path}.${randomBytes(4).toString('hex')}.partial`;
    try {
      this.#room ??= this.#open();
      const json = JSON.stringify(packSource(source));
      const content = Buffer.from(`${hashText(json)}\n${json}`);
      this.#room -= content.length;
      if (this.#room < 0) this.#room = this.#makeRoom(content.length);
      if (this.#room < 0) return;
      io.writeFile(partial, content);
      io.rename(partial, path);
    } catch (error) {
      this.#hasFailed = true;
      this.#options.onFailure((error as Error).message.split(',')[0] ?? '');
      removeQuietly(partial, io);
    }
  }

  /** Makes the folder and gives the room in it. Throws where it cannot be made or leads elsewhere. */
  #open(): number {
    const { io, folder } = this.#options;
    if (io.kindOf(folder) === undefined) io.makePrivateFolder(folder);
    // Nothing is written, and nothing deleted, where a link of a stranger leads.
    if (io.truePath(folder) !== join(io.truePath(dirname(folder)), basename(folder)))
      throw new Error('it is a link to another folder');
    const ignore = `${folder}/.gitignore`;
    if (io.kindOf(ignore) === undefined) io.writeFile(ignore, '*\n');
    return this.#makeRoom(0);
  }

  /** Removes the oldest entries where there are too many bytes, and gives the room after `bytes` more. */
  #makeRoom(bytes: number): number {
    const { io, folder, mostBytes = MOST_BYTES } = this.#options;
    const entries = io.listFolder(folder).flatMap(({ name }) => {
      const path = `${folder}/${name}`;
      const stamp = ENTRY.test(name) ? io.stampOf(path) : undefined;
      return stamp ? [{ path, ...stamp }] : [];
    });
    let total = entries.reduce((sum, entry) => sum + entry.bytes, bytes);
    if (total <= mostBytes) return mostBytes - total;
    entries.sort((a, b) => a.written - b.written || (a.path < b.path ? -1 : 1));
    for (const entry of entries) {
      if (total <= mostBytes * SHARE_KEPT) break;
      io.remove(entry.path);
      total -= entry.bytes;
    }
    return mostBytes - total;
  }
}

function isSlow({ path, bytes }: SourceFile): boolean {
  const format = findFormat(path);
  return format?.isSlow?.(bytes) ?? format?.isolated !== undefined;
}

function removeQuietly(path: string, io: Io): void {
  try {
    io.remove(path);
  } catch {
    // It was never made.
  }
}

const hashText = (text: string): string => createHash('sha256').update(text).digest('hex');
