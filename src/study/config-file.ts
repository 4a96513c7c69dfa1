/** Where the configuration of a study lies. */
import { dirname } from 'node:path';
import type { Io } from '../io.ts';

export const CONFIG_FILE = 'code-transcripts.config.yaml';

/** The file beside `neighbour`, else the one in the working folder, if there is any. */
export function findConfig(neighbour: string, io: Io): string | undefined {
  return [`${dirname(neighbour)}/${CONFIG_FILE}`, CONFIG_FILE].find((path) => io.kindOf(path) === 'file');
}
