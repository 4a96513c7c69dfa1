/** Finds the transcripts that paths mean: files as they are, folders with all their sub-folders, in one stable order. */
import type { Io } from '../io.ts';
import type { Message } from '../model.ts';
import { compareNames } from '../text/compare.ts';
import { escapeControls } from '../text/escape-controls.ts';
import { createMessage } from '../text/messages.ts';
import { findFormat, formats } from '../transcript/formats/index.ts';
import type { ReadOptions } from '../transcript/source.ts';
import { isDocumentTable } from './document-tables.ts';
import { listResults } from './listed-results.ts';
import {
  adviseOn,
  KNOWN_OTHERS,
  MAY_BE_TRANSCRIPTS,
  NO_TRANSCRIPTS,
  nothingFound,
  type OtherFiles,
  reportOthers,
  splitName,
  TABLES,
} from './other-files.ts';
import { explainReadError } from './read-error.ts';
import { isShardFile } from './shards/shard.ts';
import { UsageError } from './usage-error.ts';

export interface FoundFile {
  /** Relative to the working folder where it lies below it, with `/`. */
  path: string;
  /** Below the path that was given: the same wherever the program is run. */
  relativePath: string;
  /** File name without its extension, to be shown. */
  name: string;
  /** With the dot. */
  extension: string;
  /** Sub-folder below the path that was given, with `/`. */
  group?: string;
}

export interface RefusedEntry extends FoundFile {
  isFolder: boolean;
}

export interface FoundTranscripts {
  files: FoundFile[];
  /** Folders and special files that could not be read. */
  failed: RefusedEntry[];
  messages: Message[];
}

export interface FindOptions extends ReadOptions {
  /** True paths of files that are something else. */
  others?: ReadonlySet<string>;
}

/** Throws a usage error when there is no such path or not one transcript in all of them. */
export async function findTranscripts(paths: string[], io: Io, options: FindOptions = {}): Promise<FoundTranscripts> {
  const search = new Search(io, options);
  // Folders first, the outermost before those inside it, so that groups do not hang on the order of the paths.
  const isFile = (path: string) => io.kindOf(path) !== 'folder';
  const ordered = paths.toSorted(
    (a, b) => Number(isFile(a)) - Number(isFile(b)) || a.length - b.length || compareNames(a, b),
  );
  for (const path of ordered) await search.add(path, paths.length === 1);
  if (search.files.length === 0) throw nothingFound(paths, search, listExtensions());
  const files = search.files.sort(
    (a, b) => compareNames(a.relativePath, b.relativePath) || compareNames(a.path, b.path),
  );
  return { files, failed: search.failed, messages: [...search.messages, ...reportOthers(search, listExtensions())] };
}

class Search implements OtherFiles {
  readonly files: FoundFile[] = [];
  readonly unreadable: string[] = [];
  readonly unlike: string[] = [];
  readonly failed: RefusedEntry[] = [];
  readonly messages: Message[] = [];
  #io: Io;
  #options: FindOptions;
  #seen = new Set<string>();

  constructor(io: Io, options: FindOptions) {
    this.#io = io;
    this.#options = options;
  }

  /** `only` when no other path is given: then a file of another kind is a mistake, and not part of a glob. */
  async add(path: string, only: boolean): Promise<void> {
    const kind = this.#io.kindOf(path);
    if (kind === undefined) throw new UsageError(`No such file or folder: ${path}`);
    if (kind === 'other') throw new UsageError(`Unexpected ${path}, expected a file or a folder`);
    const name = splitName(path).name + splitName(path).extension;
    if (kind === 'folder') await this.#addFolder(path, []);
    else if (isDocumentTable(name)) {
      const hint = 'name the transcripts beside it, or their folder, and it is read with them';
      if (only) throw new UsageError(`Unexpected ${path}: it holds document variables and is no transcript`, hint);
    } else if (only || TABLES.test(path) ? findFormat(path) : await this.#isTranscript(path)) this.#addFile(path, []);
    else if (!only) this.#passOver(path, name);
    else throw new UsageError(`Unexpected file ${path}, expected ${listExtensions()}`, adviseOn(path));
  }

  async #addFolder(path: string, groups: string[]): Promise<void> {
    const truePath = this.#io.truePath(path);
    if (this.#seen.has(truePath)) return;
    this.#seen.add(truePath);
    const entries = this.#list(path, groups);
    const results = this.#resultsIn(path, entries);
    for (const { name, kind } of entries.sort((a, b) => compareNames(a.name, b.name))) {
      if (name.startsWith('.') || name.startsWith('~$') || name === 'node_modules' || results.has(name)) continue;
      if (isShardFile(name)) continue;
      const child = path === '.' ? name : `${path.replace(/[/\\]+$/, '')}/${name}`;
      if (kind === 'file' && (isDocumentTable(name) || this.#isOther(child))) continue;
      if (kind === 'folder') await this.#addNamedFolder(child, [...groups, name]);
      else if (kind === 'other') this.#refuseSpecial(child, groups);
      else if (!NO_TRANSCRIPTS.test(name) && (await this.#isTranscript(child))) this.#addFile(child, groups);
      else this.#passOver(child, name);
    }
  }

  #isOther(path: string): boolean {
    return this.#options.others?.has(this.#io.truePath(path)) ?? false;
  }

  /** A folder may be called `x.docx`, and then it should have a transcript in it: else a file was unpacked by mistake. */
  async #addNamedFolder(path: string, groups: string[]): Promise<void> {
    const count = this.files.length + this.failed.length;
    await this.#addFolder(path, groups);
    if (!findFormat(path) || this.files.length + this.failed.length > count) return;
    const reason = `Unexpected folder with the extension ${splitName(path).extension}, expected a file`;
    const hint = 'copy the file itself again; a folder had better have another name';
    this.#refuse({ ...this.#describe(path, groups.slice(0, -1)), isFolder: true }, reason, hint);
  }

  /** Reading a pipe or a device may never end. */
  #refuseSpecial(path: string, groups: string[]): void {
    const reason = 'Unexpected pipe, device or broken link, expected a file';
    const hint = 'put the file itself in its place';
    if (findFormat(path)) this.#refuse({ ...this.#describe(path, groups), isFolder: false }, reason, hint);
    else this.unreadable.push(path);
  }

  #refuse(entry: RefusedEntry, reason: string, hint: string): void {
    this.failed.push(entry);
    this.messages.push(createMessage(reason, { rule: 'unreadable', severity: 'error', path: entry.path, hint }));
  }

  /** For some extensions the content decides; a file that is empty or cannot be read is told of when it is read as a transcript. */
  async #isTranscript(path: string): Promise<boolean> {
    const format = findFormat(path);
    if (!format?.recognizes) return format !== undefined;
    try {
      const bytes = this.#io.readBytes(path);
      return bytes.length === 0 || (await format.recognizes(bytes, this.#options));
    } catch {
      return true;
    }
  }

  /** What is known to be no transcript is not worth a word. */
  #passOver(path: string, name: string): void {
    if (NO_TRANSCRIPTS.test(name) && findFormat(path)) this.messages.push(reportPassedOver(this.#io.shorten(path)));
    else if (MAY_BE_TRANSCRIPTS.test(name)) this.unlike.push(path);
    else if (!NO_TRANSCRIPTS.test(name) && !KNOWN_OTHERS.test(name)) this.unreadable.push(path);
  }

  /** Names of files that an earlier run of the program wrote here. */
  #resultsIn(path: string, entries: readonly { name: string }[]): ReadonlySet<string> {
    const names = entries.map(({ name }) => name);
    return listResults(path, names, this.#io) ?? new Set();
  }

  #list(path: string, groups: string[]) {
    try {
      return this.#io.listFolder(path);
    } catch (error) {
      const folder = { ...this.#describe(path, groups.slice(0, -1)), isFolder: true };
      this.#refuse(folder, ...explainReadError('folder', error as NodeJS.ErrnoException));
      return [];
    }
  }

  #addFile(path: string, groups: string[]): void {
    const truePath = this.#io.truePath(path);
    if (this.#seen.has(truePath)) return;
    this.#seen.add(truePath);
    this.files.push(this.#describe(path, groups));
  }

  #describe(path: string, groups: string[]): FoundFile {
    const group = escapeControls(groups.join('/').normalize('NFC'));
    const { name, extension } = splitName(path);
    const relativePath = [...groups, name + extension].join('/').normalize('NFC');
    return {
      path: this.#io.shorten(path),
      relativePath,
      name: escapeControls(name),
      extension,
      ...(group === '' ? {} : { group }),
    };
  }
}

/** A transcript may be called so by chance. */
function reportPassedOver(path: string): Message {
  const reason = 'Passed over, since a file of this name is about the others';
  const hint = 'name it on the command line if it is a transcript';
  return createMessage(reason, { rule: 'about-file', severity: 'information', path, hint });
}

function listExtensions(): string {
  return formats.flatMap((format) => format.extensions).join(', ');
}
