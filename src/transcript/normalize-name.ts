/** The comparison form of names of speakers; in a file of its own, since tables need it and nothing else of labels. */

/** The comparison form of a name: case, blanks, brackets and the blank before digits do not matter. */
export function normalizeName(name: string): string {
  return name
    .normalize('NFC')
    .toLowerCase()
    .replace(/[[\](){}:]/g, ' ')
    .replace(/\.(?=\s|$)/g, ' ')
    .replace(/(\p{L})\s*(\d+)/gu, '$1 $2')
    .replace(/\s+/g, ' ')
    .trim();
}
