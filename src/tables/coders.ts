/** Who gave the codes that are counted, and what the notes of a table have to say where people did. */
import type { CodedDocument } from '../model.ts';
import { compareNames } from '../text/compare.ts';
import { findTouched, isOneOf } from './touched-segments.ts';

/** Gathers while documents pass by. */
export class Coders {
  /** Coded segments of each. */
  readonly counts = new Map<string, number>();
  #withTerms = 0;
  /** Without a term that was met. */
  #byHand = 0;
  /** That are not just one segment. */
  #loose = 0;
  /** That touch no segment. */
  #outside = 0;

  add({ codings, segments }: Pick<CodedDocument, 'codings' | 'segments'>): void {
    for (const coding of codings) {
      this.counts.set(coding.coder, (this.counts.get(coding.coder) ?? 0) + 1);
      if (coding.evidence.length > 0) this.#withTerms++;
      else this.#byHand++;
      if (isOneOf(segments, coding)) continue;
      this.#loose++;
      const { from, to } = findTouched(segments, coding);
      if (from === to) this.#outside++;
    }
  }

  /** Whether people gave codes. */
  get hasHandCodings(): boolean {
    return this.#byHand > 0;
  }

  /** Whether it makes sense to speak of terms, words that they met, and negations. */
  get hasTerms(): boolean {
    return this.#withTerms > 0 || this.#byHand === 0;
  }

  /** Whether the program alone coded segments. */
  get isOwn(): boolean {
    return this.counts.size < 2 && this.#byHand === 0 && this.#loose === 0;
  }

  /** Nothing where the program alone coded segments. */
  describe(): string[] {
    return this.isOwn ? [] : [this.#describeNames(), ...this.#describePassages()];
  }

  #describeNames(): string {
    const names = [...this.counts].sort(([a], [b]) => compareNames(a, b));
    const shown = names.slice(0, MOST_NAMES).map(([name, codings]) => `${name} (${codings})`);
    const more = names.length > MOST_NAMES ? ` and ${names.length - MOST_NAMES} more` : '';
    if (names.length < 2) return `Coded segments by coder: ${shown.join('')}.`;
    return `Coded segments by coder: ${shown.join(', ')}${more}. All are counted together: one code on one passage by two coders is two coded segments. --coder, or Coders in the report, counts those of some alone.`;
  }

  #describePassages(): string[] {
    if (this.#loose === 0) return [];
    const outside =
      this.#outside === 0
        ? ''
        : ` ${this.#outside} of them ${this.#outside === 1 ? 'touches' : 'touch'} none, since nobody is coded there: the words of an interviewer, labels or headings.`;
    return [
      `Passages are coded as they were marked: ${this.#loose} of the coded segments ${this.#loose === 1 ? 'is' : 'are'} part of a segment, or more than one. A segment has the codes of all passages that touch it.${outside}`,
    ];
  }
}

const MOST_NAMES = 8;
