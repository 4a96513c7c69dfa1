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
/** Of a run such as `\w+` before something that may be a letter itself: its letters can be given back one by one. */
const WAYS_OF_RUN = 20;

const TOKEN =
  /\(\?:|\\[wd]|\\p\{l\}|\[\^?(?:[a-z\d ,;:.!?'’-]|\\[swd]|\\p\{l\})+\]|\{\d+(?:,\d+)?\}|[a-z\d]+(?![*+?{])|[\s\S]/g;
const LETTERS = /^[a-z\d]+$/;
const LETTER_SIGN = /^\\(?:[wd]|p\{l\})$/;
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
  /** Signs that it may begin with, and those that a run at its end would go on over: bits of Signs. */
  begins: number;
  goesOn: number;
  strings: Strings;
}

const Signs = { none: 0, blank: 1, punctuation: 2, letter: 4, visible: 6, any: 7 };

const LETTER_PART: Part = {
  ways: 1,
  first: '',
  isNullable: false,
  isBlank: false,
  begins: Signs.letter,
  goesOn: Signs.none,
  strings: UNKNOWN,
};
const PUNCTUATION_PART: Part = { ...LETTER_PART, begins: Signs.punctuation };
const VISIBLE_PART: Part = { ...LETTER_PART, begins: Signs.visible };
const ANY_PART: Part = { ...LETTER_PART, isBlank: true, begins: Signs.any };
const BLANK_PART: Part = { ...LETTER_PART, isBlank: true, begins: Signs.blank, goesOn: Signs.blank };

export interface PlainPattern {
  /** For a text that came through `toPlainText`; hits begin and end at the edges of words. */
  readonly search: RegExp;
  /** Whether it matches no text at all, or a blank. */
  isEmpty: boolean;
  required: RequiredLiterals;
  /** All that it matches, where that is single words of ASCII and not too many: they need no search. */
  words: readonly string[] | undefined;
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
    words: part.strings.exact && [...new Set(part.strings.exact)],
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

class Reader {
  #tokens: readonly string[];
  #at = 0;

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
      const inner = this.readAlternatives();
      return this.#tokens[this.#at++] === ')' ? inner : undefined;
    }
    if (token === ' ') return BLANK_PART;
    if (LETTERS.test(token)) return readLetters(token, { exact: [token] });
    if (LETTER_SIGN.test(token)) return LETTER_PART;
    if (PUNCTUATION.test(token)) return PUNCTUATION_PART;
    if (token === '.') return ANY_PART;
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
    const once = { ...part, first: '', strings: repeated(part.strings, sign) };
    if (sign === '?') return { ...once, ways: part.ways + 1, isNullable: true };
    // What is empty can be repeated in many ways, and of those RE2 and JavaScript may take others.
    if (part.isNullable) return undefined;
    if (sign === '*' || sign === '+')
      return token.length > 1 && !token.startsWith('(') && !part.isBlank
        ? { ...once, isNullable: sign === '*', goesOn: part.begins }
        : undefined;
    const [least = 0, most = least] = sign.slice(1, -1).split(',').map(Number);
    if (least > most || most > MOST_REPEATS) return undefined;
    const waysOnce = part.begins & part.goesOn ? part.ways * WAYS_OF_RUN : part.ways;
    const ways = sum(Array.from({ length: most - least + 1 }, (_, more) => waysOnce ** (least + more)));
    return { ...once, ways, isNullable: least === 0, isBlank: part.isBlank && least <= 1 };
  }
}

/** Parts behind each other; together they match a single blank where one does, and the others nothing. */
function inOrder(parts: readonly Part[]): Part {
  let ways = 1;
  let isNullable = true;
  let isBlank = false;
  let begins = Signs.none;
  let goesOn = Signs.none;
  for (const part of parts) {
    const isEntered = (part.begins & goesOn) !== 0;
    ways *= isEntered ? part.ways * WAYS_OF_RUN : part.ways;
    goesOn = part.goesOn | (part.isNullable && !isEntered ? goesOn : Signs.none);
    if (isNullable) begins |= part.begins;
    isBlank = (isBlank && part.isNullable) || (isNullable && part.isBlank);
    isNullable &&= part.isNullable;
  }
  const first = parts[0]?.first ?? '';
  return { ways, first, isNullable, isBlank, begins, goesOn, strings: inSequence(parts.map((part) => part.strings)) };
}

function inBranches(parts: readonly Part[]): Part {
  return {
    ways: countWays(parts),
    first: '',
    isNullable: parts.some(({ isNullable }) => isNullable),
    isBlank: parts.some(({ isBlank }) => isBlank),
    begins: parts.reduce((signs, { begins }) => signs | begins, Signs.none),
    goesOn: parts.reduce((signs, { goesOn }) => signs | goesOn, Signs.none),
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
  return isNegated !== /\\s| /.test(inner) ? ANY_PART : VISIBLE_PART;
}

function readLetters(letters: string, strings: Strings): Part {
  const { ways, isNullable, isBlank, begins, goesOn } = LETTER_PART;
  return { ways, first: letters.charAt(0), isNullable, isBlank, begins, goesOn, strings };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
