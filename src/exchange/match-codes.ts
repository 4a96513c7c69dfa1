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
  /** Undefined where several have the path, or the name. */
  #byPath = new Map<string, string | undefined>();
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
      this.#byPath.set(joined, this.#byPath.has(joined) ? undefined : id);
      this.#byName.set(name, this.#byName.has(name) ? undefined : id);
    }
    if (set.codebook && set.codebook !== codebook) this.#stated = listPaths(listCodes(set.codebook));
  }

  /** The id, or undefined where the codebook has no such code. `id` is what is stated beside names. */
  find(code: readonly string[], id = ''): string | undefined {
    const key = [...code, id].join(JOINT);
    if (this.#known.has(key)) return this.#known.get(key);
    const found = this.#search(code, id);
    this.#known.set(key, found);
    return found;
  }

  /** The path in its own codebook goes before an id, since ids that are made of names may meet by chance. */
  #search(code: readonly string[], id: string): string | undefined {
    const only = code.length === 1 ? (code[0] ?? '') : '';
    const stated = this.#stated.get(only);
    const path = stated ?? code;
    if (!stated && this.#ids.has(only)) return only;
    const byPath = this.#byPath.get(path.map(nameKey).join(JOINT));
    return byPath ?? [only, id].find((each) => this.#ids.has(each)) ?? this.#byName.get(nameKey(path.at(-1) ?? ''));
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
