/** Says why a file or folder cannot be read, and what to do about it. */

/** The reason in the words of the system, and the hint. */
export function explainReadError(
  what: 'file' | 'folder',
  { code = '', message }: NodeJS.ErrnoException,
): [string, string] {
  const hint = HINTS[code] ?? 'look whether other programs can open it, and copy it again';
  return [`Cannot read the ${what}: ${message.split(',')[0]}`, hint];
}

const NO_RIGHT = 'you have no right to read it: ask its owner, or change its permissions';

const HINTS: Record<string, string> = {
  EACCES: NO_RIGHT,
  EPERM: NO_RIGHT,
  ENOENT: 'it was there a moment ago: run again when nothing moves or deletes it',
  EBUSY: 'close it in other programs, and run again',
  EMFILE: 'close other programs, or allow more open files with `ulimit -n`',
  ENFILE: 'close other programs, and run again',
};
