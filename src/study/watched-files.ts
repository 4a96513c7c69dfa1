/** Which files a study is made of, and whether they have changed: those that a run read, and those that it might read. */
import { dirname } from 'node:path';
import type { FileStamp, Io } from '../io.ts';
import { TABLE_EXTENSIONS } from '../transcript/formats/table-file.ts';
import { CONFIG_FILE } from './config-file.ts';
import { LOCK_FILE, listResults } from './listed-results.ts';
import { FILE_NAMES } from './load-codebook.ts';
import { RUN_FILE } from './run-file.ts';
import { PARTIAL } from './write-whole.ts';

/** By their true paths. */
export type Stamps = ReadonlyMap<string, FileStamp>;

/** Of the paths in it, that are true ones. */
export interface FileChanges {
  changed: string[];
  added: string[];
  removed: string[];
}

/** Names that mean something beside a transcript or in the working folder. */
const NEIGHBOURS = [...FILE_NAMES, CONFIG_FILE, ...TABLE_EXTENSIONS.map((extension) => `documents${extension}`)];

export class WatchedFiles {
  #paths: string[];
  #output: string;
  #io: Io;
  /** Files that the last run read, as they were then. */
  #read = new Map<string, FileStamp>();
  /** Files that any run read. */
  #known = new Set<string>();
  /** Folders of which no file is an input. */
  #outside: string[] = [];

  /** The paths that were given, and the output folder, which changes with every run. */
  constructor(paths: string[], output: string, io: Io) {
    this.#paths = paths;
    this.#output = output;
    this.#io = io;
  }

  /** The same door, that takes note of what one run reads. */
  record(io: Io): Io {
    this.#read = new Map();
    const readBytes = (path: string): Uint8Array => {
      const stamp = io.stampOf(path);
      const place = io.truePath(path);
      if (stamp && this.#isInput(place)) {
        this.#read.set(place, stamp);
        this.#known.add(place);
      }
      return io.readBytes(path);
    };
    return { ...io, readBytes };
  }

  /** With what the last run read that was not looked at before it. */
  complete(before: Stamps): Stamps {
    return new Map([...this.#read, ...before]);
  }

  /** How all files are now, and the folders that they lie in. */
  look(): { stamps: Stamps; folders: Set<string> } {
    this.#outside = [this.#output, this.#io.reportProgram].map((folder) => this.#io.truePath(folder));
    const stamps = new Map<string, FileStamp>();
    const folders = new Set<string>();
    const add = (path: string) => {
      const stamp = this.#io.stampOf(path);
      const place = this.#io.truePath(path);
      if (stamp && this.#isInput(place)) stamps.set(place, stamp);
      return dirname(place);
    };
    for (const path of this.#paths) if (this.#io.kindOf(path) === 'folder') this.#walk(path, folders, add);
    const files = this.#paths.filter((path) => this.#io.kindOf(path) !== 'folder');
    const named = [...files, ...this.#known].map(add);
    for (const folder of new Set([this.#io.truePath('.'), ...named])) {
      folders.add(folder);
      for (const name of NEIGHBOURS) add(`${folder}/${name}`);
    }
    for (const folder of this.#outside) folders.delete(folder);
    return { stamps, folders };
  }

  /** What the search for transcripts passes over is passed over here. */
  #walk(folder: string, folders: Set<string>, add: (path: string) => void): void {
    const place = this.#io.truePath(folder);
    if (folders.has(place)) return;
    folders.add(place);
    const entries = this.#list(folder);
    const names = entries.map(({ name }) => name);
    const results = listResults(folder, names, this.#io);
    for (const { name, kind } of entries) {
      const path = `${folder}/${name}`;
      if (name.startsWith('.') || name === 'node_modules' || name.endsWith(PARTIAL) || results?.has(name)) continue;
      if (results && name === RUN_FILE) continue;
      if (kind === 'folder') this.#walk(path, folders, add);
      else if (kind === 'file') add(path);
    }
  }

  #list(folder: string) {
    try {
      return this.#io.listFolder(folder);
    } catch {
      return [];
    }
  }

  /** Nothing that the program writes, and none of its own files. */
  #isInput(place: string): boolean {
    const name = place.slice(Math.max(place.lastIndexOf('/'), place.lastIndexOf('\\')) + 1);
    if (name === RUN_FILE || name === LOCK_FILE) return false;
    return !this.#outside.some((folder) => place.startsWith(`${folder}/`) || place.startsWith(`${folder}\\`));
  }
}

/** Nothing when all are the same. */
export function compareStamps(before: Stamps, after: Stamps): FileChanges | undefined {
  const changed = [...after].filter(([path, stamp]) => {
    const old = before.get(path);
    return old && (old.bytes !== stamp.bytes || old.written !== stamp.written);
  });
  const added = [...after.keys()].filter((path) => !before.has(path));
  const removed = [...before.keys()].filter((path) => !after.has(path));
  if (changed.length + added.length + removed.length === 0) return undefined;
  return { changed: changed.map(([path]) => path), added, removed };
}
