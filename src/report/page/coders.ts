/** The coders that the reader selects, and those of a passage. */
import type { CodedDocument, Coding } from '../../model.ts';
import { Coders } from '../../tables/coders.ts';
import { compareNames } from '../../text/compare.ts';

/** The document with the codings of these coders; with all of them where none is named. */
export function keepCoders(document: CodedDocument, coders: readonly string[]): CodedDocument {
  if (coders.length === 0) return document;
  return { ...document, codings: document.codings.filter(({ coder }) => coders.includes(coder)) };
}

/** Everybody who coded, with the number of coded segments. */
export function countCoders(documents: readonly CodedDocument[]): [coder: string, codings: number][] {
  const coders = new Coders();
  for (const document of documents) coders.add(document);
  return [...coders.counts].sort(([a], [b]) => compareNames(a, b));
}

/** Who coded a passage, the program among them; nobody where the program alone did. */
export function listCoders(codings: readonly Coding[]): string[] {
  if (codings.every(({ evidence }) => evidence.length > 0)) return [];
  return [...new Set(codings.map(({ coder }) => coder))];
}
