/** Waits until files have changed and are no longer being written. */
import type { Io } from '../io.ts';
import { compareStamps, type FileChanges, type Stamps, type WatchedFiles } from './watched-files.ts';

/** Between two looks at files that are being written. */
const STEP_MS = 20;
/** Editors empty a file, or put another in its place, before they write; so long it is not believed to be empty or gone. */
const PATIENCE_MS = 150;
/** Long copying is looked at in between. */
const MOST_PATIENCE_MS = 2000;
/** What other machines change on a network folder is told by nobody. */
const LOOK_EVERY_MS = 2000;
/** Looking takes at most one part in so many of the time. */
const SHARE_OF_LOOKING = 50;

export class FileWatcher {
  #files: WatchedFiles;
  #io: Io;
  #watched = new Map<string, { close(): void }>();
  #lookEveryMs: number;
  #isWoken = false;
  #wake = (): void => {
    this.#isWoken = true;
  };
  #isClosed = false;
  #lookMs = 0;

  constructor(files: WatchedFiles, io: Io, lookEveryMs = LOOK_EVERY_MS) {
    this.#files = files;
    this.#io = io;
    this.#lookEveryMs = lookEveryMs;
  }

  /** How all files are now; from now on their folders are watched. */
  look(): Stamps {
    const start = Date.now();
    const { stamps, folders } = this.#files.look();
    this.#lookMs = Date.now() - start;
    for (const [folder, watcher] of this.#watched) {
      if (folders.has(folder)) continue;
      watcher.close();
      this.#watched.delete(folder);
    }
    for (const folder of folders) if (!this.#watched.has(folder) && !this.#isClosed) this.#follow(folder);
    return stamps;
  }

  /** Waits for something other than `before`; nothing when the watcher is closed. */
  async change(before: Stamps): Promise<{ stamps: Stamps; changes: FileChanges } | undefined> {
    while (!this.#isClosed) {
      await this.#sleep();
      const stamps = await this.#settle(before);
      const changes = compareStamps(before, stamps);
      if (changes && !this.#isClosed) return { stamps, changes };
    }
    return undefined;
  }

  close(): void {
    this.#isClosed = true;
    for (const watcher of this.#watched.values()) watcher.close();
    this.#wake();
  }

  /** Folders that cannot be watched, and there may be a limit to their number, are looked at now and then. */
  #follow(folder: string): void {
    try {
      this.#watched.set(
        folder,
        this.#io.watchFolder(folder, () => this.#wake()),
      );
    } catch {
      // As said above.
    }
  }

  /** Until something happens in a folder, or has happened since the last time, or it is time to look. */
  async #sleep(): Promise<void> {
    if (!this.#isWoken && !this.#isClosed) {
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, Math.max(this.#lookEveryMs, SHARE_OF_LOOKING * this.#lookMs));
        this.#wake = () => {
          this.#isWoken = true;
          clearTimeout(timer);
          resolve();
        };
      });
    }
    this.#isWoken = false;
  }

  async #settle(before: Stamps): Promise<Stamps> {
    let last = this.look();
    if (!compareStamps(before, last)) return last;
    for (let waited = 0; waited < MOST_PATIENCE_MS && !this.#isClosed; waited += STEP_MS) {
      await new Promise((resolve) => setTimeout(resolve, STEP_MS));
      const now = this.look();
      if (!compareStamps(last, now) && (waited >= PATIENCE_MS || !isHalfDone(before, now))) return now;
      last = now;
    }
    return last;
  }
}

function isHalfDone(before: Stamps, now: Stamps): boolean {
  return [...before].some(([path, { bytes }]) => bytes > 0 && (now.get(path)?.bytes ?? 0) === 0);
}
