/** What the codebook reader must know of a kind of term; the kinds themselves are in `coding/terms/`. */

export interface TermNotation {
  /** Name of the kind, as in `Term.kind`. */
  kind: string;
  /** Whether a term written this way is of this kind; the first kind that accepts it has it. */
  accepts(source: string): boolean;
  /** Key under which its items stand, for a kind that is made of other terms; such a kind accepts no text. */
  key?: 'near' | 'all';
  /** What is wrong with the term, as "Unexpected X, expected Y", and what to do. */
  findProblem(source: string): { reason: string; hint: string } | undefined;
}
