/** Says why something cannot be written, and what to do about it. */
import { UsageError } from './usage-error.ts';

/** `what` is `Cannot write FILE` or the like; the system's words follow, without the path that they end with. */
export function explainWriteError(what: string, { code = '', message }: NodeJS.ErrnoException): UsageError {
  return new UsageError(`${what}: ${message.split(',')[0]}`, HINTS[code]);
}

const LOCKED = 'close its files in Word and Excel, and run it again';
/** The first two are how Windows says that another program has a file open. */
const HINTS: Record<string, string> = {
  EBUSY: LOCKED,
  EPERM: LOCKED,
  ENOSPC: 'the disk is full; what was there before is unchanged',
  EDQUOT: 'your share of the disk is full; what was there before is unchanged',
  EFBIG: 'the disk takes no file as large, or `ulimit -f` forbids it; choose a place on another disk',
  EACCES: 'you have no right to write there; choose another place with -o',
  EROFS: 'nothing can be written to this disk; choose another place with -o',
};
