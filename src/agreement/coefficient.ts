/** What a measure of agreement is: a number, or none with the reason. */

export interface Coefficient {
  /** Never NaN; `null` where it is not defined. */
  value: number | null;
  /** Why there is no value: the end of a sentence such as "not defined: …". */
  reason?: string;
}

export function undefinedBecause(reason: string): Coefficient {
  return { value: null, reason };
}

/** A part of a whole, or nothing where there is no whole. */
export function ratio(part: number, whole: number, reason: string): Coefficient {
  return whole === 0 ? undefinedBecause(reason) : { value: part / whole };
}

/** Where shares that are 1 add up to a little less. */
const NOTHING = 1e-12;

/** (observed − expected) / (1 − expected), the form of all coefficients that are corrected for chance. */
export function correctForChance(observed: number, expected: number): Coefficient {
  return 1 - expected < NOTHING ? undefinedBecause(ALL_THE_SAME) : { value: (observed - expected) / (1 - expected) };
}

/** 1 − observed / expected disagreement; `reason` is why none can be expected. */
export function compareDisagreement(observed: number, expected: number, reason: string): Coefficient {
  return expected <= 0 ? undefinedBecause(reason) : { value: 1 - observed / expected };
}

export const ALL_THE_SAME = 'everybody gave every unit the same';
export const NO_COMMON_UNIT = 'no unit was judged by two coders';
