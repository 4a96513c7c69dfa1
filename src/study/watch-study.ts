/** Stays with a study: codes it anew whenever one of its files has changed, and shows what that did. */
import type { Io } from '../io.ts';
import type { Table } from '../model.ts';
import { terminal } from '../output/terminal.ts';
import type { Settings } from '../settings.ts';
import { OptionError } from '../tables/option-error.ts';
import { escapeControls } from '../text/escape-controls.ts';
import { describeCountChanges } from './count-changes.ts';
import { FileWatcher } from './file-watcher.ts';
import { RememberingReader } from './remembering-reader.ts';
import { countJobs, SourceReader } from './source-reader.ts';
import { UsageError } from './usage-error.ts';
import { type FileChanges, WatchedFiles } from './watched-files.ts';
import { type ResultsOptions, writeResults } from './write-results.ts';

const MOST_NAMES = 3;
/** To the first line, and what stands below it away: what the terminal keeps of before stays. */
const CLEAR_SCREEN = '\u001B[H\u001B[J';

/** Until the user ends it. Throws a usage error for what is wrong at the beginning and in no file. */
export async function watchStudy(settings: Settings, io: Io, options: ResultsOptions): Promise<0> {
  const reader = new RememberingReader(new SourceReader(io.readingProgram, { jobs: countJobs(settings) }));
  const files = new WatchedFiles(settings.paths, options.output, io);
  const watcher = new FileWatcher(files, io);
  const screen = new WatchScreen(settings, io, options);
  const forget = io.onInterrupt(() => {
    watcher.close();
    reader.end();
    return 0;
  });
  try {
    let before = watcher.look();
    const code = (door: Io) => writeResults(settings, files.record(door), { ...options, reader });
    screen.begin(await code(io));
    for (;;) {
      const change = await watcher.change(files.complete(before));
      if (!change) return 0;
      before = change.stamps;
      await screen.redraw(code, change.changes);
    }
  } finally {
    forget();
    watcher.close();
    reader.end();
  }
}

type Outcome = Awaited<ReturnType<typeof writeResults>>;

/** What is to be seen while a study is watched. */
class WatchScreen {
  #settings: Settings;
  #io: Io;
  #options: ResultsOptions;
  /** The last matrix without errors. */
  #overview: Table | undefined;

  constructor(settings: Settings, io: Io, options: ResultsOptions) {
    this.#settings = settings;
    this.#io = io;
    this.#options = options;
  }

  begin(outcome: Outcome): void {
    if (outcome.exitCode === 2) this.#tell('');
    else {
      this.#overview = outcome.overview;
      this.#io.out(this.#draw(outcome.overview));
      this.#tell(`Results in ${this.#options.output}/: ${outcome.files.join(', ')}`);
    }
  }

  /** Everything is shown at once, when it is there, so that nothing flickers; only progress is shown as it comes. */
  async redraw(code: (io: Io) => Promise<Outcome>, changes: FileChanges): Promise<void> {
    const told: string[] = [];
    const err = (text: string) => (text.startsWith('\r') ? this.#io.err(text) : void told.push(text));
    const outcome = await code({ ...this.#io, err }).catch((error: unknown) => {
      told.push(explainError(error));
      return { exitCode: 2 } as const;
    });
    if (this.#io.outIsTerminal) this.#io.out(CLEAR_SCREEN);
    const what = this.#describeFiles(changes);
    if (outcome.exitCode === 2) this.#keepLast(told, what);
    else this.#takeNew(outcome.overview, told, what);
  }

  #takeNew(overview: Table, told: string[], what: string): void {
    this.#io.err(told.join(''));
    this.#io.out(this.#draw(overview));
    const counts = this.#overview ? `: ${describeCountChanges(this.#overview, overview)}` : '';
    this.#overview = overview;
    this.#tell(what + counts);
  }

  /** The error stands last, where the eye is. */
  #keepLast(told: string[], what: string): void {
    if (this.#overview && this.#io.outIsTerminal) this.#io.out(`${this.#draw(this.#overview)}\n`);
    this.#io.err(told.join(''));
    this.#tell(this.#overview ? `${what}: the matrix and ${this.#options.output}/ stay as they were before` : what);
  }

  #draw(table: Table): string {
    return terminal.write(table, { ...this.#options.writing, width: this.#io.width });
  }

  #tell(news: string): void {
    if (this.#settings.quiet) return;
    this.#io.err(`${news === '' ? '' : `\n${escapeControls(news)}\n`}Watching for changes; Ctrl-C ends it.\n`);
  }

  /** "codebook.yaml has changed, x.txt is new" */
  #describeFiles({ changed, added, removed }: FileChanges): string {
    const list = (paths: string[], one: string, many: string) => {
      if (paths.length === 0) return [];
      const names = paths.slice(0, MOST_NAMES).map((path) => this.#io.shorten(path));
      const more = paths.length - names.length;
      return [`${names.join(', ')}${more > 0 ? ` and ${more} more` : ''} ${paths.length === 1 ? one : many}`];
    };
    const parts = [
      ...list(changed, 'has changed', 'have changed'),
      ...list(added, 'is new', 'are new'),
      ...list(removed, 'is gone', 'are gone'),
    ];
    return parts.join('; ');
  }
}

function explainError(error: unknown): string {
  if (!(error instanceof UsageError || error instanceof OptionError)) throw error;
  return `error: ${escapeControls(`${error.message}${error.hint === undefined ? '' : ` (${error.hint})`}`)}\n`;
}
