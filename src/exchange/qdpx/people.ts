/** Gives names, each once, to what a project knows by GUIDs: coders and documents. */

/** Counts up behind a name that is taken: `Anna`, `Anna (2)`. */
export class UniqueNames {
  #taken = new Set<string>();

  take(name: string): string {
    let free = name;
    for (let number = 2; this.#taken.has(free); number++) free = `${name} (${number})`;
    this.#taken.add(free);
    return free;
  }
}

/** The name on one line; `otherwise` for one without a character. */
export function tidyName(name: string, otherwise: string): string {
  const tidy = name
    .replace(/[\p{Cc}\uFFFE\uFFFF]/gu, ' ')
    .replace(/\p{Surrogate}/gu, '\uFFFD')
    .normalize('NFC')
    .replace(/\s+/gu, ' ')
    .trim();
  return tidy === '' ? otherwise : tidy;
}

/** The coder of what names none. */
const UNNAMED = 'unnamed';

/** Everybody who coded, in the order in which codings name them. */
export class Coders {
  #names: ReadonlyMap<string, string>;
  #seen = new Map<string, string>();

  constructor(users: readonly { guid: string; name: string }[]) {
    const unique = new UniqueNames();
    this.#names = new Map(users.map(({ guid, name }) => [guid, unique.take(tidyName(name, UNNAMED))]));
  }

  /** The name of the first GUID that is of a user; a GUID that no user has is a coder without a name. */
  nameOf(...guids: string[]): string {
    const guid = guids.find((each) => this.#names.has(each)) ?? '';
    const name = this.#names.get(guid) ?? UNNAMED;
    this.#seen.set(name, name);
    return name;
  }

  get all(): string[] {
    return [...this.#seen.keys()];
  }
}
