/** Makes a tree of lines that are indented, or of paths such as `Barriers > Privacy`. */
import { type DraftCode, draftCode } from './format.ts';

/** Nests codes by how far each is indented: further than the code before it means below it. */
export class Outline {
  readonly codes: DraftCode[] = [];
  #open: { indent: number; code: DraftCode }[] = [];

  add(code: DraftCode, indent: number): void {
    while ((this.#open.at(-1)?.indent ?? -1) >= indent) this.#open.pop();
    (this.#open.at(-1)?.code.codes ?? this.codes).push(code);
    // A deeper line is a sibling of this one where the tree is deep enough.
    if (this.#open.length < DEEPEST) this.#open.push({ indent, code });
  }

  /** The last code that is indented less. */
  parentOf(indent: number): DraftCode | undefined {
    return this.#open.findLast((each) => each.indent < indent)?.code;
  }
}

const DEEPEST = 50;

/** Finds codes by their path, and makes those that are missing. */
export class PathTree {
  readonly codes: DraftCode[] = [];
  #byPath = new Map<string, DraftCode>();

  /** The code at the path; `isNew` unless the path was asked for itself before. */
  take(path: readonly string[], line: number): { code: DraftCode; isNew: boolean } | undefined {
    let codes = this.codes;
    let key = '';
    let found: { code: DraftCode; isNew: boolean } | undefined;
    for (const name of path.slice(0, DEEPEST)) {
      key += `\n${name}`;
      const known = this.#byPath.get(key);
      const code = known ?? draftCode(name, line);
      if (!known) {
        this.#byPath.set(key, code);
        codes.push(code);
      }
      found = { code, isNew: !known };
      codes = code.codes;
    }
    return found;
  }
}

/** Width of the blanks that a line begins with; a tab is as wide as eight of them. */
export function indentOf(line: string): number {
  let width = 0;
  for (const character of line) {
    if (character !== ' ' && character !== '\t') break;
    width += character === '\t' ? 8 : 1;
  }
  return width;
}
