/** Picks codes of a book by their ids: what is shown and counted of it. */
import { type CodeNode, listCodes } from '../codebook/code-tree.ts';
import type { Code, Codebook } from '../model.ts';
import { fold } from '../text/fold.ts';
import { nearestName } from '../text/nearest-name.ts';
import { OptionError } from './option-error.ts';

/**
 * The book with these codes and their subcodes only, in its order. A code whose parent is not among them stands at the top
 * and is named by its path. Throws an `OptionError` for an unknown id, or for none.
 */
export function selectCodes(codebook: Codebook, ids: readonly string[]): Codebook {
  if (ids.length === 0) throw new OptionError('Unexpected empty list of codes, expected ids as in the codebook');
  const nodes = new Map(listCodes(codebook).map((node) => [node.code.id, node]));
  const wanted = requireCodes(codebook, ids);
  const visit = (codes: readonly Code[]): Code[] =>
    codes.flatMap((code) =>
      wanted.has(code.id) ? [{ ...code, name: nodes.get(code.id)?.path ?? code.name }] : visit(code.codes),
    );
  return { ...codebook, codes: visit(codebook.codes) };
}

/** The ids as a set. Throws an `OptionError` for one that is not in the book. */
export function requireCodes(codebook: Codebook, ids: readonly string[]): ReadonlySet<string> {
  const nodes = listCodes(codebook);
  const known = new Set(nodes.map(({ code }) => code.id));
  const unknown = ids.find((id) => !known.has(id));
  if (unknown !== undefined) throw refuseCode(unknown, nodes);
  return new Set(ids);
}

function refuseCode(id: string, nodes: readonly CodeNode[]): OptionError {
  const named = nodes.find(({ code, path }) => [code.name, path].some((name) => fold(name) === fold(id)));
  const known = nodes.map(({ code }) => code.id);
  const near = named?.code.id ?? nearestName(id, known);
  const more = known.length > MOST_NAMED ? ` and ${known.length - MOST_NAMED} more` : '';
  const list =
    known.length === 0 ? 'the codebook has none' : `known are ${known.slice(0, MOST_NAMED).join(', ')}${more}`;
  const hint = near === undefined ? list : `did you mean \`${near}\`?`;
  return new OptionError(`No code has the id \`${id}\``, hint);
}

const MOST_NAMED = 20;
