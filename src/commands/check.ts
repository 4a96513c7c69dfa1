/** Checks codebooks: can they be read, and do they do what they promise. */
import type { Io } from '../io.ts';
import { lintCodebook } from '../lint/run.ts';
import { loadCodebook } from '../study/load-codebook.ts';
import type { ExitCode } from '../study/run-study.ts';
import { formatMessage } from '../study/tell.ts';
import { isError } from '../text/messages.ts';

/** Findings go to stdout, one a line. Exit code 1 when there is an error among them. */
export function run(paths: string[], io: Io): ExitCode {
  let errors = 0;
  for (const path of paths) {
    const loaded = loadCodebook(path, [], io);
    const messages = [...loaded.messages, ...(loaded.codebook ? lintCodebook(loaded.codebook, loaded.path) : [])];
    for (const message of messages) io.out(`${formatMessage(message)}\n`);
    errors += messages.filter(isError).length;
    io.err(
      `${loaded.path}: ${messages.length === 0 ? 'no findings' : `${messages.length} finding${messages.length === 1 ? '' : 's'}`}\n`,
    );
  }
  return errors > 0 ? 1 : 0;
}
