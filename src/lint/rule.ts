/** What a lint rule is: a pure function from a codebook to findings; it does not know its own severity in a run. */
import type { Codebook, Position } from '../model.ts';

export interface Finding {
  position: Position;
  /** "Unexpected X, expected Y". */
  reason: string;
  hint?: string;
}

export interface Rule {
  id: string;
  severity: 'error' | 'warning';
  /** One line: what is found. */
  summary: string;
  /** Why it matters. */
  why: string;
  /** A codebook that is fine, and one that has exactly this finding. Both are tests. */
  good: string;
  bad: string;
  check(codebook: Codebook): Finding[];
}
