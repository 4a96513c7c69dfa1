/** Keeps what was read until it is coded: speaker labels are recognised over the whole study, so all is read before. */
import type { SourceFile } from '../containers/source-file.ts';
import type { Io } from '../io.ts';
import { applyConventions } from '../transcript/conventions/index.ts';
import { findFormat } from '../transcript/formats/index.ts';
import type { ReadOptions, Source } from '../transcript/source.ts';
import { refuseSource } from './read-source.ts';
import { hashBytes } from './run-file.ts';
import type { FileReader } from './source-reader.ts';

/** Bytes of files whose sources stay in memory; further ones are read a second time, so that memory does not grow with the study. */
export const MOST_KEPT_BYTES = 16 * 2 ** 20;

/** Gives the source of one file when it is coded. Never throws: a file that has changed meanwhile gives a source with an error. */
export type LoadSource = () => Promise<Source>;

export interface KeepOptions {
  reader: Pick<FileReader, 'read'>;
  room?: number;
}

interface Forgotten {
  path: string;
  sha256: string;
  isPlain: boolean;
}

export class KeptSources {
  #io: Pick<Io, 'readBytes' | 'spareMemory'>;
  #options: ReadOptions;
  #reader: Pick<FileReader, 'read'>;
  #room: number;

  /** `reader` is asked a second time for what was not kept. */
  constructor(
    io: Pick<Io, 'readBytes' | 'spareMemory'>,
    options: ReadOptions,
    { reader, room = MOST_KEPT_BYTES }: KeepOptions,
  ) {
    this.#reader = reader;
    this.#io = io;
    this.#options = options;
    this.#room = room;
  }

  /**
   * `source` is what was read of the file, conventions applied; `isPlain` if they had nothing to change. What took a process of
   * its own is never read twice.
   */
  keep({ path, bytes }: SourceFile, source: Source, { sha256 = hashBytes(bytes), isPlain = false } = {}): LoadSource {
    const hadRoom = this.#room >= 0;
    this.#room -= bytes.length;
    if (hadRoom && this.#room < 0) this.#io.spareMemory();
    if (findFormat(path)?.isolated?.(bytes)) return hold(source);
    const readAgain = this.#forget({ path, sha256, isPlain });
    return this.#room >= 0 ? holdOnce(source, readAgain) : readAgain;
  }

  /** A function of its own: one that is made where the source is would hold it. */
  #forget(forgotten: Forgotten): LoadSource {
    return () => this.#readAgain(forgotten);
  }

  async #readAgain({ path, sha256, isPlain }: Forgotten): Promise<Source> {
    const changed = () =>
      refuseSource(path, 'The file changed while it was read', 'run again when nothing writes to it');
    try {
      const bytes = this.#io.readBytes(path);
      if (hashBytes(bytes) !== sha256) return changed();
      const source = await this.#reader.read({ path, bytes }, this.#options);
      if (!source) return changed();
      return isPlain ? source : applyConventions(source, path);
    } catch {
      return changed();
    }
  }
}

/** Once it is coded it is hardly asked for again, and the room is needed for what is counted. */
function holdOnce(source: Source, readAgain: LoadSource): LoadSource {
  let held: Source | undefined = source;
  return () => {
    const given = held;
    held = undefined;
    return given ? Promise.resolve(given) : readAgain();
  };
}

/** A function of its own: one that is made beside it would hold the source as well. */
function hold(source: Source): LoadSource {
  return () => Promise.resolve(source);
}
