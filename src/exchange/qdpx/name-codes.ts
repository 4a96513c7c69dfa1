/** What codes are called where people read it: by a name that no other has. */
import { listCodes } from '../../codebook/code-tree.ts';
import type { Codebook } from '../../model.ts';

/** By id: the name, or where several codes have it the path, or the id. */
export function nameCodes(codebook: Codebook): Map<string, string> {
  const nodes = listCodes(codebook);
  const counts = new Map<string, number>();
  for (const { code, path } of nodes)
    for (const name of new Set([code.name, path])) counts.set(name, (counts.get(name) ?? 0) + 1);
  return new Map(
    nodes.map(({ code, path }) => [code.id, [code.name, path].find((name) => counts.get(name) === 1) ?? code.id]),
  );
}
