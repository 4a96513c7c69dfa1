/** Reads conditions such as `code:barriers AND NOT code:supervision AND function=coordinator`. */
import { fold } from '../text/fold.ts';
import { type Comparison, type Condition, type Operator, SUBJECTS } from './condition.ts';
import { OptionError } from './option-error.ts';

/**
 * `condition = and { OR and }`, `and = not { AND not }`, `not = NOT not | ( condition ) | test`,
 * `test = code:ID | negated | name operator value`. Keywords in any case. Names and values with blanks stand in quotes; a name
 * in quotes is always that of a document variable. Throws an `OptionError` that says where and what was expected; `option` is
 * the one that the condition was written behind.
 */
export function parseCondition(text: string, option = '--where'): Condition {
  return new Parser(text, option).parse();
}

interface Token {
  kind: 'word' | 'operator' | '(' | ')';
  text: string;
  /** Offset in the condition. */
  start: number;
  quoted?: boolean;
}

const LONGEST = 2000;
const DEEPEST = 50;
const TOKEN =
  /\s+|(?<bracket>[()])|(?<operator>[!<>]=|[=<>≠≤≥])|"(?<straight>[^"]*)"|[“”„](?<curly>[^“”]*)[“”]|'(?<single>[^']*)'|[‘’](?<curled>[^‘’]*)[‘’]|(?<word>[^\s()=<>!≠≤≥"“”„'‘’][^\s()=<>!≠≤≥"“”„]*)/uy;
const SAME_OPERATOR: Record<string, Operator> = { '≠': '!=', '≤': '<=', '≥': '>=' };
const EXAMPLE = "as in 'function=coordinator AND NOT code:barriers'";
/** Without quotes a shell cuts it at the first blank. */
const EXAMPLE_AT_END = `put the whole condition in quotes, ${EXAMPLE}`;
const OPERATORS = '= != < <= > >=';
const A_TEST = '`code:ID`, `negated` or a comparison such as `function=coordinator`';

class Parser {
  #text: string;
  #option: string;
  #tokens: Token[];
  #at = 0;
  #depth = 0;

  constructor(text: string, option: string) {
    this.#text = text.normalize('NFC');
    this.#option = option;
    if (this.#text.length > LONGEST) throw new OptionError(`Unexpected ${option} of more than ${LONGEST} characters`);
    this.#tokens = this.#tokenize();
  }

  parse(): Condition {
    const condition = this.#parseList('or');
    const next = this.#peek();
    if (next) throw this.#unexpected(next.text === ')' ? 'AND, OR or the end: no `(` is open' : 'AND, OR or the end');
    return condition;
  }

  #tokenize(): Token[] {
    const tokens: Token[] = [];
    TOKEN.lastIndex = 0;
    while (TOKEN.lastIndex < this.#text.length) {
      const start = TOKEN.lastIndex;
      const groups = TOKEN.exec(this.#text)?.groups;
      if (!groups) throw this.#stray(start);
      const { bracket, operator, word } = groups;
      const quoted = groups.straight ?? groups.curly ?? groups.single ?? groups.curled;
      if (bracket) tokens.push({ kind: bracket as '(' | ')', text: bracket, start });
      else if (operator) tokens.push({ kind: 'operator', text: operator, start });
      else if (quoted !== undefined) tokens.push({ kind: 'word', text: quoted.trim(), start, quoted: true });
      else if (word) tokens.push({ kind: 'word', text: word, start });
    }
    return tokens;
  }

  #stray(start: number): OptionError {
    const character = this.#text.charAt(start);
    const expected = character === '!' ? '`!=`, or NOT before a test' : 'a second quotation mark behind it';
    return new OptionError(
      `Unexpected \`${character}\` in ${this.#option} at character ${start + 1}, expected ${expected}`,
    );
  }

  #parseList(kind: 'and' | 'or'): Condition {
    const parsePart = () => (kind === 'or' ? this.#parseList('and') : this.#parseNot());
    const first = parsePart();
    const parts = [first];
    while (this.#takeKeyword(kind)) parts.push(parsePart());
    return parts.length === 1 ? first : { kind, parts };
  }

  #parseNot(): Condition {
    if (++this.#depth > DEEPEST) throw this.#unexpected(`no more than ${DEEPEST} levels of NOT and brackets`);
    try {
      if (this.#takeKeyword('not')) return { kind: 'not', part: this.#parseNot() };
      const open = this.#peek();
      if (open?.kind !== '(') return this.#parseTest();
      this.#at++;
      const condition = this.#parseList('or');
      if (this.#peek()?.kind !== ')')
        throw this.#unexpected(`AND, OR or the \`)\` for the \`(\` at character ${open.start + 1}`);
      this.#at++;
      return condition;
    } finally {
      this.#depth--;
    }
  }

  #parseTest(): Condition {
    const name = this.#peek();
    if (name?.kind !== 'word' || (!name.quoted && isKeyword(name.text))) throw this.#unexpected(A_TEST);
    this.#at++;
    if (!name.quoted && /^code:/i.test(name.text)) return { kind: 'code', id: this.#readCode(name.text.slice(5)) };
    if (this.#peek()?.kind === 'operator') return this.#parseComparison(name);
    if (!name.quoted && fold(name.text) === 'negated') return { kind: 'negated' };
    throw this.#unexpected(`one of ${OPERATORS} behind \`${name.text}\``);
  }

  /** A blank may stand behind the colon. */
  #readCode(id: string): string {
    return id === '' ? this.#takeWord('the id of a code behind `code:`') : id;
  }

  #parseComparison(name: Token): Comparison {
    const written = this.#peek()?.text ?? '';
    const operator = SAME_OPERATOR[written] ?? (written as Operator);
    const subject = (!name.quoted && SUBJECTS.find((each) => each === fold(name.text))) || 'variable';
    if (!name.quoted && fold(name.text) === 'code') throw this.#unexpected('`code:ID`, such as `code:barriers`');
    this.#at++;
    const at = this.#at;
    const value = this.#takeWord(`a value behind \`${name.text}${written}\``);
    const isOrder = operator !== '=' && operator !== '!=';
    const refuse = (expected: string) => {
      this.#at = at;
      return this.#unexpected(expected);
    };
    if (isOrder && value === '') throw refuse('a value; only `=` and `!=` can be asked of no value');
    if (isOrder && /^-?\d+,\d+$/.test(value)) throw refuse('a decimal point, as in `3.5`');
    if (subject === 'weight' && !/^\d{1,3}(?:\.\d+)?$/.test(value)) throw refuse('a weight from 0 to 100');
    return { kind: 'comparison', subject, name: name.text, operator, value };
  }

  #takeWord(expected: string): string {
    const token = this.#peek();
    if (token?.kind !== 'word' || (!token.quoted && isKeyword(token.text))) throw this.#unexpected(expected);
    this.#at++;
    return token.text;
  }

  #takeKeyword(keyword: string): boolean {
    const token = this.#peek();
    const isTaken = token?.kind === 'word' && !token.quoted && token.text.toLowerCase() === keyword;
    if (isTaken) this.#at++;
    return isTaken;
  }

  #peek(): Token | undefined {
    return this.#tokens[this.#at];
  }

  /** Of the token that comes next. */
  #unexpected(expected: string): OptionError {
    const token = this.#peek();
    const found = token
      ? `\`${token.text}\` in ${this.#option} at character ${token.start + 1}`
      : `end of ${this.#option} '${this.#text}'`;
    return new OptionError(`Unexpected ${found}, expected ${expected}`, token ? EXAMPLE : EXAMPLE_AT_END);
  }
}

const isKeyword = (text: string): boolean => /^(?:and|or|not)$/i.test(text);
