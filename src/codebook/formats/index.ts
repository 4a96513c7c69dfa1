/** The foreign formats of codebooks; to add one, write its file and put it in this list. */

import { csv } from './csv.ts';
import type { CodebookFormat } from './format.ts';
import { lexicoder } from './lexicoder.ts';
import { liwc } from './liwc.ts';
import { qdc } from './qdc.ts';
import { quanteda } from './quanteda.ts';
import { wordstat } from './wordstat.ts';
import { xlsx } from './xlsx.ts';
import { yoshikoder } from './yoshikoder.ts';

export const codebookFormats = [
  qdc,
  liwc,
  quanteda,
  wordstat,
  yoshikoder,
  lexicoder,
  csv,
  xlsx,
] as const satisfies readonly CodebookFormat[];

/**
 * The format of a file: by its extension; where the content says otherwise, as in XML that ends in .cat, by its content.
 * Undefined where neither tells it.
 */
export function findCodebookFormat(path: string, bytes: Uint8Array): CodebookFormat | undefined {
  const formats: readonly CodebookFormat[] = codebookFormats;
  const byName = formats.find(({ extensions }) => extensions.includes(extensionOf(path)));
  if (byName && (!byName.recognizes || byName.recognizes(bytes))) return byName;
  return formats.find((format) => format.recognizes?.(bytes)) ?? byName;
}

/** The format that a file with this name is written in. */
export function findWrittenFormat(path: string): CodebookFormat | undefined {
  const formats: readonly CodebookFormat[] = codebookFormats;
  return formats.find(({ extensions, write }) => write && extensions.includes(extensionOf(path)));
}

/** Lower case, with the dot; empty where there is none. */
export function extensionOf(path: string): string {
  return /\.[^./\\]{1,16}$/.exec(path)?.[0].toLowerCase() ?? '';
}
