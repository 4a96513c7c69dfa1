/** What word-like terms share: cutting a term into pieces, hyphens that may be a blank or nothing, and checking characters. */
import type { CompiledTerm, WordTest } from './kind.ts';

/** More would multiply the alternatives without end. */
const MOST_HYPHENS = 4;

/**
 * Alternatives of a term written with blanks and hyphens: a hyphen in a term equals a blank or nothing.
 * `toTest` makes the test for one piece of the term.
 */
export function compilePieces(source: string, toTest: (piece: string) => WordTest): CompiledTerm {
  return { by: 'words', sequences: splitPieces(source).map((pieces) => pieces.map(toTest)) };
}

/** The words of each alternative, as written. */
export function splitPieces(source: string): string[][] {
  let alternatives: string[][] = [[]];
  for (const piece of source.normalize('NFC').replace(INVISIBLE, '').split(/\s+/u)) {
    const parts = piece.split(HYPHEN).filter((part) => part !== '');
    const forms = parts.length > 1 ? [parts, [parts.join('')]] : [parts];
    alternatives = alternatives.flatMap((done) => forms.map((form) => [...done, ...form]));
  }
  return alternatives;
}

/** What keeps a word-like term from ever matching. `wildcards` says whether `*` and `?` are allowed. */
export function findWordProblem(source: string, wildcards: boolean): { reason: string; hint: string } | undefined {
  if (!/[\p{L}\p{N}]/u.test(source)) {
    return {
      reason: `Unexpected \`${source}\`, expected at least one letter or digit`,
      hint: 'write the word that is looked for',
    };
  }
  const quoted = /^[\u2018\u201A](.*)[\u2019\u2018]$/su.exec(source)?.[1];
  if (quoted !== undefined && source.length > SHORTEST_QUOTED)
    return {
      reason: `Unexpected typographic quotes around \`${quoted}\`, expected the term itself`,
      hint: `word processors make them of '; write '${quoted}' with straight ones, or leave them out`,
    };
  const foreign = (wildcards ? FOREIGN_TO_WILDCARD : FOREIGN).exec(source)?.[0];
  if (foreign !== undefined) {
    const hint = ',.;:!?'.includes(foreign)
      ? 'a phrase never runs over punctuation; leave it out'
      : 'a term holds words, blanks and hyphens';
    return {
      reason: `Unexpected \`${foreign}\` in the term \`${source}\`, expected letters, digits, blanks, hyphens or apostrophes`,
      hint,
    };
  }
  if (/\s-+\s/u.test(source))
    return {
      reason: `Unexpected \`-\` between blanks in the term \`${source}\`, expected a word`,
      hint: 'YAML goes on with a term where the next line is indented further: begin both at the same place',
    };
  if (wildcards && LONE_PART.test(source)) {
    const hint = 'write `vrijwilliger*` for any ending, or a word at both sides of the hyphen';
    return { reason: `Unexpected lone \`*\` beside a hyphen in \`${source}\`, expected letters`, hint };
  }
  if ((source.match(HYPHEN)?.length ?? 0) > MOST_HYPHENS) {
    return { reason: `Unexpected term with more than ${MOST_HYPHENS} hyphens`, hint: 'write blanks instead' };
  }
  return undefined;
}

/** `‘n’` might be meant as a word. */
const SHORTEST_QUOTED = 3;
/** Words are compared without soft hyphens and zero-width characters. */
const INVISIBLE = /[\u00AD\u200B-\u200F\u2060\uFEFF]/gu;
/** A part of a hyphenated piece that is nothing but `*`. */
const LONE_PART = /(?:^|[\s\u2010\u2011-])\*+[\u2010\u2011-]|[\u2010\u2011-]\*+(?:$|[\s\u2010\u2011-])/u;
const HYPHEN = /[-\u2010\u2011]/gu;
const FOREIGN = /[^\p{L}\p{M}\p{N}\s'\u2018\u2019\u2010\u2011\u00AD-]/u;
const FOREIGN_TO_WILDCARD = /[^\p{L}\p{M}\p{N}\s'\u2018\u2019*?\u2010\u2011\u00AD-]/u;
