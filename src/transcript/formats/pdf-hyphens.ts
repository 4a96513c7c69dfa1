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

/** `words` are those that stand whole in the document, in lower case. */
export function joinLines(first: string, second: string, words: ReadonlySet<string>): Joint {
  if (first.endsWith('\u00AD')) return DROP;
  const [head, part = ''] = HEAD.exec(first.slice(-LONGEST_WORD)) ?? [];
  const [tail] = TAIL.exec(second.slice(0, LONGEST_WORD)) ?? [];
  if (head === undefined || tail === undefined) return BLANK;
  if (COORDINATES.has(tail.toLowerCase())) return BLANK;
  if (!/^\p{Ll}/u.test(tail)) return KEEP;
  // A word that was begun twice: `vrij- vrijwilliger`.
  if (part.length > 1 && tail.toLowerCase().startsWith(part.toLowerCase())) return BLANK;
  return isRealHyphen({ whole: head.slice(0, -1), part, tail }, words) ? KEEP : DROP;
}

/** `e-mail`, `PDF-bestand`, and what the document tells: `app-groep` where it has `app` and `groep` but no `appgroep`. */
function isRealHyphen(
  { whole, part, tail }: { whole: string; part: string; tail: string },
  words: ReadonlySet<string>,
): boolean {
  if (/^.$|\d$|.\p{Lu}/u.test(part)) return true;
  const has = (word: string) => words.has(word.toLowerCase());
  if (has(`${whole}-${tail}`) || has(whole + tail)) return !has(whole + tail);
  return part.length > 2 && tail.length > 2 && has(part) && has(tail);
}

/** Whether a word seems to be divided at the end of the line. */
export function endsInHyphen(text: string): boolean {
  return /[\p{L}\p{M}\p{N}][-\u2010\u00AD]$/u.test(text);
}

/** The words that stand whole on a line, in lower case; nothing where no word is divided. */
export function collectWholeWords(lines: readonly string[]): Set<string> {
  const found = new Set<string>();
  if (!lines.some(endsInHyphen)) return found;
  lines.forEach((line, index) => {
    const from = index > 0 && endsInHyphen(lines[index - 1] ?? '') ? (TAIL.exec(line)?.[0].length ?? 0) : 0;
    const text = line.slice(from, endsInHyphen(line) ? line.lastIndexOf(' ') + 1 : undefined);
    for (const [word] of text.matchAll(/[\p{L}\p{M}\p{N}'’]+(?:-[\p{L}\p{M}\p{N}'’]+)*/gu))
      found.add(word.toLowerCase());
  });
  return found;
}
