/** Makes a codebook of what a foreign file holds: unique ids, names in one line, terms that can be read, no level too deep. */
import type { Code, Codebook, Term } from '../../model.ts';
import { languages as known } from '../../text/languages/index.ts';
import { readColor } from './color.ts';
import type { Draft, DraftCode } from './format.ts';
import { Ids } from './ids.ts';
import { countOf, type Loss } from './losses.ts';
import { readTerm, type TermContext } from './read-term.ts';

export interface BuildOptions extends Omit<TermContext, 'language'> {
  /** Name of the file without its extension. */
  name: string;
  /** Language of all patterns; without it they hold for any language. */
  language?: string;
  /** Grows: the id of each code by its GUIDs in the file. */
  ids?: Map<string, string>;
}

/** Undefined where the draft has no code. */
export function buildCodebook(draft: Draft, options: BuildOptions): Codebook | undefined {
  if (draft.codes.length === 0) return undefined;
  const builder = new Builder({ ...options, language: options.language ?? 'any' }, options.ids);
  const codes = draft.codes.flatMap((code) => builder.build(code, { depth: 0 }));
  const title = tidyName(draft.title ?? options.name);
  return {
    name: new Ids('codebook').create(options.name),
    ...(title === '' ? {} : { title }),
    languages: options.language === undefined ? languagesOf(builder.languages) : [options.language],
    codes,
  };
}

/** Those of terms in our own notation; else all, for nothing in the file is in one of them. */
function languagesOf(used: ReadonlySet<string>): string[] {
  const found = known.map(({ code }) => code).filter((code) => used.has(code));
  return found.length > 0 ? found : known.map(({ code }) => code);
}

interface Parent {
  depth: number;
  id?: string;
  color?: string | undefined;
}

class Builder {
  readonly languages = new Set<string>();
  #context: TermContext;
  #byGuid: Map<string, string>;
  #ids = new Ids('code');
  #names = new Set<string>();

  constructor(context: TermContext, byGuid = new Map<string, string>()) {
    this.#context = context;
    this.#byGuid = byGuid;
  }

  /** The code, and behind it those below it that would lie too deep. */
  build(draft: DraftCode, parent: Parent): Code[] {
    const { losses } = this.#context;
    const { line, notes, terms } = draft;
    const name = tidyName(draft.name) || 'Code without a name';
    const id = this.#createId(name, parent.id, line);
    for (const guid of draft.guids ?? []) this.#byGuid.set(guid, id);
    const color = this.#readColor(draft) ?? parent.color;
    const children = draft.codes.flatMap((child) => this.build(child, { depth: parent.depth + 1, id, color }));
    const isDeepest = parent.depth >= DEEPEST && children.length > 0;
    if (isDeepest) losses.add(TOO_DEEP, line, name);
    const code: Code = {
      id,
      name,
      ...(notes ?? {}),
      ...(color === undefined ? {} : { color }),
      examples: { match: [], noMatch: [] },
      terms: this.#readTerms(terms),
      codes: isDeepest ? [] : children,
      position: { line: Math.max(line, 1), column: 1 },
    };
    return isDeepest ? [code, ...children] : [code];
  }

  #createId(name: string, parent: string | undefined, line: number): string {
    const { losses } = this.#context;
    const id = this.#ids.create(name, parent);
    if (this.#names.has(name.toLowerCase())) losses.add(DOUBLE_NAME, line, name);
    this.#names.add(name.toLowerCase());
    return id;
  }

  #readColor({ color, line }: DraftCode): string | undefined {
    if (color === undefined || color.trim() === '') return undefined;
    const found = readColor(color);
    if (found === undefined) this.#context.losses.add(UNKNOWN_COLOR, line, color);
    return found;
  }

  #readTerms(drafts: DraftCode['terms']): Term[] {
    const terms = new Map<string, Term>();
    for (const draft of drafts) {
      const term = readTerm(draft, this.#context);
      if (!term) continue;
      const key = `${term.language} ${term.source}`;
      if (terms.has(key)) this.#context.losses.add(DOUBLE_TERM, draft.line, draft.pattern);
      else terms.set(key, term);
      this.languages.add(term.language);
    }
    return [...terms.values()];
  }
}

/** YAML of more levels is not read. */
const DEEPEST = 40;

/** In one line, without what cannot be shown. */
export function tidyName(name: string): string {
  return name
    .replace(/[\p{Cc}\uFFFE\uFFFF]/gu, ' ')
    .replace(/\p{Surrogate}/gu, '\uFFFD')
    .normalize('NFC')
    .split(/\s+/u)
    .filter((word) => word !== '')
    .join(' ');
}

const TOO_DEEP: Loss = {
  rule: 'too-deep',
  severity: 'warning',
  tell: (count) => `Raised the subcodes of ${countOf(count, 'code')} to level ${DEEPEST + 1}, the deepest there is`,
  hint: 'so deep a tree is rarely meant: look at the file in the program that made it',
};
const DOUBLE_NAME: Loss = {
  rule: 'double-name',
  severity: 'information',
  tell: (count) => `Gave ${countOf(count, 'code')} with the name of another code an id of its own`,
  hint: 'give them names that tell them apart in tables',
};
const UNKNOWN_COLOR: Loss = {
  rule: 'unknown-color',
  severity: 'information',
  tell: (count) => `Left out ${countOf(count, 'colour')}, expected one such as #2e86c1`,
  hint: 'add it to the codebook as color: "#rrggbb"',
};
const DOUBLE_TERM: Loss = {
  rule: 'double-term',
  severity: 'information',
  tell: (count) => `Left out ${countOf(count, 'term')} that the same code has already`,
  hint: 'no count changes by it',
};
