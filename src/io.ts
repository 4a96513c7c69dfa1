/** The only door to the world: files, the two output streams, and what is known of the terminal. */
import {
  appendFileSync,
  closeSync,
  existsSync,
  lstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  realpathSync,
  renameSync,
  rmdirSync,
  rmSync,
  statSync,
  watch,
  writeFileSync,
} from 'node:fs';
import { hostname } from 'node:os';
import { dirname, isAbsolute, relative, resolve, sep } from 'node:path';
import { getBuiltinModule, kill, pid } from 'node:process';
import type { InterruptAct } from './interrupts.ts';
import { openScratch, type ScratchFile } from './scratch-file.ts';

export interface FolderEntry {
  name: string;
  kind: 'file' | 'folder' | 'other';
}

export interface Io {
  /** Path of the bundled codebook. */
  bundledCodebook: string;
  /** Path of the built program that reads files from strangers in a process of its own; missing where nothing is built. */
  readingProgram?: string;
  /** Folder of the built program that runs inside a report: `page.js` and `page.css`. */
  reportProgram: string;
  out(content: string | Uint8Array): void;
  err(text: string): void;
  /** Width of the terminal, or of a page when there is none. */
  width: number;
  /** Colours of stdout, 0 to 3 as in chalk. */
  colorLevel: 0 | 1 | 2 | 3;
  /** Whether somebody reads stdout as it comes, so that lines are wrapped. */
  outIsTerminal: boolean;
  /** Whether progress can be shown. */
  errIsTerminal: boolean;
  /** Variables of the environment. */
  environment: Readonly<Record<string, string | undefined>>;
  /** `undefined` where nothing is; follows symbolic links. */
  kindOf(path: string): FolderEntry['kind'] | undefined;
  /** Entries of a folder, unsorted; symbolic links as what they lead to. */
  listFolder(path: string): FolderEntry[];
  /** The one true path of a file or folder, so that a loop of links can be seen; the path itself where nothing is any more. */
  truePath(path: string): string;
  readBytes(path: string): Uint8Array;
  /** The bytes piece by piece, so that a large file is never in memory as a whole. */
  readPieces(path: string): Iterable<Uint8Array>;
  /** A file as it was in a revision of git, `path` as after the colon of `git show`. Throws with git's words in `stderr`. */
  readRevision(revision: string, path: string): Uint8Array;
  /** What changes with the content of a file: its size and when it was written; `undefined` where no file is. */
  stampOf(path: string): FileStamp | undefined;
  /** Calls back when anything directly in a folder changes, until it is closed. Throws where that cannot be watched. */
  watchFolder(path: string, onChange: () => void): { close(): void };
  /** Gives the folders that were not there, the outermost first. */
  makeFolder(path: string): string[];
  /** Only an empty one. */
  removeFolder(path: string): void;
  /** Not where something is already: then it gives false. Never leaves half a file. */
  createFile(path: string, content: string): boolean;
  /** One that nobody else can look into, as far as the system knows users. */
  makePrivateFolder(path: string): void;
  writeFile(path: string, content: string | Uint8Array): void;
  appendFile(path: string, content: string | Uint8Array): void;
  /** For what has no room in memory. Throws where there is none on the disk either. */
  openScratch(): ScratchFile;
  rename(from: string, to: string): void;
  remove(path: string): void;
  /** Relative to the working folder, with `/`; as it is when it lies outside. */
  shorten(path: string): string;
  /** This process, and the machine that it runs on. */
  self: { pid: number; host: string; isAlive(pid: number): boolean };
  /** From now on an end by the user comes after this; gives what takes it back. */
  onInterrupt(act: InterruptAct): () => void;
  /** From now on memory is given back sooner, at the cost of a little time: for studies of thousands of transcripts. */
  spareMemory(): void;
}

export interface FileStamp {
  bytes: number;
  /** Milliseconds since 1970, with a fraction. */
  written: number;
}

export interface NodeIoOptions {
  cwd: string;
  bundledCodebook: string;
  readingProgram?: string;
  reportProgram: string;
  out: NodeJS.WriteStream;
  err: NodeJS.WriteStream;
  env: Record<string, string | undefined>;
  /** As `Io.onInterrupt`; without it the program ends as it would. */
  onInterrupt?: Io['onInterrupt'];
  /** As `Io.spareMemory`; without it nothing is changed. */
  spareMemory?: Io['spareMemory'];
}

const WIDTH_WITHOUT_TERMINAL = 100;
const NARROWEST_TERMINAL = 40;
const PIECE_BYTES = 2 ** 20;
/** Codebooks are small, and git has nothing to ask. */
const GIT_LIMITS = {
  maxBuffer: 64 * 2 ** 20,
  timeout: 30_000,
  stdio: ['ignore', 'pipe', 'pipe'] as ['ignore', 'pipe', 'pipe'],
};

/** The real world. Paths may be relative to `cwd`. */
export function createNodeIo(options: NodeIoOptions): Io {
  const { cwd, out, err, env, readingProgram } = options;
  const at = (path: string) => resolve(cwd, path);
  return {
    bundledCodebook: options.bundledCodebook,
    reportProgram: options.reportProgram,
    ...(readingProgram !== undefined && existsSync(readingProgram) ? { readingProgram } : {}),
    out: (content) => void out.write(content),
    err: (text) => void err.write(text),
    get width() {
      return Math.max(Number(env.COLUMNS) || out.columns || WIDTH_WITHOUT_TERMINAL, NARROWEST_TERMINAL);
    },
    colorLevel: colorLevelOf(out, env),
    outIsTerminal: out.isTTY === true,
    environment: env,
    errIsTerminal: err.isTTY === true && env.TERM !== 'dumb',
    kindOf: (path) => kindOf(at(path)),
    listFolder: (path) => listFolder(at(path)),
    truePath: (path) => truePath(at(path)),
    readBytes: (path) => readFileSync(at(path)),
    readPieces: (path) => readPieces(at(path)),
    readRevision(revision, path) {
      // Loaded here, since hardly a run needs it and it takes as long as a small codebook.
      const { execFileSync } = getBuiltinModule('node:child_process');
      return execFileSync('git', ['show', '--no-textconv', `${revision}:${path}`], { cwd, ...GIT_LIMITS });
    },
    stampOf: (path) => stampOf(at(path)),
    watchFolder(path, onChange) {
      const watcher = watch(at(path), onChange);
      // A folder that is removed is told by the one around it.
      watcher.on('error', () => {});
      return watcher;
    },
    makeFolder: (path) => makeFolder(at(path)),
    removeFolder: (path) => rmdirSync(at(path)),
    createFile: (path, content) => createFile(at(path), content),
    makePrivateFolder: (path) => void mkdirSync(at(path), { mode: 0o700 }),
    writeFile: (path, content) => writeFileSync(at(path), content),
    appendFile: (path, content) => appendFileSync(at(path), content),
    openScratch,
    rename: (from, to) => renameSync(at(from), at(to)),
    remove: (path) => rmSync(at(path), { force: true }),
    shorten: (path) => shorten(path, relative(cwd, at(path))),
    self: { pid, host: hostname(), isAlive },
    onInterrupt: options.onInterrupt ?? (() => () => {}),
    spareMemory: options.spareMemory ?? (() => {}),
  };
}

/** NO_COLOR and pipes have no colour; FORCE_COLOR is honoured; else what the terminal says it can do. */
function colorLevelOf(out: NodeJS.WriteStream, env: NodeIoOptions['env']): Io['colorLevel'] {
  if (env.NO_COLOR !== undefined && env.NO_COLOR !== '') return 0;
  if (env.FORCE_COLOR !== undefined && env.FORCE_COLOR !== '') return env.FORCE_COLOR === '0' ? 0 : 3;
  if (out.isTTY !== true) return 0;
  const depth = out.getColorDepth(env as Record<string, string>);
  return depth >= 24 ? 3 : depth >= 8 ? 2 : depth >= 4 ? 1 : 0;
}

function shorten(path: string, below: string): string {
  if (below === '') return '.';
  return (below.startsWith('..') || isAbsolute(below) ? path : below).split(sep).join('/');
}

function truePath(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return path;
  }
}

function* readPieces(path: string): Generator<Uint8Array> {
  const file = openSync(path, 'r');
  try {
    for (;;) {
      const piece = Buffer.allocUnsafe(PIECE_BYTES);
      const length = readSync(file, piece);
      if (length === 0) return;
      yield piece.subarray(0, length);
    }
  } finally {
    closeSync(file);
  }
}

function kindOf(path: string): FolderEntry['kind'] | undefined {
  try {
    const stats = statSync(path);
    return stats.isFile() ? 'file' : stats.isDirectory() ? 'folder' : 'other';
  } catch {
    return lstatSync(path, { throwIfNoEntry: false }) ? 'other' : undefined;
  }
}

function listFolder(path: string): FolderEntry[] {
  return readdirSync(path).map((name) => ({ name, kind: kindOf(resolve(path, name)) ?? 'other' }));
}

function stampOf(path: string): FileStamp | undefined {
  const stats = statSync(path, { throwIfNoEntry: false });
  return stats?.isFile() ? { bytes: stats.size, written: stats.mtimeMs } : undefined;
}

function makeFolder(path: string): string[] {
  const made: string[] = [];
  for (let folder = path; !existsSync(folder) && folder !== dirname(folder); folder = dirname(folder))
    made.unshift(folder);
  mkdirSync(path, { recursive: true });
  return made;
}

function createFile(path: string, content: string): boolean {
  try {
    writeFileSync(path, content, { flag: 'wx' });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    rmSync(path, { force: true });
    throw error;
  }
}

/** A process of somebody else is alive too. */
function isAlive(id: number): boolean {
  try {
    return kill(id, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
