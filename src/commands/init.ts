/** Begins a study: writes a codebook to start from and a configuration, and says what to do next. */
import type { Io } from '../io.ts';
import { FILE_NAMES } from '../study/load-codebook.ts';
import type { ExitCode } from '../study/run-study.ts';
import { starterFiles } from '../study/starter-files.ts';
import { UsageError } from '../study/usage-error.ts';
import { explainWriteError } from '../study/write-error.ts';
import { writeWhole } from '../study/write-whole.ts';

/** Writes both files or neither, and never over another. Throws a usage error when it cannot. */
export function run(folder: string, io: Io): ExitCode {
  const kind = io.kindOf(folder);
  if (kind !== undefined && kind !== 'folder') throw new UsageError(`Unexpected file ${folder}, expected a folder`);
  const paths = starterFiles.map(({ name, text }) => ({ path: io.shorten(`${folder}/${name}`), text }));
  // Of two codebooks the new one would be used from now on.
  const others = FILE_NAMES.map((name) => io.shorten(`${folder}/${name}`));
  for (const path of new Set([...paths.map((each) => each.path), ...others]))
    if (io.kindOf(path) !== undefined)
      throw new UsageError(`${path} is there already and is not written over`, 'choose another folder');
  try {
    io.makeFolder(folder);
  } catch (error) {
    throw explainWriteError(`Cannot write to ${folder}`, error as Error);
  }
  writeAll(paths, io);
  const [codebook] = paths.map(({ path }) => quote(path));
  const place = quote(io.shorten(folder));
  for (const { path } of paths) io.out(`Written: ${path}\n`);
  io.out(`
Next:
  1. Put your transcripts beside the codebook.
  2. Replace the example in ${codebook} by your own codes.
  3. code-transcripts check ${codebook}
  4. code-transcripts ${place}
`);
  return 0;
}

function writeAll(files: readonly { path: string; text: string }[], io: Io): void {
  const written: string[] = [];
  try {
    for (const { path, text } of files) {
      writeWhole(path, text, io);
      written.push(path);
    }
  } catch (error) {
    for (const path of written) io.remove(path);
    throw error;
  }
}

/** As it can be typed where it has blanks. */
function quote(path: string): string {
  return /^[\w./:~-]+$/.test(path) ? path : `"${path}"`;
}
