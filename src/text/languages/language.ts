/** What the program knows of one language: how words meet, and the few words with a special part. */

export interface Language {
  /** BCP 47 code, such as `nl`. */
  code: string;
  name: string;
  /** Its name in itself and in others, lower case. */
  aliases: readonly string[];
  /** Named in every output, since another stemmer gives other counts. */
  stemmer: string;
  /** Folded function and modal words; they meet only themselves, never a stem. */
  functionWords: ReadonlySet<string>;
  /** Lower-case forms whose accent makes another word (Dutch `één`), kept apart from their folded form. */
  accentedWords: ReadonlySet<string>;
  /** The comparison key of a folded word: words with equal keys meet. */
  stem(folded: string): string;
  /** Different words that have one key all the same, so that a term for one finds the others too. */
  mergedWords: readonly MergedWords[];
  /** Folded words that negate what stands near them. */
  negations: ReadonlySet<string>;
  /** Folded words that undo a negation when they follow it: `niet alleen`, `not only`. */
  negationUndoneBy: ReadonlySet<string>;
  /** Folded sounds of hesitation, over which a phrase continues. */
  hesitations: RegExp;
  /** Folded abbreviations, without final full stop, after which a sentence goes on. */
  abbreviations: ReadonlySet<string>;
}

/** Words that have one key; of each its forms with that key, the first of which names it. */
export type MergedWords = readonly (readonly string[])[];

/** The words of a text table written with blanks and line breaks. */
export function wordSet(table: string): ReadonlySet<string> {
  return new Set(table.trim().split(/\s+/u));
}

/** The rows of a text table: rows are divided by `|`, words by blanks, forms of a word by `/`. */
export function mergedRows(table: string): MergedWords[] {
  return table.split('|').map((row) =>
    row
      .trim()
      .split(/\s+/u)
      .map((word) => word.split('/')),
  );
}
