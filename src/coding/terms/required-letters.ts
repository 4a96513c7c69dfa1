/** Letters without which a pattern cannot match: a text that lacks them need not be given to the pattern at all. */

/** Runs of small letters, one of which is in every text that the pattern matches. */
type Runs = readonly string[];

const SHORTEST_RUN = 2;
/** `{0,` and `?` and `*` allow what is before them to be missing. */
const MAY_BE_MISSING = /^(?:[?*]|\{0?,|\{0\})/;
const QUANTIFIER = /^(?:[?*+]|\{\d*,?\d*\})[?+]?/;
/** In a class, a `]` at its beginning or after a backslash is one of its characters. */
const CLASS = /^\[\^?\]?(?:\\.|\[:\w+:\]|[^\]\\])*\]/s;
/** An escape with its arguments: `\p{L}`, `\x{1F600}`, `\d`. */
const ESCAPE = /^\\(?:[pPx]\{[^}]*\}|[pP].|x..|.)/s;
const GROUP_OPENING = /^\((?:\?:)?/;

/**
 * What a match must hold: of each list at least one run, in what `toSmallLetters` makes of the text. Empty where nothing
 * is certain. Only plain letters count, since others have more than two cases.
 */
export function findRequiredLetters(pattern: string): readonly Runs[] {
  const reader = new Reader(pattern);
  const lists = reader.readAlternatives();
  return reader.isAtEnd() && !reader.isLost ? lists : [];
}

/** Small letters; the long s and the Kelvin sign are cases of s and k. */
export function toSmallLetters(text: string): string {
  return text.toLowerCase().replaceAll('\u017F', 's');
}

class Reader {
  /** Met a notation that this reader does not know. */
  isLost = false;
  #rest: string;

  constructor(pattern: string) {
    this.#rest = pattern;
  }

  isAtEnd(): boolean {
    return this.#rest === '';
  }

  /** Of several alternatives each must ask for something, else the whole asks for nothing. */
  readAlternatives(): Runs[] {
    const sequences = [this.#readSequence()];
    while (this.#rest.startsWith('|')) {
      this.#rest = this.#rest.slice(1);
      sequences.push(this.#readSequence());
    }
    if (sequences.length === 1) return sequences[0] ?? [];
    const best = sequences.map((lists) => lists.reduce(better, []));
    return best.every((runs) => runs.length > 0) ? [best.flat()] : [];
  }

  /** All that the parts of a sequence ask for. */
  #readSequence(): Runs[] {
    const lists: Runs[] = [];
    let run = '';
    const closeRun = () => {
      if (run.length >= SHORTEST_RUN) lists.push([run]);
      run = '';
    };
    while (this.#rest !== '' && !/^[|)]/.test(this.#rest) && !this.isLost) {
      const letter = /^[a-z]/i.exec(this.#rest)?.[0];
      const group = letter === undefined && this.#rest.startsWith('(') ? this.#readGroup() : undefined;
      if (letter !== undefined) this.#rest = this.#rest.slice(1);
      else if (!group) this.#skipSign();
      const quantifier = QUANTIFIER.exec(this.#rest)?.[0] ?? '';
      this.#rest = this.#rest.slice(quantifier.length);
      if (letter !== undefined && quantifier === '') run += letter.toLowerCase();
      else closeRun();
      if (group && !MAY_BE_MISSING.test(quantifier)) lists.push(...group);
    }
    closeRun();
    return lists;
  }

  #readGroup(): Runs[] {
    const opening = GROUP_OPENING.exec(this.#rest)?.[0] ?? '(';
    this.#rest = this.#rest.slice(opening.length);
    if (this.#rest.startsWith('?')) this.isLost = true;
    const lists = this.readAlternatives();
    if (this.#rest.startsWith(')')) this.#rest = this.#rest.slice(1);
    else this.isLost = true;
    return lists;
  }

  /** A class, an escape or another single sign, of which no letter is certain. `\Q` quotes what follows. */
  #skipSign(): void {
    if (/^\\[QE]/.test(this.#rest)) this.isLost = true;
    const sign = CLASS.exec(this.#rest)?.[0] ?? ESCAPE.exec(this.#rest)?.[0] ?? this.#rest.slice(0, 1);
    this.#rest = this.#rest.slice(sign.length);
  }
}

/** Longer runs are rarer; of a list the shortest counts. */
function better(one: Runs, other: Runs): Runs {
  return shortest(other) > shortest(one) ? other : one;
}

function shortest(runs: Runs): number {
  return runs.length === 0 ? 0 : Math.min(...runs.map((run) => run.length));
}
