/** Keeps an output file from being something else than its name says. */
import { UsageError } from '../study/usage-error.ts';

/** Throws a usage error where no format is chosen and the name of the file promises one that is not known. */
export function refuseOtherEnding(format: string | undefined, output = '', known: readonly string[]): void {
  const extension = /\.[a-z]{2,5}$/i.exec(output)?.[0];
  if (format !== undefined || extension === undefined || /^\.(?:txt|text|log)$/i.test(extension)) return;
  throw new UsageError(
    `Unexpected ${output}: nothing is written as ${extension} here`,
    `known are ${known.join(', ')} and .txt; or say which with --format`,
  );
}
