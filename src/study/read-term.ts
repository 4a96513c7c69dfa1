/** Makes a codebook of one term that is written on the command line, so that it is read and matched as in any codebook. */
import { readCodebook } from '../codebook/read-codebook.ts';
import { termKinds } from '../coding/terms/index.ts';
import type { Codebook } from '../model.ts';
import { UsageError } from './usage-error.ts';

/** The term holds for every language. Throws a usage error in the words of the codebook reader. */
export function readTerm(written: string): Codebook {
  const { codebook, messages } = readCodebook(
    `name: term\nlanguages: [nl, en]\ncodes:\n  - id: term\n    name: Term\n    terms: { any: [${quote(written)}] }\n`,
    { path: 'term', notations: termKinds },
  );
  if (codebook) return codebook;
  const [first] = messages;
  throw new UsageError(first?.reason ?? 'Unexpected term', first?.note);
}

/** A term of several items as a map in braces, with the commas that tables leave out between its keys; any other as text. */
function quote(written: string): string {
  const line = written.replace(/[\r\n\t]+/g, ' ').trim();
  if (!/^(?:near|all|term)\s*:/.test(line)) return `'${line.replaceAll("'", "''")}'`;
  const pairs = line
    .replace(/^(\w+)\s*:/, '$1: ')
    .replace(/\](?=\s*(?:within|ordered)\b)/, '],')
    .replace(/,?\s+ordered$/, ', ordered: true')
    .replace(/ (?=ordered:)/, ', ')
    .replace(/,\s*,/g, ',');
  return `{ ${pairs} }`;
}
