/** The kinds of term, most special first; to add one, write its file and put it in this list. */
import type { Term } from '../../model.ts';
import { all } from './all.ts';
import { exact } from './exact.ts';
import type { TermKind } from './kind.ts';
import { near } from './near.ts';
import { phrase } from './phrase.ts';
import { regex } from './regex.ts';
import { wildcard } from './wildcard.ts';
import { word } from './word.ts';

export const termKinds = [near, all, regex, exact, wildcard, phrase, word] as const satisfies readonly TermKind[];

/** The kind that understands this term. */
export function kindOf(term: Term): TermKind {
  const kind = termKinds.find((candidate) => candidate.kind === term.kind);
  if (!kind) throw new Error(`Unknown kind of term: ${term.kind}`);
  return kind;
}
