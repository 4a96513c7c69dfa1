/** Plain patterns, which are nearly all, searched by the machine's own regular expressions: no text can make them slow, as it could others. */
import { lowerForStrings } from '../../text/fold.ts';

/** Each has a capital in plain texts; every other letter with diacritics becomes `_`. */
const DIACRITICS = 'àáâäçèéêëìíîïñòóôöùúûüåøæœ';
const MAPPED = new Map([...DIACRITICS].map((letter, at) => [letter, String.fromCharCode(65 + at)]));

/** Plain are letters, digits, blanks, groups, alternatives, classes, `?` and `{m,n}`, and `+` and `*` behind what is no blank. Ways to try at one place of a text; more could take long. */
const MOST_WAYS = 20_000;
const MOST_REPEATS = 100;
/** `\w+` before something that may be a letter itself: its letters can be given back one by one. */
const WAYS_OF_RUN = 20;

const TOKEN =
  /\(\?:|\\[wd]|\\p\{l\}|\[\^?(?:[a-z\d ,;:.!?'’-]|\\[swd]|\\p\{l\})+\]|\{\d+(?:,\d+)?\}|[a-z\d]+(?![*+?{])|[\s\S]/g;
const LITERAL = /^(?:[a-z\d]+|[,;:'’"%€&/!-])$/;
const LETTER = '[a-zA-Z_]';
/** What a blank in a pattern stands for, one sign of it. */
const WHITE = '\\t\\n\\f\\r ';
const BLANK = `[${WHITE}]+`;

/** A part of a pattern. */
interface Part {
  source: string;
  /** How many ways there are to match it at one place, at most. */
  ways: number;
  /** The letter or digit that it begins with, where that is certain; else empty. */
  first: string;
  /** Whether it matches nothing at all, and whether it matches a single blank. */
  isNullable: boolean;
  isBlank: boolean;
}

export interface PlainPattern {
  /** For a text that came through {@link toPlainText}; hits begin and end at the edges of words. */
  readonly search: RegExp;
  /** Whether it matches no text at all, or a blank. */
  isEmpty: boolean;
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
  const reader = new Reader(pattern.normalize('NFC').toLowerCase().match(TOKEN) ?? []);
  const part = reader.readAlternatives();
  if (!part || !reader.isAtEnd || part.ways > MOST_WAYS) return undefined;
  let search: RegExp | undefined;
  return {
    // Most patterns of a book are never searched, and making one takes as long as reading it.
    get search() {
      search ??= new RegExp(`(?<!\\w)(?:${part.source})(?!\\w)`, 'g');
      return search;
    },
    isEmpty: part.isNullable || part.isBlank,
  };
}

/**
 * The text in small letters of ASCII, offsets unchanged: capitals stand for some letters with diacritics, `_` for every other
 * letter. Nothing where that would say too little, or a character has two units or changes its length with its case.
 */
export function toPlainText(text: string): string | undefined {
  const lower = lowerForStrings(text);
  if (lower.length !== text.length || /[\uD800-\uDFFF_]/.test(lower)) return undefined;
  if (!/[^\0-\x7F]/.test(lower)) return lower;
  if (/(?![\0-\x7F])[\p{M}\p{N}]/u.test(lower)) return undefined;
  return lower.replace(/[^\0-\x7F]/g, (sign) => MAPPED.get(sign) ?? (/\p{L}/u.test(sign) ? '_' : sign));
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
    if (parts.length === 1) return parts[0];
    return {
      source: parts.map(({ source }) => source).join('|'),
      ways: countWays(parts),
      first: '',
      isNullable: parts.some(({ isNullable }) => isNullable),
      isBlank: parts.some(({ isBlank }) => isBlank),
    };
  }

  #readSequence(): Part | undefined {
    let whole = EMPTY;
    for (let token = this.#tokens[this.#at]; token !== undefined && token !== '|' && token !== ')'; ) {
      const single = this.#readSingle(token);
      const part = single && this.#readRepeats(single, token);
      if (!part) return undefined;
      whole = whole === EMPTY ? part : follow(whole, part);
      token = this.#tokens[this.#at];
    }
    return whole;
  }

  #readSingle(token: string): Part | undefined {
    this.#at++;
    if (token === '(' || token === '(?:') {
      const inner = this.readAlternatives();
      if (!inner || this.#tokens[this.#at++] !== ')') return undefined;
      return { ...inner, source: `(?:${inner.source})`, first: '' };
    }
    if (token === ' ') return createSign(BLANK, true);
    if (token === '\\w' || token === '\\d' || LITERAL.test(token)) return createSign(token);
    if (token === '\\p{l}') return createSign(LETTER);
    if (token === '.') return createSign('[^\\n]', true);
    if (token.length > 1 && token.startsWith('[')) return readClass(token);
    const mapped = MAPPED.get(token);
    return mapped === undefined ? undefined : createSign(mapped);
  }

  /** What stands behind a single part; of a row of signs for repetition RE2 and JavaScript think differently. */
  #readRepeats(part: Part, token: string): Part | undefined {
    const sign = this.#tokens[this.#at] ?? '';
    if (sign !== '?' && sign !== '*' && sign !== '+' && !sign.startsWith('{')) return part;
    this.#at++;
    if (/^[?*+{]/.test(this.#tokens[this.#at] ?? '')) return undefined;
    const source = `${token === ' ' ? `(?:${part.source})` : part.source}${sign}`;
    const repeated = { ...part, source, first: '' };
    if (sign === '?') return { ...repeated, ways: part.ways + 1, isNullable: true };
    // What is empty can be repeated in many ways, and of those RE2 and JavaScript may take others.
    if (part.isNullable) return undefined;
    if (sign === '*' || sign === '+')
      return token.length > 1 && !token.startsWith('(') && !part.isBlank
        ? { ...repeated, ways: this.#waysOfRun(), isNullable: sign === '*' }
        : undefined;
    const [least = 0, most = least] = sign.slice(1, -1).split(',').map(Number);
    if (least > most || most > MOST_REPEATS) return undefined;
    const ways = sum(Array.from({ length: most - least + 1 }, (_, more) => part.ways ** (least + more)));
    return { ...repeated, ways, isNullable: least === 0, isBlank: part.isBlank && least <= 1 };
  }

  /** Of a run of what is no blank: one way where a blank, or nothing, must follow. */
  #waysOfRun(): number {
    let next = this.#at;
    let isOtherBranch = false;
    for (let depth = 0; next < this.#tokens.length; next++) {
      const token = this.#tokens[next] as string;
      if (token === '|' && depth === 0) isOtherBranch = true;
      else if (token.startsWith('(') && isOtherBranch) depth++;
      else if (token === ')' && depth > 0) depth--;
      else if (token === ')') isOtherBranch = false;
      else if (!isOtherBranch && !/^(?:[?*+]|\{)/.test(token)) return token === ' ' ? 1 : WAYS_OF_RUN;
    }
    return 1;
  }
}

/** Nothing at all. */
const EMPTY: Part = { source: '', ways: 1, first: '', isNullable: true, isBlank: false };

/** One part behind another; together they match a single blank where one does, and the other nothing. */
function follow(before: Part, after: Part): Part {
  return {
    source: before.source + after.source,
    ways: before.ways * after.ways,
    first: before.first,
    isNullable: before.isNullable && after.isNullable,
    isBlank: (before.isBlank && after.isNullable) || (before.isNullable && after.isBlank),
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
  const source = inner.replace(/\\s| |\\p\{l\}/g, (sign) => (sign === '\\p{l}' ? 'a-zA-Z_' : WHITE));
  return createSign(`[${isNegated ? '^' : ''}${source}]`, isNegated !== /\\s| /.test(inner));
}

function createSign(source: string, isBlank = false): Part {
  return { source, ways: 1, first: /^[a-zA-Z\d]/.test(source) ? source.charAt(0) : '', isNullable: false, isBlank };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
