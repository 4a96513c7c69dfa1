/** How well a coder finds what a reference coder found: precision, recall, F1, and Wilson's interval of a share. */
import { type Coefficient, ratio } from './coefficient.ts';

export interface Hits {
  /** Found by both. */
  right: number;
  /** Found, and not in the reference. */
  wrong: number;
  /** In the reference, and not found. */
  missed: number;
}

export function precision({ right, wrong }: Hits): Coefficient {
  return ratio(right, right + wrong, 'nothing was found');
}

export function recall({ right, missed }: Hits): Coefficient {
  return ratio(right, right + missed, 'the reference has nothing');
}

/** Harmonic mean of both; for two coders of equal rank the same as Holsti's coefficient and Dice's. */
export function f1({ right, wrong, missed }: Hits): Coefficient {
  return ratio(2 * right, 2 * right + wrong + missed, 'nothing was found and the reference has nothing');
}

/** z of a two-sided interval of 95 %. */
const Z = 1.959963984540054;

/** Wilson 1927: the 95 % interval of the share `part` of `whole`; 0–1. `undefined` without a whole. */
export function wilsonInterval(part: number, whole: number): { low: number; high: number } | undefined {
  if (whole === 0) return undefined;
  const share = part / whole;
  const square = Z * Z;
  const middle = (share + square / (2 * whole)) / (1 + square / whole);
  const half = (Z / (1 + square / whole)) * Math.sqrt((share * (1 - share)) / whole + square / (4 * whole * whole));
  return { low: part === 0 ? 0 : middle - half, high: part === whole ? 1 : middle + half };
}
