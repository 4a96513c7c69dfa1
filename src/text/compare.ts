/** The one sort order for names: numbers by value, letters without case or diacritics, the same on every machine. */
import { fold } from './fold.ts';

/** Negative, zero or positive; `interview 2` comes before `interview 10`. Zero only for equal strings. */
export function compareNames(a: string, b: string): number {
  const partsA = fold(a).match(PARTS) ?? [];
  const partsB = fold(b).match(PARTS) ?? [];
  for (let i = 0; i < Math.min(partsA.length, partsB.length); i++) {
    const order = compareParts(partsA[i] ?? '', partsB[i] ?? '');
    if (order !== 0) return order;
  }
  return partsA.length - partsB.length || compareUnits(a, b);
}

const PARTS = /\d+|\D/g;

function compareParts(a: string, b: string): number {
  const numeric = /^\d/.test(a) && /^\d/.test(b);
  if (!numeric) return compareUnits(a, b);
  const digitsA = a.replace(/^0+(?=\d)/, '');
  const digitsB = b.replace(/^0+(?=\d)/, '');
  return digitsA.length - digitsB.length || compareUnits(digitsA, digitsB);
}

function compareUnits(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
