/** What any text must hold that a pattern matches: a look for plain strings spares most patterns their slow search. */

/** Of each set one string at least stands in every text that the pattern matches. No sets: nothing is known. */
export type RequiredLiterals = readonly (readonly string[])[];

/** All that a part of a pattern can match, in lower case, or, where that is too much to list, what it requires. */
export type Strings = { exact: readonly string[] } | { exact?: undefined; required: RequiredLiterals };

interface Group {
  branches: Strings[];
  parts: Strings[];
}

export const UNKNOWN: Strings = { required: [] };
/** Flags, and signs by their number: rare, so that nothing is said of a pattern with one. */
const NOT_READ = /\(\?(?!:)|\\[QECx\d]/;
const TOKEN =
  /\(\?:|\[\^?\]?(?:\\[\s\S]|\[:\^?\w+:\]|[^\]\\])*\]|\\[pP]\{[^}]*\}|\\[pP]?[\s\S]|[*+?]\??|\{\d+(?:,\d*)?\}\??|[a-zA-Z\d]+(?![*+?{])|[\s\S]/g;
const LITERAL = /^[a-zA-Z\d]+$/;
const QUANTIFIER = /^(?:[*+?]|\{\d)/;
const MOST_STRINGS = 64;
/** Letters of a string at least; single ones stand in nearly every text. */
export const SHORTEST = 2;

/** The strings in lower case that a valid pattern of RE2's kind cannot do without; made of English letters and digits. */
export function requiredLiterals(pattern: string): RequiredLiterals {
  if (NOT_READ.test(pattern)) return [];
  const groups: Group[] = [{ branches: [], parts: [] }];
  for (const token of pattern.match(TOKEN) ?? []) readToken(token, groups);
  return requiredOf(closeGroup(groups[0] as Group));
}

/** Whether a text in lower case may hold a match. */
export function mayMatch(lowered: string, required: RequiredLiterals): boolean {
  return required.every((strings) => strings.some((each) => lowered.includes(each)));
}

function readToken(token: string, groups: Group[]): void {
  const group = groups.at(-1) as Group;
  if (LITERAL.test(token)) group.parts.push({ exact: [token.toLowerCase()] });
  else if (token === '(' || token === '(?:') groups.push({ branches: [], parts: [] });
  else if (token === ')') {
    groups.pop();
    groups.at(-1)?.parts.push(closeGroup(group));
  } else if (token === '|') {
    group.branches.push(inSequence(group.parts));
    group.parts = [];
  } else if (QUANTIFIER.test(token)) group.parts.push(repeated(group.parts.pop() ?? UNKNOWN, token));
  else if (token !== '^' && token !== '$') group.parts.push(UNKNOWN);
}

function closeGroup({ branches, parts }: Group): Strings {
  return either([...branches, inSequence(parts)]);
}

/** With a quantifier behind it. */
export function repeated(part: Strings, quantifier: string): Strings {
  if (quantifier.startsWith('?')) return part.exact ? { exact: [...part.exact, ''] } : UNKNOWN;
  return quantifier.startsWith('*') || /^\{0+[,}]/.test(quantifier) ? UNKNOWN : { required: requiredOf(part) };
}

/** Parts behind each other: neighbours that can be listed grow together into longer strings, until they are too many. */
export function inSequence(parts: readonly Strings[]): Strings {
  if (parts.length === 1) return parts[0] as Strings;
  const required: (readonly string[])[] = [];
  let run: readonly string[] = [''];
  let isWhole = true;
  for (const part of parts) {
    if (part.exact && run.length * part.exact.length <= MOST_STRINGS) {
      const ends = part.exact;
      run =
        ends.length === 1
          ? run.map((start) => start + ends[0])
          : run.flatMap((start) => ends.map((end) => start + end));
      continue;
    }
    isWhole = false;
    required.push(...requiredOf({ exact: run }), ...(part.exact ? [] : part.required));
    run = part.exact ?? [''];
  }
  return isWhole ? { exact: run } : { required: [...required, ...requiredOf({ exact: run })] };
}

/** Alternatives. */
export function either(branches: readonly Strings[]): Strings {
  if (branches.length === 1) return branches[0] as Strings;
  const listed = branches.flatMap((branch) => branch.exact ?? []);
  if (branches.every((branch) => branch.exact) && listed.length <= MOST_STRINGS) return { exact: listed };
  const sets = branches.map((branch) => bestOf(requiredOf(branch)));
  const strings = sets.flatMap((set) => set ?? []);
  return sets.includes(undefined) ? UNKNOWN : { required: [withoutLonger(strings)] };
}

export function requiredOf(part: Strings): RequiredLiterals {
  if (!part.exact) return part.required;
  return part.exact.every((each) => each.length >= SHORTEST) ? [withoutLonger(part.exact)] : [];
}

/** The set whose shortest string is the longest: the rarest, as far as one can tell. */
export function bestOf(sets: RequiredLiterals): readonly string[] | undefined {
  const shortest = (set: readonly string[]) => Math.min(...set.map((each) => each.length));
  return sets.reduce<readonly string[] | undefined>(
    (best, set) => (!best || shortest(set) > shortest(best) ? set : best),
    undefined,
  );
}

/** A string that holds another of them adds nothing. */
function withoutLonger(strings: readonly string[]): readonly string[] {
  if (strings.length === 1) return strings;
  const distinct = [...new Set(strings)];
  return distinct.filter((each) => !distinct.some((other) => other !== each && each.includes(other)));
}
