/** Why a code is not on a passage: what comes closest to its terms there. */
import type { Code, Term } from '../model.ts';
import { findLanguage } from '../text/languages/index.ts';
import { missItems } from './missed-items.ts';
import { missWords } from './missed-words.ts';
import type { NearMiss } from './near-word.ts';
import type { PassageView } from './passage-view.ts';

/** A term and what almost met it. */
export interface TermMiss extends NearMiss {
  term: Term;
}

const MOST_MISSES = 5;

/** Finds near misses of terms; remembers the items of each term, so that they are compiled once. */
export class MissFinder {
  #items = new Map<Term, Term[]>();
  #foreign = new Map<Code, Term[][]>();

  /** At most five, closest first, one a term; terms in `except` have hits of their own and are left out. */
  find(code: Code, view: PassageView, except: ReadonlySet<Term>): TermMiss[] {
    const misses = code.terms.flatMap((term): TermMiss[] => {
      if (except.has(term) || isForeign(term, view)) return [];
      const miss = term.items ? missItems(term, this.#itemsOf(term), view) : missWords(term, view);
      return miss ? [{ ...miss, term }] : [];
    });
    misses.push(...this.#foreignOf(code).flatMap((terms) => missForeign(terms, view)));
    return misses.sort((a, b) => a.distance - b.distance || compareLines(a.term, b.term)).slice(0, MOST_MISSES);
  }

  /** The items with the exceptions of their term, which hold for each of them. */
  #itemsOf(term: Term): Term[] {
    const known = this.#items.get(term) ?? (term.items ?? []).map((item) => ({ ...item, except: term.except }));
    this.#items.set(term, known);
    return known;
  }

  /** The terms of a code by their language. */
  #foreignOf(code: Code): Term[][] {
    const known =
      this.#foreign.get(code) ??
      [...new Set(code.terms.map(({ language }) => language))].map((each) =>
        code.terms.filter(({ language }) => language === each),
      );
    this.#foreign.set(code, known);
    return known;
  }
}

/** Terms of one other language that stand in the passage all the same. */
function missForeign(terms: Term[], view: PassageView): TermMiss[] {
  const [first] = terms;
  if (!first || !isForeign(first, view)) return [];
  const met = new Map<Term, TermMiss>();
  for (const hit of view.find(terms, first.language)) {
    const { term } = hit.owned;
    const reason = `\`${view.quote(hit)}\` meets it, but it is a term for \`${term.language}\` and the text is taken for \`${view.language.code}\``;
    if (!met.has(term)) met.set(term, { term, distance: 2, reason, range: { first: hit.first, end: hit.end } });
  }
  return [...met.values()];
}

function isForeign({ language }: Term, view: PassageView): boolean {
  return language !== 'any' && findLanguage(language)?.code !== view.language.code;
}

function compareLines(a: Term, b: Term): number {
  return a.position.line - b.position.line || a.position.column - b.position.column;
}
