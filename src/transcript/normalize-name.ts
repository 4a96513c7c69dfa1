/** The comparison form of names of speakers; in a file of its own, since tables need it and nothing else of labels. */
import { copyText } from '../text/copy-text.ts';

/** The comparison form of a name: case, blanks, brackets and the blank before digits do not matter. */
export function normalizeName(name: string): string {
  const known = normalized.get(name);
  if (known !== undefined) return known;
  if (normalized.size >= MOST_NORMALIZED) normalized.clear();
  const form = copyText(computeForm(name));
  normalized.set(copyText(name), form);
  return form;
}

/** A few names stand before most lines of a study. */
const normalized = new Map<string, string>();
const MOST_NORMALIZED = 10_000;

function computeForm(name: string): string {
  return name
    .normalize('NFC')
    .toLowerCase()
    .replace(/[[\](){}:]/g, ' ')
    .replace(/\.(?=\s|$)/g, ' ')
    .replace(/(\p{L})\s*(\d+)/gu, '$1 $2')
    .replace(/\s+/g, ' ')
    .trim();
}
