/** What can be asked of a comparison of coders, for who offers the choice without making it. */

/** What a code is put on or found missing on. */
export const LEVELS = ['segments', 'documents', 'characters'] as const;
export type Level = (typeof LEVELS)[number];

/** When a passage that somebody coded gives its code to a segment. */
export const MATCHES = ['any', 'half'] as const;
export type SegmentMatch = (typeof MATCHES)[number];

export const COMPARISON_TABLES = [
  'agreement',
  'summary',
  'disagreements',
  'passages',
  'pairs',
  'terms',
  'missed',
] as const;
export type ComparisonTable = (typeof COMPARISON_TABLES)[number];
