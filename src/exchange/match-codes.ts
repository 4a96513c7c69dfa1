/** Tells which code of a codebook is meant by what another program calls it. */
import { type CodeNode, listCodes } from '../codebook/code-tree.ts';
import type { Codebook, CodingSet } from '../model.ts';

/** Compares names as people do who typed them twice. */
export function nameKey(name: string): string {
  return name.normalize('NFC').trim().replace(/\s+/g, ' ').toLowerCase();
}

const JOINT = '\u0000';

/** Finds codes by id, by path, or by a name that only one code has. */
export class CodeMatcher {
  #ids: ReadonlySet<string>;
  #byPath = new Map<string, string>();
  /** Undefined where several have the name. */
  #byName = new Map<string, string | undefined>();
  /** Paths of the codes in the set's own codebook. */
  #stated = new Map<string, string[]>();
  #known = new Map<string, string | undefined>();

  constructor(codebook: Codebook, set: Pick<CodingSet, 'codebook'>) {
    const nodes = listCodes(codebook);
    this.#ids = new Set(nodes.map(({ code }) => code.id));
    for (const [id, path] of listPaths(nodes)) {
      const joined = path.map(nameKey).join(JOINT);
      const name = nameKey(path.at(-1) ?? '');
      if (!this.#byPath.has(joined)) this.#byPath.set(joined, id);
      this.#byName.set(name, this.#byName.has(name) ? undefined : id);
    }
    if (set.codebook && set.codebook !== codebook) this.#stated = listPaths(listCodes(set.codebook));
  }

  /** The id, or undefined where the codebook has no such code. */
  find(code: readonly string[]): string | undefined {
    const key = code.join(JOINT);
    if (this.#known.has(key)) return this.#known.get(key);
    const found = this.#search(code);
    this.#known.set(key, found);
    return found;
  }

  /** Its own codebook's path goes before an id, since ids that are made of names may meet by chance. */
  #search(code: readonly string[]): string | undefined {
    const [only = ''] = code;
    const stated = code.length === 1 ? this.#stated.get(only) : undefined;
    const path = stated ?? code;
    const byPath = this.#byPath.get(path.map(nameKey).join(JOINT));
    if (code.length === 1 && !stated && this.#ids.has(only)) return only;
    if (byPath !== undefined) return byPath;
    if (code.length === 1 && this.#ids.has(only)) return only;
    return this.#byName.get(nameKey(path.at(-1) ?? ''));
  }
}

/** Names from the top down, by id. */
function listPaths(nodes: readonly CodeNode[]): Map<string, string[]> {
  return new Map(
    nodes.map(({ code, ancestors }) => {
      const above = ancestors.map((index) => nodes[index]?.code.name ?? '').reverse();
      return [code.id, [...above, code.name]];
    }),
  );
}
