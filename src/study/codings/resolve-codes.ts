/** Finds the codes of stated codings in a codebook, and adds those that it lacks, so that nothing is dropped. */
import { listCodes } from '../../codebook/code-tree.ts';
import { tidyName } from '../../codebook/formats/build-codebook.ts';
import { Ids } from '../../codebook/formats/ids.ts';
import { CodeMatcher, nameKey } from '../../exchange/match-codes.ts';
import type { Code, Codebook, CodingSet, Message } from '../../model.ts';
import { createMessage } from '../../text/messages.ts';

export interface ResolvedCodes {
  /** With the codes that were added, at its end. */
  codebook: Codebook;
  /** The sets with the ids of that codebook, in their order. */
  sets: CodingSet[];
  messages: Message[];
}

/** `isGiven` tells whether the codebook is one that should have them: then it is told what it lacks. */
export function resolveCodes(codebook: Codebook, sets: readonly CodingSet[], isGiven: boolean): ResolvedCodes {
  const additions = new AddedCodes(codebook, isGiven);
  const messages: Message[] = [];
  const resolved = sets.map((set) => {
    const { codebook: stated, ...rest } = set;
    const matcher = new CodeMatcher(codebook, set);
    const paths = stated ? listPaths(stated) : undefined;
    const lacking = new Map<string, number>();
    const codings = set.codings.map((coding) => {
      const known = matcher.find(coding.code, coding.codeId);
      if (known !== undefined) return { ...coding, code: [known] };
      const from = coding.code.length === 1 ? paths?.get(coding.code[0] ?? '') : undefined;
      const added = additions.add(from?.path ?? coding.code, from?.code);
      lacking.set(added.name, (lacking.get(added.name) ?? 0) + 1);
      return { ...coding, code: [added.id] };
    });
    if (isGiven && lacking.size > 0) messages.push(reportLacking(set.path, lacking));
    return { ...rest, codings };
  });
  return { codebook: { ...codebook, codes: [...codebook.codes, ...additions.codes] }, sets: resolved, messages };
}

interface StatedCode {
  path: string[];
  code: Code;
}

function listPaths(codebook: Codebook): Map<string, StatedCode> {
  const nodes = listCodes(codebook);
  const nameOf = (index: number) => nodes[index]?.code.name ?? '';
  return new Map(
    nodes.map(({ code, ancestors }) => [code.id, { path: [...ancestors.map(nameOf).reverse(), code.name], code }]),
  );
}

/** Codes at the end of a book. In a book that is given they stand by themselves, for its tree is not ours to change. */
class AddedCodes {
  readonly codes: Code[] = [];
  readonly #ids = new Ids('code');
  readonly #taken: Set<string>;
  readonly #names: Set<string>;
  readonly #isFlat: boolean;
  readonly #byPath = new Map<string, Code>();

  constructor(codebook: Codebook, isFlat: boolean) {
    const codes = listCodes(codebook).map(({ code }) => code);
    this.#taken = new Set(codes.map(({ id }) => id));
    this.#names = new Set(codes.map(({ name }) => nameKey(name)));
    this.#isFlat = isFlat;
  }

  /** The code of that path, made when it is first asked for; `like` is what another book says of it. */
  add(path: readonly string[], like?: Code): Code {
    if (path.length > DEEPEST) return this.add([path.join(' \\ ')], like);
    const key = path.map(nameKey).join('\u0000');
    const known = this.#byPath.get(key);
    if (known) return known;
    const last = path.at(-1) ?? '';
    const parent = this.#isFlat || path.length < 2 ? undefined : this.add(path.slice(0, -1));
    const written = this.#isFlat && this.#names.has(nameKey(last)) ? path.join(' \\ ') : last;
    const name = tidyName(written) || 'Code without a name';
    const code: Code = {
      ...(like ?? EMPTY),
      id: this.#createId(last, parent?.id),
      name,
      terms: [],
      codes: [],
    };
    this.#names.add(nameKey(name));
    this.#byPath.set(key, code);
    (parent?.codes ?? this.codes).push(code);
    return code;
  }

  #createId(name: string, parent: string | undefined): string {
    let id = this.#ids.create(name, parent);
    while (this.#taken.has(id)) id = this.#ids.create(name, parent);
    this.#taken.add(id);
    return id;
  }
}

/** As deep as a codebook can be. */
const DEEPEST = 40;

const EMPTY: Omit<Code, 'id' | 'name'> = {
  examples: { match: [], noMatch: [] },
  terms: [],
  codes: [],
  position: { line: 1, column: 1 },
};

const MOST_NAMED = 5;

function reportLacking(path: string, lacking: ReadonlyMap<string, number>): Message {
  const all = [...lacking];
  const named = all.slice(0, MOST_NAMED).map(([name, codings]) => `\`${name}\` (${codings})`);
  const more = all.length > MOST_NAMED ? ` and ${all.length - MOST_NAMED} more` : '';
  const what = all.length === 1 ? 'code' : `${all.length} codes`;
  const reason = `Unexpected ${what} ${named.join(', ')}${more} with so many codings, expected those of the codebook; added at its end`;
  const hint = 'add them to the codebook, or give codes the same id or name; -c names another codebook';
  return createMessage(reason, { rule: 'unknown-code', severity: 'warning', path, hint });
}
