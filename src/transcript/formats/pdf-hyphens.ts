/** Joins two printed lines of one paragraph: a word that was divided at the end of a line becomes one again. */

/** How to join: characters to drop at the end of the first line, and what to write between the two. */
export interface Joint {
  drop: number;
  between: '' | ' ';
}

const BLANK: Joint = { drop: 0, between: ' ' };
const KEEP: Joint = { drop: 0, between: '' };
const DROP: Joint = { drop: 1, between: '' };

/** Words before which a hyphen stands for a part left out: `in- en uitgaand`, `two- or three-day`. */
const COORDINATES = new Set(['en', 'of', 'als', 'noch', 'tot', 'dan', 'and', 'or', 'nor', 'to', 'und', 'oder', 'bzw']);

const HEAD = /(?:[\p{L}\p{M}\p{N}'’]+-)*([\p{L}\p{M}\p{N}'’]+)[-\u2010]$/u;
const TAIL = /^[\p{L}\p{M}\p{N}'’]+(?:-[\p{L}\p{M}\p{N}'’]+)*/u;
const LONGEST_WORD = 80;

/** What a document tells about its hyphens. */
export interface Hyphenation {
  /** Whether its program divides words; else a hyphen at the end of a line was typed. */
  divides: boolean;
  /** Those that stand whole, in lower case. */
  words: ReadonlySet<string>;
  /** The same, sorted. */
  sorted: readonly string[];
}

/** How to join two lines of a paragraph. */
export function joinLines(first: string, second: string, hyphenation: Hyphenation): Joint {
  if (first.endsWith('\u00AD')) return DROP;
  const [head, part = ''] = HEAD.exec(first.slice(-LONGEST_WORD)) ?? [];
  const [tail] = TAIL.exec(second.slice(0, LONGEST_WORD)) ?? [];
  if (head === undefined || tail === undefined) return BLANK;
  if (COORDINATES.has(tail.toLowerCase())) return BLANK;
  if (!/^\p{Ll}/u.test(tail)) return KEEP;
  // A word that was begun twice: `vrij- vrijwilliger`.
  if (part.length > 1 && tail.toLowerCase().startsWith(part.toLowerCase())) return BLANK;
  return isRealHyphen({ whole: head.slice(0, -1), part, tail }, hyphenation) ? KEEP : DROP;
}

/** `e-mail`, `PDF-bestand`, and what the document tells: `app-groep` where it has `app` and `groep` but no `appgroep`. */
function isRealHyphen(
  { whole, part, tail }: { whole: string; part: string; tail: string },
  hyphenation: Hyphenation,
): boolean {
  if (/^.$|\d$|.\p{Lu}/u.test(part)) return true;
  const has = (word: string) => hyphenation.words.has(word.toLowerCase());
  if (has(`${whole}-${tail}`) || has(whole + tail)) return !has(whole + tail);
  if (beginsWord(whole + tail.slice(0, ENOUGH), hyphenation.sorted)) return false;
  return !hyphenation.divides || (part.length > 2 && tail.length > 2 && has(part) && has(tail));
}

/** Letters behind the hyphen that tell the word: `vrijwil-lig` is seen to be one where there are `vrijwilligers`. */
const ENOUGH = 3;

function beginsWord(beginning: string, sorted: readonly string[]): boolean {
  const wanted = beginning.toLowerCase();
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? '') < wanted) low = middle + 1;
    else high = middle;
  }
  return sorted[low]?.startsWith(wanted) === true;
}

/** Whether a word seems to be divided at the end of the line. */
export function endsInHyphen(text: string): boolean {
  return /[\p{L}\p{M}\p{N}][-\u2010\u00AD]$/u.test(text);
}

/** Share of the lines that end in a hyphen where words are divided; typed hyphens come to one in a hundred or so. */
const DIVIDED = 0.015;

/** Looks through the lines of a document. */
export function findHyphenation(lines: readonly string[]): Hyphenation {
  const divided = lines.filter(endsInHyphen).length;
  const words = divided > 0 ? collectWholeWords(lines) : new Set<string>();
  return { divides: divided > lines.length * DIVIDED, words, sorted: [...words].sort() };
}

function collectWholeWords(lines: readonly string[]): Set<string> {
  const found = new Set<string>();
  lines.forEach((line, index) => {
    const from = index > 0 && endsInHyphen(lines[index - 1] ?? '') ? (TAIL.exec(line)?.[0].length ?? 0) : 0;
    const text = line.slice(from, endsInHyphen(line) ? line.lastIndexOf(' ') + 1 : undefined);
    for (const [word] of text.matchAll(/[\p{L}\p{M}\p{N}'’]+(?:-[\p{L}\p{M}\p{N}'’]+)*/gu))
      found.add(word.toLowerCase());
  });
  return found;
}
