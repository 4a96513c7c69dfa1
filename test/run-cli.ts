/** Runs command lines in this process, on a folder of its own, and catches what they print. */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterEach } from 'vitest';
import { run } from '../src/cli.ts';
import { createNodeIo, type Io } from '../src/io.ts';

const folders: string[] = [];

afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/** The folder of the project. */
export const root = resolve(import.meta.dirname, '..');

/** A new folder with these files; paths may have sub-folders. It is gone after the test. */
export function makeFolder(files: Record<string, string | Uint8Array> = {}): string {
  const folder = mkdtempSync(join(tmpdir(), 'code-transcripts-'));
  folders.push(folder);
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  return folder;
}

export interface CliResult {
  exitCode: number;
  out: string;
  err: string;
}

/** Runs the program with `cwd` as the working folder; `columns` is the width of the page. */
export async function runCli(cwd: string, argv: string[], columns = 100): Promise<CliResult> {
  const { io, result } = openIo(cwd, columns);
  result.exitCode = await run(argv, io);
  return result;
}

/** The door to `cwd`, and what was printed through it so far. */
export function openIo(cwd: string, columns = 100): { io: Io; result: CliResult } {
  const result: CliResult = { exitCode: -1, out: '', err: '' };
  const stream = (key: 'out' | 'err') =>
    ({
      isTTY: false,
      write(content: string | Uint8Array) {
        result[key] += typeof content === 'string' ? content : Buffer.from(content).toString('latin1');
        return true;
      },
    }) as unknown as NodeJS.WriteStream;
  const io = createNodeIo({
    cwd,
    bundledCodebook: join(root, 'codebooks/volunteer-support.yaml'),
    readingProgram: join(root, 'dist/reading-process.js'),
    reportProgram: join(root, 'dist/report'),
    out: stream('out'),
    err: stream('err'),
    env: { COLUMNS: String(columns) },
  });
  return { io, result };
}

/** Names and contents of all files in a folder, sorted; what is no text has one character a byte. */
export function readFolder(folder: string): Record<string, string> {
  const names = readdirSync(folder).sort();
  return Object.fromEntries(
    names.map((name) => [
      name,
      readFileSync(join(folder, name), /\.(?:xlsx|docx|parquet|qdpx)$/.test(name) ? 'latin1' : 'utf8'),
    ]),
  );
}
