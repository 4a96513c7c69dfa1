/** Tells which code of a codebook is meant by what another program calls it. */
import { type CodeNode, listCodes } from '../codebook/code-tree.ts';
import type { Codebook, CodingSet } from '../model.ts';

/** Compares names as people do who typed them twice. */
export function nameKey(name: string): string {
  return name.normalize('NFC').trim().replace(/\s+/g, ' ').toLowerCase();
}

const JOINT = '\u0000';

/**
 * Finds codes by id, by path, or by a name that only one code has. A name is no proof where both say what lies above it, and
 * differently: `Risks > Other` is not `Chances > Other`.
 */
export class CodeMatcher {
  /** By id. */
  #paths: ReadonlyMap<string, readonly string[]>;
  /** Undefined where several have the path, or the name. */
  #byPath = new Map<string, string | undefined>();
  #byName = new Map<string, string | undefined>();
  /** Paths of the codes in the set's own codebook. */
  #stated = new Map<string, string[]>();
  #set: StatedCodes;
  #claimed: ReadonlySet<string> | undefined;
  #known = new Map<string, string | undefined>();

  constructor(codebook: Codebook, set: StatedCodes) {
    this.#set = set;
    this.#paths = listPaths(listCodes(codebook));
    for (const [id, path] of this.#paths) {
      const joined = joinPath(path);
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
    if (!stated && this.#paths.has(only)) return only;
    const byPath = this.#byPath.get(joinPath(path));
    if (byPath !== undefined) return byPath;
    if (this.#paths.has(id)) return id;
    const name = nameKey(path.at(-1) ?? '');
    const alike = this.#paths.has(only) ? only : this.#byName.get(name);
    const found = this.#paths.get(alike ?? '');
    if (alike === undefined || !found) return undefined;
    if (nameKey(found.at(-1) ?? '') !== name) return alike;
    return endsAlike(found, path) && !this.#listClaimed().has(alike) ? alike : undefined;
  }

  /** Codes that something in the set has the path of: another path there is another code. */
  #listClaimed(): ReadonlySet<string> {
    if (this.#claimed) return this.#claimed;
    const paths = [...this.#stated.values(), ...this.#set.codings.map(({ code }) => code)];
    this.#claimed = new Set(paths.flatMap((path) => this.#byPath.get(joinPath(path)) ?? []));
    return this.#claimed;
  }
}

type StatedCodes = Pick<CodingSet, 'codebook' | 'codings'>;

const joinPath = (path: readonly string[]): string => path.map(nameKey).join(JOINT);

/** As far up as both go. */
function endsAlike(one: readonly string[], other: readonly string[]): boolean {
  const both = Math.min(one.length, other.length);
  return joinPath(one.slice(-both)) === joinPath(other.slice(-both));
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
