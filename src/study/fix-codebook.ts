/** Mends a codebook file where that is safe. */
import { listCodes } from '../codebook/code-tree.ts';
import type { Io } from '../io.ts';
import { applyFixes } from '../lint/apply-fixes.ts';
import type { Fix } from '../lint/rule.ts';
import type { Lint } from '../lint/run.ts';
import type { Codebook } from '../model.ts';
import { isError } from '../text/messages.ts';
import { type LoadedCodebook, loadCodebook } from './load-codebook.ts';
import { writeWhole } from './write-whole.ts';

/** What was changed; nothing, and an untouched file, when it has errors or is not UTF-8. */
export function fixCodebook(loaded: LoadedCodebook, found: readonly Lint[], io: Io): Fix[] {
  const fixes = found.flatMap(({ fix }) => (fix ? [fix] : []));
  const text = decodeWhole(io.readBytes(loaded.location));
  const hasErrors = found.some(({ message }) => isError(message));
  if (!loaded.codebook || hasErrors || fixes.length === 0 || text === undefined) return [];
  const fixed = applyFixes(text, fixes);
  if (fixed.applied.length === 0 || !isSameBook(loaded.codebook, readAgain(loaded, fixed.text, io))) return [];
  writeWhole(loaded.location, fixed.text, io);
  return fixed.applied;
}

/** With its byte-order mark and line ends, so that both are written back. */
function decodeWhole(bytes: Uint8Array): string | undefined {
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    // Places in messages are those of the composed text; a mark or lone CR would shift them.
    return text === text.normalize('NFC') && !text.startsWith('\uFEFF') && !/\r(?!\n)/.test(text) ? text : undefined;
  } catch {
    return undefined;
  }
}

/** The book as it would be read with this text in the place of its own file. */
function readAgain({ path, location }: LoadedCodebook, text: string, io: Io): Codebook | undefined {
  const bytes = new TextEncoder().encode(text);
  const readBytes = (other: string) => (io.truePath(other) === location ? bytes : io.readBytes(other));
  return loadCodebook(path, [], { ...io, readBytes }).codebook;
}

/** A last look: the same codes, and none that lost its last term. */
function isSameBook(before: Codebook, after: Codebook | undefined): boolean {
  const describe = (book: Codebook) =>
    JSON.stringify(listCodes(book).map(({ code }) => [code.id, code.terms.length > 0]));
  return after !== undefined && describe(before) === describe(after);
}
