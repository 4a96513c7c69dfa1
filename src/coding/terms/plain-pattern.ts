/** Plain patterns, which are nearly all, searched by the machine's own regular expressions: no text can make them slow, as it could others. */
import { CAPITALS } from './plain-text.ts';
import {
  either,
  inSequence,
  type RequiredLiterals,
  repeated,
  requiredOf,
  type Strings,
  UNKNOWN,
} from './required-literals.ts';

/** Plain are letters, digits, blanks, groups, alternatives, classes, `?` and `{m,n}`, and `+` and `*` behind what is no blank. Ways to try at one place of a text; more could take long. */
const MOST_WAYS = 20_000;
const MOST_REPEATS = 100;
/** `\w+` before something that may be a letter itself: its letters can be given back one by one. */
const WAYS_OF_RUN = 20;

const TOKEN =
  /\(\?:|\\[wd]|\\p\{l\}|\[\^?(?:[a-z\d ,;:.!?'’-]|\\[swd]|\\p\{l\})+\]|\{\d+(?:,\d+)?\}|[a-z\d]+(?![*+?{])|[\s\S]/g;
const LETTERS = /^[a-z\d]+$/;
/** What needs a sign, and says nothing of which. */
const SIGN = /^(?:\\[wd]|\\p\{l\}|[,;:'’"%€&/!-])$/;
const PUNCTUATION = /^[,;:'’"%€&/!-]$/;
const REPEAT = /^[?*+{]/;
const LETTER = '[a-zA-Z_]';
/** What a blank in a pattern stands for, one sign of it. */
const WHITE = '\\t\\n\\f\\r ';
const BLANK = `[${WHITE}]+`;

/** What a part of a pattern can match. */
interface Part {
  /** How many ways there are to match it at one place, at most. */
  ways: number;
  /** The letter or digit that it begins with, where that is certain; else empty. */
  first: string;
  /** Whether it matches nothing at all, and whether it matches a single blank. */
  isNullable: boolean;
  isBlank: boolean;
  strings: Strings;
}

const SIGN_PART: Part = { ways: 1, first: '', isNullable: false, isBlank: false, strings: UNKNOWN };
const BLANK_SIGN: Part = { ...SIGN_PART, isBlank: true };

export interface PlainPattern {
  /** For a text that came through `toPlainText`; hits begin and end at the edges of words. */
  readonly search: RegExp;
  /** Whether it matches no text at all, or a blank. */
  isEmpty: boolean;
  required: RequiredLiterals;
}

/** A pattern is read when its book is checked, and again when it is first searched. */
const known = new Map<string, PlainPattern | undefined>();
const MOST_KNOWN = 4096;

/** Nothing for a pattern that is not plain, valid or not. */
export function readPlainPattern(pattern: string): PlainPattern | undefined {
  if (known.has(pattern)) return known.get(pattern);
  if (known.size >= MOST_KNOWN) known.clear();
  const plain = readPattern(pattern);
  known.set(pattern, plain);
  return plain;
}

function readPattern(pattern: string): PlainPattern | undefined {
  if (/\\(?!w|d|p\{L\}|s)/.test(pattern)) return undefined;
  const tokens = pattern.normalize('NFC').toLowerCase().match(TOKEN) ?? [];
  const reader = new Reader(tokens);
  const part = reader.readAlternatives();
  if (!part || !reader.isAtEnd || part.ways > MOST_WAYS) return undefined;
  let search: RegExp | undefined;
  return {
    // Most patterns of a book are never searched, and making one takes as long as reading it.
    get search() {
      search ??= new RegExp(`(?<!\\w)(?:${tokens.map(toSource).join('')})(?!\\w)`, 'g');
      return search;
    },
    isEmpty: part.isNullable || part.isBlank,
    required: requiredOf(part.strings),
  };
}

/** A token as JavaScript writes it. */
function toSource(token: string, at: number, tokens: readonly string[]): string {
  if (token === '(') return '(?:';
  if (token === ' ') return REPEAT.test(tokens[at + 1] ?? '') ? `(?:${BLANK})` : BLANK;
  if (token === '\\p{l}') return LETTER;
  if (token === '.') return '[^\\n]';
  if (token.startsWith('[')) return token.replace(/\\s| |\\p\{l\}/g, (sign) => (sign === '\\p{l}' ? 'a-zA-Z_' : WHITE));
  return CAPITALS.get(token) ?? token;
}

/** Where its first token stands, and whether it has alternatives so far. */
interface Group {
  start: number;
  hasBranches: boolean;
}

class Reader {
  #tokens: readonly string[];
  #at = 0;
  /** Those that are open. */
  #groups: Group[] = [];

  constructor(tokens: readonly string[]) {
    this.#tokens = tokens;
  }

  get isAtEnd(): boolean {
    return this.#at === this.#tokens.length;
  }

  readAlternatives(): Part | undefined {
    const parts: Part[] = [];
    for (;;) {
      const part = this.#readSequence();
      if (!part) return undefined;
      parts.push(part);
      if (this.#tokens[this.#at] !== '|') break;
      const group = this.#groups.at(-1);
      if (group) group.hasBranches = true;
      this.#at++;
    }
    return parts.length === 1 ? parts[0] : inBranches(parts);
  }

  #readSequence(): Part | undefined {
    const parts: Part[] = [];
    for (let token = this.#tokens[this.#at]; token !== undefined && token !== '|' && token !== ')'; ) {
      const single = this.#readSingle(token);
      const part = single && this.#readRepeats(single, token);
      if (!part) return undefined;
      parts.push(part);
      token = this.#tokens[this.#at];
    }
    return parts.length === 1 ? parts[0] : inOrder(parts);
  }

  #readSingle(token: string): Part | undefined {
    this.#at++;
    if (token === '(' || token === '(?:') {
      this.#groups.push({ start: this.#at, hasBranches: false });
      const inner = this.readAlternatives();
      this.#groups.pop();
      return this.#tokens[this.#at++] === ')' ? inner : undefined;
    }
    if (token === ' ' || token === '.') return BLANK_SIGN;
    if (LETTERS.test(token)) return readLetters(token, { exact: [token] });
    if (SIGN.test(token)) return SIGN_PART;
    if (token.length > 1 && token.startsWith('[')) return readClass(token);
    const capital = CAPITALS.get(token);
    return capital === undefined ? undefined : readLetters(capital, UNKNOWN);
  }

  /** What stands behind a single part; of a row of signs for repetition RE2 and JavaScript think differently. */
  #readRepeats(part: Part, token: string): Part | undefined {
    const sign = this.#tokens[this.#at] ?? '';
    if (sign !== '?' && sign !== '*' && sign !== '+' && !sign.startsWith('{')) return part;
    this.#at++;
    if (REPEAT.test(this.#tokens[this.#at] ?? '')) return undefined;
    const { isNullable, isBlank } = part;
    const strings = repeated(part.strings, sign);
    if (sign === '?') return { ways: part.ways + 1, first: '', isNullable: true, isBlank, strings };
    // What is empty can be repeated in many ways, and of those RE2 and JavaScript may take others.
    if (isNullable) return undefined;
    if (sign === '*' || sign === '+')
      return token.length > 1 && !token.startsWith('(') && !isBlank
        ? { ways: this.#waysOfRun(token), first: '', isNullable: sign === '*', isBlank, strings }
        : undefined;
    const [least = 0, most = least] = sign.slice(1, -1).split(',').map(Number);
    if (least > most || most > MOST_REPEATS) return undefined;
    const ways = sum(Array.from({ length: most - least + 1 }, (_, more) => part.ways ** (least + more)));
    return { ways, first: '', isNullable: least === 0, isBlank: isBlank && least <= 1, strings };
  }

  /** Of a run of `sign`, which is no blank: one way where what must follow is a blank, nothing, or no letter after letters. */
  #waysOfRun(sign: string): number {
    const isLetters = sign === '\\w' || sign === '\\d' || sign === '\\p{l}';
    let level = this.#groups.length;
    let isOtherBranch = false;
    for (let next = this.#at, depth = 0; next < this.#tokens.length; next++) {
      const token = this.#tokens[next] as string;
      if (token === '|' && depth === 0) isOtherBranch = true;
      else if (token.startsWith('(') && isOtherBranch) depth++;
      else if (token === ')' && depth > 0) depth--;
      else if (token === ')') {
        const group = this.#groups[--level];
        const isRepeated = this.#tokens[next + 1]?.startsWith('{');
        if (isRepeated && (isOtherBranch || !this.#beginsWithBlank(group))) return WAYS_OF_RUN;
        isOtherBranch = false;
      } else if (isOtherBranch || REPEAT.test(token) || (isLetters && PUNCTUATION.test(token))) continue;
      else return token === ' ' ? 1 : WAYS_OF_RUN;
    }
    return 1;
  }

  /** Whether what comes before the repetition of a group is certainly a blank. */
  #beginsWithBlank(group: Group | undefined): boolean {
    if (!group || group.hasBranches) return false;
    const { start } = group;
    return this.#tokens[start] === ' ' && !REPEAT.test(this.#tokens[start + 1] ?? '');
  }
}

/** Parts behind each other; together they match a single blank where one does, and the others nothing. */
function inOrder(parts: readonly Part[]): Part {
  let ways = 1;
  let isNullable = true;
  let isBlank = false;
  for (const part of parts) {
    ways *= part.ways;
    isBlank = (isBlank && part.isNullable) || (isNullable && part.isBlank);
    isNullable &&= part.isNullable;
  }
  const strings = inSequence(parts.map((part) => part.strings));
  return { ways, first: parts[0]?.first ?? '', isNullable, isBlank, strings };
}

function inBranches(parts: readonly Part[]): Part {
  return {
    ways: countWays(parts),
    first: '',
    isNullable: parts.some(({ isNullable }) => isNullable),
    isBlank: parts.some(({ isBlank }) => isBlank),
    strings: either(parts.map(({ strings }) => strings)),
  };
}

/** At one place only those alternatives can match that begin with the same letter, and those of which the first is not certain. */
function countWays(parts: readonly Part[]): number {
  const waysByFirst = new Map<string, number>();
  for (const { first, ways } of parts) {
    waysByFirst.set(first, (waysByFirst.get(first) ?? 0) + ways);
  }
  const uncertain = waysByFirst.get('') ?? 0;
  waysByFirst.delete('');
  return uncertain + Math.max(0, ...waysByFirst.values());
}

function readClass(token: string): Part | undefined {
  const isNegated = token.startsWith('[^');
  const inner = token.slice(isNegated ? 2 : 1, -1);
  // Other ranges than these, and a hyphen that could make one, are left to RE2.
  const rest = inner.replace(/\\[swd]|\\p\{l\}|a-z|0-9/g, '');
  if (/.-./.test(rest) || (rest.includes('-') && rest.length < inner.length)) return undefined;
  return isNegated !== /\\s| /.test(inner) ? BLANK_SIGN : SIGN_PART;
}

function readLetters(letters: string, strings: Strings): Part {
  return { ways: 1, first: letters.charAt(0), isNullable: false, isBlank: false, strings };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
